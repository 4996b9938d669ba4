/** A tag archive as a person pastes it: each title twice, then the paragraphs. */
export function textArchive(tag: string, posts: Readonly<Record<string, readonly string[]>>): string {
  const blocks = Object.entries(posts).map(([title, paragraphs]) => [title, title, ...paragraphs].join('\n\n'))
  return `Archive pour le Tag '${tag}'\n\n${blocks.join('\n\n')}\n`
}

export const grève = [
  'Le trafic sera très perturbé jeudi dans toute la région, où un train sur trois seulement doit circuler.',
  'La direction conseille aux voyageurs de reporter leurs trajets, et promet un retour à la normale pour samedi matin.',
]

export const marché = [
  'Le marché couvert rouvre ses portes après deux ans de travaux, avec une verrière neuve et quarante étals.',
  'Les commerçants attendent du monde dès la première semaine, et espèrent retrouver leurs habitués d’avant le chantier.',
]

export const canal = [
  'Le canal a été vidé pour trois semaines, le temps de curer la vase et de réparer les portes de l’écluse haute.',
  'On y a retrouvé des vélos, deux coffres et une plaque de rue disparue depuis les inondations du siècle dernier.',
]

export const towns = textArchive('Villes', {
  'Grève des trains jeudi': grève,
  'Le marché couvert rouvre': marché,
  'Le canal à sec': canal,
})
