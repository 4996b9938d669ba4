// No-break spaces are written as escapes, so that they are seen: \u00a0 inside « » and before a colon, \u202f before ; ? !
import type { Day } from '../calendar/day.ts'
import { type DateMessages, dayOfMonthOf, monthNames, monthOf, yearOf } from './date-messages.ts'
import type { Messages } from './messages.ts'

const plural = new Intl.PluralRules('fr') // 0 and 1 are singular
const number = new Intl.NumberFormat('fr')
const collator = new Intl.Collator('fr', { numeric: true })

const count = (n: number, one: string, other: string): string =>
  `${number.format(n)} ${plural.select(n) === 'one' ? one : other}`

const units = { day: ['jour', 'jours'], month: ['mois', 'mois'], year: ['an', 'ans'] } as const

const nameOfMonth = monthNames('fr', 'long')
const dayAndMonth = (day: Day) => `${dayOfMonthOf(day) === 1 ? '1er' : dayOfMonthOf(day)} ${nameOfMonth(monthOf(day))}`
const fullDay = (day: Day) => `${dayAndMonth(day)} ${yearOf(day)}`
const fullMonth = (day: Day) => `${nameOfMonth(monthOf(day))} ${yearOf(day)}`
const partNames = { early: 'début', mid: 'mi-', late: 'fin' } as const

const dates: DateMessages = {
  day: fullDay,
  around: (day) => `vers le ${fullDay(day)}`,
  month: fullMonth,
  monthName: nameOfMonth,
  shortMonthName: monthNames('fr', 'short'),
  partOfMonth: (part, month) => `${partNames[part]}${part === 'mid' ? '' : ' '}${fullMonth(month)}`,
  betweenDays: (earliest, latest) =>
    `entre le ${yearOf(earliest) === yearOf(latest) ? dayAndMonth(earliest) : fullDay(earliest)} et le ${fullDay(latest)}`,
  betweenMonths: (earliest, latest) =>
    `entre ${yearOf(earliest) === yearOf(latest) ? nameOfMonth(monthOf(earliest)) : fullMonth(earliest)} et ${fullMonth(latest)}`,
  betweenYears: (earliest, latest) => `entre ${yearOf(earliest)} et ${yearOf(latest)}`,
  beforeMonth: (month) => `avant ${fullMonth(month)}`,
  byMonth: (month) => `au plus tard en ${fullMonth(month)}`,
  fromMonth: (month) => `au plus tôt en ${fullMonth(month)}`,
  undated: 'sans date',
  span: (earliest, latest) => `${/^[aeiouyéèêœ]/i.test(earliest) ? 'd’' : 'de '}${earliest} à ${latest}`,
  estimated: (range) => `Date estimée${inRange(range)}`,
  estimatedFrom: (evidence, range) => `Date estimée${inRange(range)} d’après\u00a0: «\u00a0${evidence}\u00a0»`,
  estimatedFromOrder: (range) => `Date estimée${inRange(range)} d’après l’ordre de l’archive`,
}

const inRange = (range: string | undefined): string => (range === undefined ? '' : ` (${range})`)

export const fr: Messages = {
  language: 'fr',
  compareNames: (a, b) => collator.compare(a, b),
  formatNumber: (n) => number.format(n),
  colon: '\u00a0: ',
  slugs: { undated: 'sans-date', follow: 'suivre', search: 'recherche' },
  dates,
  postCount: (n) => count(n, 'article', 'articles'),
  layout: {
    siteTitle: 'Archives',
    skipLink: 'Aller au contenu',
    navigation: 'Principale',
    titleOfPage: (title, page) => `${title}, ${page}`,
  },
  home: {
    name: 'Accueil',
    heading: 'Derniers articles',
    noPosts: 'Aucun article pour l’instant.',
    directory: 'Fils et tags',
  },
  pager: {
    label: 'Pages',
    position: (n, total) => `page ${number.format(n)} sur ${number.format(total)}`,
    first: 'Première',
    previous: 'Précédente',
    next: 'Suivante',
    last: 'Dernière',
  },
  post: {
    updated: 'Mis à jour',
    author: 'Auteur',
    tags: 'Tags',
    readingTime: (n) => `${count(n, 'minute', 'minutes')} de lecture`,
    contents: 'Dans cet article',
    share: 'Partager cet article',
    byMail: 'par courriel',
    source: 'Adresse d’origine',
    isTruncated: 'L’archive ne garde que le début de cet article.',
    neighbours: 'Articles voisins',
    newer: 'Article suivant',
    older: 'Article précédent',
  },
  tags: {
    name: 'Tags',
    description: (tags) => `${count(tags, 'sujet', 'sujets')}, par ordre alphabétique.`,
    tag: 'Tag',
    tagDescription: (tag, posts) => `${count(posts, 'article', 'articles')} sur le sujet «\u00a0${tag}\u00a0».`,
    chart: (span, most) => `Articles par mois, ${span}\u00a0: ${number.format(most)} au plus.`,
    related: 'Souvent avec\u00a0:',
  },
  archives: {
    name: 'Archives',
    description: 'Tous les articles, par année et par mois.',
    year: 'Année',
    month: 'Mois',
    periodDescription: (period, posts) => `${count(posts, 'article', 'articles')}\u00a0: ${period}.`,
    months: 'Mois',
    monthUnknown: 'Mois inconnu',
    monthUnknownNote: 'Ce que disent ces articles ne permet pas de choisir un mois.',
    undated: 'Sans date',
    undatedNote: 'Rien ne date ces articles à l’année près. Ils sont dans l’ordre de l’archive.',
    neighbours: 'Périodes voisines',
  },
  versions: {
    copyNote: {
      identical: 'Cet article a une version de référence, au texte identique.',
      retitled: 'La version de référence de cet article porte un autre titre.',
      revised: 'La version de référence de cet article a été modifiée.',
      expanded: 'La version de référence de cet article est plus courte.',
      shortened: 'La version de référence de cet article est plus complète.',
    },
    readCanonical: 'La lire\u00a0:',
    heading: 'Versions de cet article',
    intro: (versions) => `Cet article existe en ${count(versions, 'version', 'versions')}.`,
    current: 'version de référence, celle-ci',
    change: {
      identical: 'texte identique',
      retitled: 'autre titre',
      revised: 'texte différent',
      expanded: 'texte plus long',
      shortened: 'texte plus court',
    },
    mark: (versions) => count(versions, 'version', 'versions'),
    differences: 'D’une version à l’autre',
    showDifferences: 'Comparer mot à mot avec la version de référence',
    differenceCount: (added, removed) =>
      `${count(added, 'mot ajouté', 'mots ajoutés')}, ${count(removed, 'mot retiré', 'mots retirés')} dans la version de référence.`,
    noDifferences: 'Le texte est le même.',
    added: 'ajouté\u00a0:',
    removed: 'retiré\u00a0:',
    endOfChange: 'fin',
    skipped: 'passage sans changement',
    title: 'Titre',
  },
  threads: {
    name: 'Fils',
    description: 'Des histoires racontées en plusieurs articles.',
    thread: 'Fil',
    summary: (posts, span) => `${count(posts, 'article', 'articles')}${span === undefined ? '' : `, ${span}`}.`,
    position: (position, total) => `${number.format(position)} sur ${number.format(total)} dans cette histoire`,
    before: 'Ce qui s’est passé avant',
    after: 'Ce qui s’est passé ensuite',
    latest: 'Dernier état',
    sharedTerms: 'En commun\u00a0:',
    elapsed: ({ count: n, unit, isApproximate }) => {
      const [one, other] = units[unit]
      return `${isApproximate ? 'environ ' : ''}${count(n, one, other)}`
    },
    earlier: (elapsed) => `${elapsed} plus tôt`,
    later: (elapsed) => `${elapsed} plus tard`,
    afterPrevious: (elapsed) => `${elapsed} après l’épisode précédent`,
    sameDay: 'le même jour',
  },
  similar: {
    heading: 'Sur des sujets proches',
    explain: 'Sous chaque titre, des mots que les deux articles ont en commun.',
  },
  comments: { heading: (n) => count(n, 'commentaire', 'commentaires'), anonymous: 'Anonyme' },
  feeds: {
    tagDescription: (tag) => `Les articles sur le sujet «\u00a0${tag}\u00a0».`,
    threadDescription: (thread) => `La suite de l’histoire «\u00a0${thread}\u00a0».`,
    estimate: (date, evidence) => `Publié\u00a0: ${date}.${evidence === undefined ? '' : ` ${evidence}.`}`,
    undated: 'La date de cet article est inconnue.',
    untitled: 'Sans titre',
    tooLong: 'Cet article est trop long pour un flux.',
    readWhole: 'Le lire en entier sur le site.',
    openedInBrowser:
      'Ceci est un flux\u00a0: une adresse à donner à un lecteur de flux, qui montrera les nouveaux articles. Copiez-la depuis la barre d’adresse.',
  },
  follow: {
    name: 'Suivre',
    heading: 'Suivre ce site',
    description: 'Recevoir les nouveaux articles, de tout le site, d’un sujet ou d’une histoire.',
    whatIsAFeed:
      'Un flux est une adresse qu’un lecteur de flux consulte pour vous\u00a0: chaque nouvel article y arrive en entier, une seule fois. Il n’y a ni page à revenir voir, ni adresse électronique à laisser.',
    steps: [
      'Choisissez un lecteur de flux\u00a0: par exemple Thunderbird sur un ordinateur, NetNewsWire sur un Mac ou un iPhone, Feeder sur un téléphone Android.',
      'Copiez l’adresse d’un des flux ci-dessous, par un clic droit ou un appui long sur son lien.',
      'Collez-la dans le lecteur, là où il propose d’ajouter un flux ou de s’abonner.',
    ],
    formats:
      'Les trois formats disent la même chose\u202f; dans le doute, prenez RSS, que tous les lecteurs connaissent. À beaucoup d’entre eux, l’adresse d’une page de ce site suffit\u00a0: ils y trouvent son flux.',
    wholeSite: 'Tout le site',
    thisTag: 'Suivre ce sujet\u00a0:',
    thisStory: 'Suivre cette histoire\u00a0:',
    opmlNote: 'Pour tout suivre, sujet par sujet, importez dans le lecteur',
    opml: 'la liste de tous les flux (OPML)',
  },
  search: {
    name: 'Recherche',
    description: 'Chercher dans tous les articles, par mots, par tag et par année.',
    words: 'Mots',
    tag: 'Tag',
    anyTag: 'Tous les tags',
    year: 'Année',
    anyYear: 'Toutes les années',
    submit: 'Chercher',
    withoutScript:
      'La recherche demande JavaScript. Sans lui, tous les articles se trouvent par leur tag ou par leur date\u00a0:',
    results: 'Résultats',
    status: {
      searching: 'Recherche en cours…',
      none: 'Aucun article trouvé.',
      one: '1\u00a0article trouvé.',
      many: '{n}\u00a0articles trouvés.',
      failed: 'La recherche n’a pas pu être chargée.',
    },
    more: 'Plus de résultats',
  },
  notFound: {
    title: 'Page introuvable',
    text: 'Il n’y a rien à cette adresse. L’article a peut-être changé de place.',
    ways: 'Pour le retrouver\u00a0:',
  },
  footer: { note: 'Site statique, sans traceur.' },
}
