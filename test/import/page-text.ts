/** Pages of archives as text, for tests: only what a test is about is spelled out. */

export const prose = [
  'Après deux ans de travaux, le bassin accueillera de nouveau les nageurs dès la rentrée. La mairie annonce un budget de quatre millions d’euros.',
  'Les associations saluent la nouvelle mais regrettent l’absence de créneaux le dimanche, jour où les familles viendraient volontiers.',
  'Le conseil a voté hier le principe d’une halle de verre et d’acier. Les commerçants du quartier restent partagés sur le sujet.',
  'La passerelle du canal ferme pour inspection des câbles. Les piétons passeront par l’écluse pendant tout le mois de juillet.',
  'Les conducteurs réclament une hausse de salaire et des pauses plus longues, que la direction refuse pour l’instant de discuter.',
  'Les semis ont levé tôt cette année, et les jardiniers amateurs échangent déjà leurs plants de tomates sur la place du marché.',
]

/** A page of blocks, each set off by a blank line. */
export const page = (...blocks: readonly string[]): string => `${blocks.join('\n\n')}\n`

/** A post whose title the theme prints twice. */
export const twice = (title: string, ...body: readonly string[]): string => page(title, title, ...body).trimEnd()

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
