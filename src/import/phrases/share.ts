import type { Phrases } from './phrases.ts'

/** Share and "like" buttons, and what stands around them. */
export const sharePhrases: Phrases = {
  prefixes: [
    'partage[rz] (?:sur|cet|ceci|ce|via|:)',
    'cliquez? (?:pour|ici pour) (?:partager|envoyer|imprimer)',
    "j'aime (?:ceci|ca|chargement)",
    'share (?:this|on|via|:)',
    'click to (?:share|email|print)',
    'like (?:this|loading)',
    'compart(?:e|ir|elo) (?:en|esto|este|con|via|:)',
    'haz clic para (?:compartir|enviar|imprimir)',
    'me gusta (?:esto|cargando)',
    'teilen (?:mit|auf|uber)',
    'klick(?:en)?,? um (?:auf|uber|dies|ein)',
    'gefallt mir (?:wird|:)',
    'condivi(?:di|dere) (?:su|con|questo|:)',
    'fai clic (?:qui )?per (?:condividere|inviare|stampare)',
    'mi piace (?:caricamento|:)',
    'compartilh(?:e|ar) (?:no|na|em|isso|este|:)',
    'partilh(?:e|ar) (?:no|na|em|isto|:)',
    'clique para (?:compartilhar|partilhar|enviar|imprimir)',
    'curtir (?:isso|carregando)',
    'gosto? (?:disto|carregando)',
    // Blogger's row of buttons.
    'envoyer par e-?mail(?: blogthis|ceci)?',
    '(?:e-?mail this|blogthis!|share to (?:x|twitter|facebook|pinterest))',
    '(?:enviar por (?:e-?mail|correo)|escribe un blog|postar no blog|dar a conhecer)',
    '(?:diesen post per e-?mail|in (?:x|twitter|facebook) freigeben)',
    '(?:invia tramite email|postalo sul blog)',
  ],
  wholes: [
    'partager',
    'partagez',
    "j'aime(?: chargement| ceci)?",
    '(?:articles? )?similaires?',
    'sur le meme (?:sujet|theme)',
    'imprimer(?: cet article)?',
    'envoyer par (?:e-?mail|courriel)',
    'share',
    'like',
    'tweet(?:er)?',
    'pin it',
    'related(?: posts| articles)?',
    'compart(?:e|ir)',
    'me gusta(?: esto)?',
    '(?:entradas )?relacionad[oa]s?',
    // Related posts name the category that they stand in.
    '(?:dans|in|en|em) ["“«„‚‘] ?[^"”»“]{1,60} ?["”»“’]',
    '(?:posts|artigos) relacionados',
    'teilen',
    'drucken',
    'gefallt mir',
    'ahnliche(?: beitrage| artikel)?',
    'condividi',
    'mi piace',
    '(?:articoli )?correlat[io]',
    'compartilh(?:e|ar)',
    'partilh(?:e|ar)',
    'curtir',
    '(?:chargement|loading|cargando|wird geladen|caricamento|carregando)(?: en cours)?',
  ],
}

/** Bare names of share buttons. "Twitter" may as well be a word of the text, so alone they prove little. */
export const shareButtonNames =
  '(?:facebook|twitter|x|linkedin|pinterest|whatsapp|telegram|reddit|tumblr|pocket|e-?mail|courriel|print|imprimer|mastodon|bluesky|google\\+?|delicious|digg|xing|viadeo|scoop\\.?it)'
