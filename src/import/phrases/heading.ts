import type { Language } from '../../calendar/language.ts'
import type { ArchiveHeading } from '../archived-article.ts'

export type HeadingKind = ArchiveHeading['kind']

/** What stands before the name. `explicit` needs no colon or quotes between itself and the name, `label` needs a colon. */
interface HeadingPhrases {
  readonly explicit: Readonly<Partial<Record<HeadingKind, string>>>
  readonly label: Readonly<Partial<Record<HeadingKind, string>>>
}

/** Folded (no accents, lower case), as regular expressions. From WordPress's own strings and those of common themes. */
export const headingPhrases: Readonly<Record<Language, HeadingPhrases>> = {
  fr: {
    explicit: {
      tag: "archives? (?:pour|par|de|du|des|d'|de la|de l')? ?(?:le |la |l')?(?:tags?|mots?[- ]clef?s?|etiquettes?)|(?:articles?|billets?|posts?) (?:tagues?|taggues?|tagges?|marques?|etiquetes?|avec le (?:tag|mot[- ]clef?)|avec l'etiquette|portant l'etiquette)(?: avec| comme| par)?(?: le (?:tag|mot[- ]clef?)| l'etiquette)?|affichage des articles dont le libelle est|resultats? pour (?:le |la |l')?(?:tag|mot[- ]clef?|etiquette)",
      category:
        'archives? (?:pour|par|de|des|de la)? ?(?:la )?(?:categories?|rubriques?)|(?:articles?|billets?) (?:de|dans) la (?:categorie|rubrique)',
      date: "archives? (?:pour|de|du|d')? ?(?:le )?(?:mois|jour|annee)(?: de| d')?|archives? (?:mensuelles?|annuelles?|quotidiennes?|journalieres?)(?: de| d')?",
      author: "archives? (?:de l'|par |pour l'|d')auteur|(?:articles?|billets?|publies?) (?:ecrits )?par l'auteur",
      search: 'resultats? (?:de (?:la )?)?recherche (?:pour|de)',
    },
    label: {
      tag: 'tag|mot[- ]clef?|etiquette|libelle',
      category: 'categorie|rubrique',
      date: 'mois|annee|jour',
      author: 'auteur|auteur/autrice',
      search: 'recherche',
    },
  },
  en: {
    explicit: {
      tag: 'tag archives?(?: for)?|archives? for (?:the )?tag|(?:posts|entries|articles|stories)(?: that are)? tagged(?: with| as| under)?|browsing (?:all )?(?:posts |articles |entries )?(?:tagged(?: with)?|(?:the |by )?tag)|(?:showing )?posts with (?:the )?(?:label|tag)|everything tagged|results? for (?:the )?tag|currently browsing(?: the)? tag',
      category:
        'category archives?(?: for)?|archives? for (?:the )?category|(?:posts|entries|articles|stories) (?:filed )?(?:in|under)(?: the)? category|browsing (?:the )?category|(?:posts|entries|articles) filed under',
      date: '(?:monthly|yearly|daily|annual) archives?(?: for)?|archives? for the (?:month|year|day)(?: of)?',
      author: 'author archives?(?: for)?|(?:all )?(?:posts|articles|entries) by',
      search: 'search results(?: for)?|you searched for',
    },
    label: { tag: 'tag', category: 'category', date: 'month|year|day', author: 'author', search: 'search' },
  },
  es: {
    explicit: {
      tag: 'archivos? (?:de|por|para|del|de la|de las|para la)? ?(?:la |el )?(?:etiquetas?|tags?)|(?:entradas?|articulos?|publicaciones|posts?) (?:etiquetad[oa]s?|marcad[oa]s?|con (?:la etiqueta|el tag))(?: con| como)?|mostrando (?:las )?entradas con la etiqueta|resultados (?:de|para|por) (?:la )?etiqueta',
      category:
        'archivos? (?:de|por|para|de la|para la)? ?(?:la )?categorias?|(?:entradas?|articulos?) (?:de|en) la categoria',
      date: 'archivos? (?:del?|para el) (?:mes|ano|dia)(?: de)?|archivos? (?:mensual(?:es)?|anual(?:es)?|diarios?)(?: de)?',
      author: 'archivos? (?:del|por|de) autor|(?:todas las )?(?:entradas|publicaciones) (?:de|por) el autor',
      search: 'resultados de (?:la )?busqueda (?:de|para|por)',
    },
    label: { tag: 'etiqueta', category: 'categoria', date: 'mes|ano|dia', author: 'autor', search: 'busqueda|buscar' },
  },
  de: {
    explicit: {
      tag: '(?:schlagwort|tag|schlagworter)[- ]?archive?(?: fur| von)?|archive? (?:fur|zum|des|nach)? ?(?:das |den |die |dem )?(?:schlagwort(?:er|s|es)?|tags?|stichwort)|(?:artikel|beitrage|eintrage|posts) (?:mit dem (?:schlagwort|tag|stichwort|label)|zum (?:schlagwort|thema|tag)|getaggt mit|verschlagwortet mit)|posts mit dem label|ergebnisse? (?:fur|zum) (?:das |den )?(?:schlagwort|tag)',
      category:
        'kategorie[- ]?archive?(?: fur| von)?|archive? (?:der|fur(?: die)?|nach)? ?(?:kategorie|rubrik)|(?:artikel|beitrage) (?:in|aus) der (?:kategorie|rubrik)',
      date: '(?:monats|jahres|tages)[- ]?archive?(?: fur| von)?|monatliche archive|archive? (?:fur den monat|des monats|fur das jahr)',
      author: 'autoren?[- ]?archive?(?: fur| von)?|alle (?:artikel|beitrage) von|archive? (?:des autors|fur autor)',
      search: 'suchergebnisse? (?:fur|nach)',
    },
    label: {
      tag: 'schlagwort|tag|stichwort',
      category: 'kategorie|rubrik',
      date: 'monat|jahr|tag(?= *: *\\d)',
      author: 'autor',
      search: 'suche',
    },
  },
  it: {
    explicit: {
      tag: "archivi[o]? (?:per|del|dei|di|della|delle)? ?(?:il |i |la )?(?:tags?|etichett[ae]|parola chiave)|(?:articoli|post|messaggi) (?:con (?:il |i )?tag|con (?:l')?etichetta|taggati|contrassegnati|marcati)(?: con| come)?|visualizzazione (?:dei )?post con etichetta|risultati (?:per|del) (?:il )?tag",
      category:
        'archivi[o]? (?:per|della|delle|di)? ?(?:la )?categori[ae]|(?:articoli|post) (?:della|nella|in) categoria',
      date: "archivi[o]? (?:mensil[ei]|annual[ei]|giornalier[oi])(?: di)?|archivi[o]? (?:del|per il) (?:mese|giorno)(?: di)?|archivi[o]? dell'anno",
      author: "archivi[o]? (?:dell'|per |d')?autore|(?:tutti gli )?articoli di",
      search: 'risultati (?:della |di )?ricerca (?:per|di)',
    },
    label: { tag: 'etichetta', category: 'categoria', date: 'mese|anno|giorno', author: 'autore', search: 'ricerca' },
  },
  pt: {
    explicit: {
      tag: 'arquivos? (?:da|de|do|das|para a|para o|por)? ?(?:tags?|etiquetas?|marcador(?:es)?|palavras?-chave)|(?:posts?|artigos?|entradas?|postagens|publicacoes) (?:com (?:a |o )?(?:tag|etiqueta|marcador)|tague?ad[oa]s|marcad[oa]s|etiquetad[oa]s)(?: com| como)?|mostrando postagens com (?:o )?(?:marcador|rotulo)(?: de)?|a mostrar mensagens com a etiqueta|resultados (?:da|para a|para o) (?:tag|etiqueta|marcador)',
      category: 'arquivos? (?:da|de|para a|por)? ?categorias?|(?:posts?|artigos?|publicacoes) (?:da|na|em) categoria',
      date: 'arquivos? (?:mensal|mensais|anual|anuais|diarios?)(?: de)?|arquivos? (?:do|para o) (?:mes|ano|dia)(?: de)?',
      author: 'arquivos? (?:do|de|por) autor|(?:todos os )?(?:posts|artigos) (?:de|por) autor',
      search: 'resultados da (?:busca|pesquisa) (?:por|de|para)',
    },
    label: {
      tag: 'etiqueta|marcador',
      category: 'categoria',
      date: 'mes|ano|dia',
      author: 'autor',
      search: 'busca|pesquisa',
    },
  },
}

/** English, French and German themes also put the word behind a quoted name: "Archive for the ‘X’ Tag". */
export const quotedHeadings: readonly (readonly [HeadingKind, RegExp])[] = [
  ['tag', /^(?:archives? for )?(?:the )?(["'“«‹„‚].{1,120}["'”»›“]) (?:tag|archives?)$/],
  ['category', /^(?:archives? for )?(?:the )?(["'“«‹„‚].{1,120}["'”»›“]) category(?: archives?)?$/],
]

/** "Archive for November, 2022", "Archives pour novembre 2022", "Archiv für November 2022": nothing but the name tells the kind. */
export const dateHeadings: Readonly<Record<Language, RegExp>> = {
  fr: /^archives? (?:pour|de|d'|du) ?(?=(?:\S{1,14} ){0,3}\d{4}$)/,
  en: /^archives? (?:for|from|of) ?(?=(?:\S{1,14} ){0,3}\d{4}$)/,
  es: /^archivos? (?:para|de) ?(?=(?:\S{1,14} ){0,4}\d{4}$)/,
  de: /^archive? (?:fur|vom|von) ?(?=(?:\S{1,14} ){0,3}\d{4}$)/,
  it: /^archivi[o]? (?:per|di|del) ?(?=(?:\S{1,14} ){0,3}\d{4}$)/,
  pt: /^arquivos? (?:para|de) ?(?=(?:\S{1,14} ){0,4}\d{4}$)/,
}
