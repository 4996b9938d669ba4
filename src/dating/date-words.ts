import type { Language } from '../calendar/language.ts'

/** Words of a language that make or surround a date, folded as `foldName` does, apart by spaces. */
export interface DateWords {
  /** Before a lone month or year, these say that it is a date: "en 2016", "fin mai". */
  readonly leadIns: string
  /** Words that may stand between the parts of a date: "3 de mayo de 2024". */
  readonly joiners: string
  /** What follows a day's number: 1er, 3rd. */
  readonly ordinalEndings: string
  readonly parts: { readonly start: string; readonly middle: string; readonly end: string }
  /** Spring first. */
  readonly seasons: readonly [string, string, string, string]
  readonly quarter: string
  /** First to fourth. */
  readonly ordinals: readonly [string, string, string, string]
  readonly units: { readonly day: string; readonly week: string; readonly month: string; readonly year: string }
  /** One to twelve, then others as `word=number`. */
  readonly numbers: string
  /** Single words for days near the writing, as `word=daysAgo`. */
  readonly nearDays: string
  /** "ce mercredi", "this Wednesday": the day of writing, or the nearest one. */
  readonly thisDay: string
  readonly last: string
  readonly next: string
  /** Before a number and a unit: "il y a", "vor". */
  readonly agoBefore: string
  /** After a number and a unit: "ago", "fa". */
  readonly agoAfter: string
  /** After a number and a unit: "plus tard", "later". The first word of it. */
  readonly later: string
  /** Words that mean the same where a clause ends, and "after" elsewhere. */
  readonly laterAtStop: string
  /** "vient de", "has just": what is told is news. */
  readonly justNow: string
  readonly every: string
  /** Before a date: it went on from there until the writing. */
  readonly since: string
  /** Before a date: it isn't reached yet. */
  readonly deadline: string
  /** "Since then" at the head of a sentence: what was told before is no news any more. */
  readonly sinceThen: string
  /** Auxiliaries and irregular forms of the past. */
  readonly past: string
  /** Auxiliaries of what was over before the past: "avait", "had". */
  readonly beforePast: string
  /** Forms of *to be* that mean the same with a participle after them: "était partie". */
  readonly pluperfectOf: string
  /** How finite verbs of the past end, unfolded. */
  readonly pastEndings: RegExp
  /** How participles end, unfolded: the auxiliary before one has the tense; without one it is an adjective. */
  readonly participleEndings: RegExp | undefined
  /** Forms of *to be* in the present, unfolded, and the participles that make a past with them: "est partie", not "est vendue". */
  readonly present: string
  readonly pastWithPresent: RegExp | undefined
  readonly future: string
  /** How verbs of the future end, unfolded. */
  readonly futureEndings: RegExp | undefined
}

export const dateWords: Readonly<Record<Language, DateWords>> = {
  fr: {
    leadIns:
      'en depuis des de du vers pour avant apres debut mi fin courant ete hiver automne printemps annee septembre juin ce et entre a',
    joiners: 'le de du',
    ordinalEndings: 'er re eme e',
    parts: { start: 'debut', middle: 'mi', end: 'fin' },
    seasons: ['printemps', 'ete', 'automne', 'hiver'],
    quarter: 'trimestre',
    ordinals: ['premier 1er', 'deuxieme second 2e 2eme', 'troisieme 3e 3eme', 'quatrieme dernier 4e 4eme'],
    units: { day: 'jour jours', week: 'semaine semaines', month: 'mois', year: 'an ans annee annees' },
    numbers:
      'un une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze=15|vingt=20|trente=30|quarante=40|cinquante=50|cent=100',
    nearDays: 'hier=1 demain=-1 aujourd=0',
    thisDay: 'ce cet cette',
    last: 'dernier derniere passe passee',
    next: 'prochain prochaine',
    agoBefore: 'y-a voici voila',
    agoAfter: '',
    later: 'plus-tard',
    laterAtStop: 'apres',
    justNow: 'vient-de viennent-de',
    every: 'chaque tous toutes',
    since: 'depuis des',
    deadline: 'ici avant jusqu horizon',
    sinceThen: 'depuis, depuis-lors',
    past: 'a ont ai avons fut furent ete eut etait etaient',
    beforePast: 'avait avaient',
    pluperfectOf: 'etait etaient',
    pastEndings: /(?:[^g]ait|aient|èrent|irent|urent|inrent|int)$/,
    participleEndings: /(?:é|^mort|^(?:re)?parti|^sorti|venu|^descendu)e?s?$/,
    present: 'est sont',
    pastWithPresent:
      /^(?:(?:all|arriv|entr|mont|n|pass|rentr|rest|retourn|tomb|décéd)é|mort|(?:re)?parti|sorti|\p{L}*venu|descendu)e?s?$/u,
    future:
      'va vont prevu prevue prevus prevues attendu attendue programme programmee rendez aura doit doivent devrait devraient',
    futureEndings: /(?:[^eèo]era|ira|dra|vra|rra|fera|sera|eront|iront|dront|vront|rront|front|seront|auront|erez)$/,
  },
  en: {
    leadIns:
      'in since from of by until before after early mid late during around summer winter autumn fall spring year this and between through last next to',
    joiners: 'the of',
    ordinalEndings: 'st nd rd th',
    parts: { start: 'early beginning start', middle: 'mid middle', end: 'late end' },
    seasons: ['spring', 'summer', 'autumn fall', 'winter'],
    quarter: 'quarter',
    ordinals: ['first 1st', 'second 2nd', 'third 3rd', 'fourth last 4th'],
    units: { day: 'day days', week: 'week weeks', month: 'month months', year: 'year years' },
    numbers:
      'one a an|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen=15|twenty=20|thirty=30|forty=40|fifty=50|hundred=100',
    nearDays: 'yesterday=1 tomorrow=-1 today=0 tonight=0',
    thisDay: 'this',
    last: 'last past',
    next: 'next coming',
    agoBefore: '',
    agoAfter: 'ago',
    later: 'later',
    laterAtStop: 'after',
    justNow: 'has-just have-just',
    every: 'every each',
    since: 'since',
    deadline: 'by until till before through',
    sinceThen: 'since-then',
    past: 'was were did has have said told began won lost made took came went fell rose left died met became saw found gave got held kept led paid ran sold sent set spent struck stood wrote opened closed hit broke built bought brought chose drew drove felt grew knew put read spoke taught thought threw shut quit cut sang rang swam drank wore tore swore shot slept swept wept dealt meant burnt bent lent fled fed bled hung stuck hid rode woke froze stole flew blew forgot lit sat understood sought fought caught',
    beforePast: 'had',
    pluperfectOf: '',
    pastEndings: /[^eu]ed$/,
    participleEndings: undefined,
    present: '',
    pastWithPresent: undefined,
    future: 'will shall must ll would scheduled slated plans planned intends expected upcoming going',
    futureEndings: undefined,
  },
  es: {
    leadIns:
      'en desde de del hacia para antes tras principios mediados finales fines verano invierno otono primavera ano este y entre a hasta',
    joiners: 'de del el',
    ordinalEndings: 'o a',
    parts: { start: 'principios comienzos inicios', middle: 'mediados', end: 'finales fines' },
    seasons: ['primavera', 'verano', 'otono', 'invierno'],
    quarter: 'trimestre',
    ordinals: ['primer primero', 'segundo', 'tercer tercero', 'cuarto ultimo'],
    units: { day: 'dia dias', week: 'semana semanas', month: 'mes meses', year: 'ano anos' },
    numbers:
      'un una uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince=15|veinte=20|treinta=30|cuarenta=40|cincuenta=50|cien=100',
    nearDays: 'ayer=1 anteayer=2 manana=-1 hoy=0 anoche=1',
    thisDay: 'este esta',
    last: 'pasado pasada ultimo ultima',
    next: 'proximo proxima',
    agoBefore: 'hace',
    agoAfter: '',
    later: 'mas-tarde',
    laterAtStop: 'despues',
    justNow: 'acaba-de acaban-de',
    every: 'cada todos todas',
    since: 'desde',
    deadline: 'hasta antes',
    sinceThen: 'desde-entonces',
    past: 'ha han fue fueron hizo hicieron dijo dijeron era eran tuvo tuvieron estuvo pudo puso vino dio vio murio',
    beforePast: 'habia habian',
    pluperfectOf: '',
    pastEndings: /(?:[^aeiou]ó|ió|aron|ieron|aba|aban)$/,
    participleEndings: /(?:ado|ada|ados|adas|ido|ida|idos|idas)$/,
    present: '',
    pastWithPresent: undefined,
    future: 'va van previsto prevista previstos previstas prevista preve debe deben',
    futureEndings: /(?:rá|rán|remos)$/,
  },
  de: {
    leadIns:
      'im in seit von vom ab bis vor nach um anfang mitte ende fruhjahr sommer herbst winter jahr jahre jahres und zwischen dem',
    joiners: 'den dem der des',
    ordinalEndings: '',
    parts: { start: 'anfang beginn', middle: 'mitte', end: 'ende' },
    seasons: ['fruhjahr fruhling', 'sommer', 'herbst', 'winter'],
    quarter: 'quartal',
    ordinals: [
      'erste ersten erstes',
      'zweite zweiten zweites',
      'dritte dritten drittes',
      'vierte vierten viertes letzte letzten',
    ],
    units: { day: 'tag tage tagen', week: 'woche wochen', month: 'monat monate monaten', year: 'jahr jahre jahren' },
    numbers:
      'ein eine einem einer einen|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|funfzehn=15|zwanzig=20|dreissig=30|dreißig=30|vierzig=40|funfzig=50|hundert=100',
    nearDays: 'gestern=1 vorgestern=2 morgen=-1 heute=0',
    thisDay: 'diesen diesem dieser dieses',
    last: 'letzten letzte letztes letzter vergangenen vergangene vergangenes vorigen',
    next: 'nachsten nachste nachstes nachster kommenden kommende kommendes',
    agoBefore: 'vor',
    agoAfter: '',
    later: 'spater',
    laterAtStop: 'danach',
    justNow: 'gerade-erst soeben',
    every: 'jeden jedes jede jeder alljahrlich',
    since: 'seit',
    deadline: 'bis spatestens',
    sinceThen: 'seitdem seither',
    past: 'wurde wurden war waren hat haben gab kam kamen ging gingen begann fand fanden stand sagte starb trat traten nahm verlor gewann fiel fielen stieg schloss entschied brach traf trafen lag lief hielt liess sprach zog lehnte',
    beforePast: 'hatte hatten',
    pluperfectOf: '',
    pastEndings: /^(?:ge\p{Ll}{2,}(?:t|en)|\p{Ll}{3,}(?:te|ten|iert)|(?:ver|be|er|ent|zer)\p{Ll}{3,}t)$/u,
    participleEndings: undefined,
    present: '',
    pastWithPresent: undefined,
    future: 'wird werden soll sollen geplant voraussichtlich findet finden startet beginnt',
    futureEndings: undefined,
  },
  it: {
    leadIns:
      'nel in dal dalla da di del dello dell verso per prima dopo entro inizio meta fine estate inverno autunno primavera anno questo e tra fra a al',
    joiners: 'il di del',
    ordinalEndings: 'o',
    parts: { start: 'inizio inizi', middle: 'meta', end: 'fine' },
    seasons: ['primavera', 'estate', 'autunno', 'inverno'],
    quarter: 'trimestre',
    ordinals: ['primo', 'secondo', 'terzo', 'quarto ultimo'],
    units: { day: 'giorno giorni', week: 'settimana settimane', month: 'mese mesi', year: 'anno anni' },
    numbers:
      'un una uno|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|quindici=15|venti=20 vent=20|trenta=30 trent=30|quaranta=40 quarant=40|cinquanta=50 cinquant=50|cento=100',
    nearDays: 'ieri=1 domani=-1 oggi=0 stasera=0',
    thisDay: 'questo questa',
    last: 'scorso scorsa passato passata',
    next: 'prossimo prossima',
    agoBefore: '',
    agoAfter: 'fa',
    later: 'piu-tardi',
    laterAtStop: 'dopo',
    justNow: 'ha-appena hanno-appena',
    every: 'ogni tutti',
    since: 'dal dalla dall',
    deadline: 'entro fino',
    sinceThen: 'da-allora',
    past: 'ha hanno fu furono era erano disse dissero fece fecero stato stata stati state venne vennero nacque mori',
    beforePast: 'aveva avevano',
    pluperfectOf: 'era erano',
    pastEndings: /(?:[^aeiou]ò|iò|arono|irono|erono|eva|evano|ava|avano)$/,
    participleEndings: /(?:at[oaie]|ut[oaie]|it[oaie]|^mort[oaie]|^apert[oaie]|^chius[oaie])$/,
    present: 'è sono',
    pastWithPresent: /./,
    future: 'previsto prevista previsti previste deve devono',
    futureEndings: /(?:rà|ranno|remo)$/,
  },
  pt: {
    leadIns:
      'em desde de do da no na para antes ate apos inicio meados final finais fim verao inverno outono primavera ano este e entre a',
    joiners: 'de do feira dia',
    ordinalEndings: 'o a',
    parts: { start: 'inicio inicios comeco', middle: 'meados', end: 'final finais fim fins' },
    seasons: ['primavera', 'verao', 'outono', 'inverno'],
    quarter: 'trimestre',
    ordinals: ['primeiro', 'segundo', 'terceiro', 'quarto ultimo'],
    units: { day: 'dia dias', week: 'semana semanas', month: 'mes meses', year: 'ano anos' },
    numbers:
      'um uma|dois duas|tres|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|quinze=15|vinte=20|trinta=30|quarenta=40|cinquenta=50|cem=100',
    nearDays: 'ontem=1 anteontem=2 amanha=-1 hoje=0',
    thisDay: 'este esta nesta neste',
    last: 'passado passada ultimo ultima',
    next: 'proximo proxima',
    agoBefore: 'ha',
    agoAfter: 'atras',
    later: 'mais-tarde',
    laterAtStop: 'depois',
    justNow: 'acaba-de acabam-de',
    every: 'cada todos todas todo toda',
    since: 'desde',
    deadline: 'ate antes',
    sinceThen: 'desde-entao',
    past: 'foi foram fez fizeram disse disseram era eram teve tiveram esteve veio deu viu',
    beforePast: 'tinha tinham havia haviam',
    pluperfectOf: '',
    pastEndings: /(?:ou|eu|iu|aram|eram|iram|ava|avam)$/,
    participleEndings: /(?:ado|ada|ados|adas|ido|ida|idos|idas)$/,
    present: '',
    pastWithPresent: undefined,
    future: 'vai vao previsto prevista previstos previstas deve devem',
    futureEndings: /(?:rá|rão|remos)$/,
  },
}
