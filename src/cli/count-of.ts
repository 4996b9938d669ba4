/** "1 post", "2 posts": messages of the command line are English. */
export const countOf = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`
