import { escapePlainText } from './xml-parts.ts'

/** Keeps texts out of a library's sight. */
export interface HeldTexts {
  /** Takes a text that is escaped for the place where it will stand, and gives a stand-in for it. */
  readonly hold: (markup: string) => string
  /** Takes plain text. */
  readonly holdText: (plain: string) => string
  /** Puts the texts in the places of their stand-ins. */
  readonly release: (document: string) => string
}

/**
 * `feed` escapes some texts twice, others not at all, puts titles into CDATA and sends ids through `new URL()`. So it
 * sees none: it gets a URI without any character that could be escaped, and writes that. It follows that until the texts
 * are released, every `<` in what it wrote is its own markup, and what it gets wrong there can be mended by plain
 * replacements.
 */
export function createHeldTexts(): HeldTexts {
  const texts: string[] = []
  const hold = (markup: string): string => `urn:held:${texts.push(markup) - 1}`
  return {
    hold,
    holdText: (plain) => hold(escapePlainText(plain)),
    release: (document) =>
      document.replace(
        /<!\[CDATA\[urn:held:(\d+)\]\]>|urn:held:(\d+)/g,
        (_, inData?: string, inText?: string) => texts[Number(inData ?? inText)]!,
      ),
  }
}
