/** Files that a post may show or offer: pictures, sound, films and documents. By ending: how such a file begins, in
 * hexadecimal digits. */
const signatures: Readonly<Record<string, RegExp>> = {
  jpg: /^ffd8ff/,
  png: /^89504e470d0a1a0a/,
  gif: /^47494638(?:37|39)61/,
  webp: /^52494646.{8}57454250/,
  avif: /^.{8}66747970(?:617669|6d696631|6d736631)/,
  bmp: /^424d/,
  svg: /^/,
  mp3: /^(?:494433|ff[ef])/,
  mp4: /^.{8}66747970/,
  mov: /^.{8}(?:66747970|6d6f6f76|6d646174|77696465|66726565)/,
  ogg: /^4f676753/,
  flac: /^664c6143/,
  wav: /^52494646.{8}57415645/,
  webm: /^1a45dfa3/,
  pdf: /^255044462d/,
  docx: /^504b0304/,
  doc: /^d0cf11e0/,
}

const sameKind: Readonly<Record<string, string>> = {
  ...{ jpeg: 'jpg', jpe: 'jpg', m4v: 'mp4', m4a: 'mp4', oga: 'ogg', ogv: 'ogg', opus: 'ogg', xls: 'doc', ppt: 'doc' },
  ...{ epub: 'docx', xlsx: 'docx', pptx: 'docx', odt: 'docx', ods: 'docx', odp: 'docx' },
}

/** The ending of an address that names such a file, in lower case. */
export function findMediaEnding(address: string): string | undefined {
  const ending = /\.([a-z0-9]{3,4})$/i.exec(address.replace(/[?#].*$/s, ''))?.[1]?.toLowerCase()
  return ending !== undefined && Object.hasOwn(signatures, sameKind[ending] ?? ending) ? ending : undefined
}

/**
 * Why a file may not be published: what it holds is not what its name says, or it could run in a reader's browser.
 *
 * @param bytes - All of a drawing (SVG); of other files, the start is enough.
 */
export function findMediaRefusal(ending: string, bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 64)).toString('hex')
  const text = ending === 'svg' ? Buffer.from(bytes).toString('utf8') : ''
  const isSound = ending === 'svg' ? drawing.test(text) : signatures[sameKind[ending] ?? ending]?.test(start) === true
  if (!isSound) return `is no ${ending.toUpperCase()} file inside`
  return activeDrawing.test(text) ? 'is a drawing that holds script or outside parts' : undefined
}

const drawing = /^\ufeff?\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!doctype svg[^>[]*>\s*)*<svg[\s>]/i

const activeDrawing =
  /<(?:\w+:)?(?:script|foreignObject|iframe|embed|object|handler|set|animate)\b|\son\w+\s*=|javascript:|<!entity|&#|(?:href|src)\s*=\s*["']?\s*(?!["'#\s]|data:image\/(?:png|jpe?g|gif|webp))/i
