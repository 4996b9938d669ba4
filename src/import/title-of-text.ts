/** A note without a title is called by its first sentence. */
export function toTitle(text: string): string {
  const sentence = /^.{1,80}?[.!?…](?=\s|$)/u.exec(text)?.[0]
  return sentence ?? (text.length <= 80 ? text : `${text.slice(0, 80).replace(/\s+\S*$/, '')}…`)
}
