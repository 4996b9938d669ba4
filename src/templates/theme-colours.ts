import assert from 'node:assert/strict'
import { tokens } from './styles/tokens.ts'

export interface ThemeColour {
  /** By day, and by night: `#fbfaf7`. */
  readonly light: string
  readonly dark: string
}

/** A colour of the stylesheet, for what no stylesheet reaches: a browser's own bars, an icon. */
export function themeColour(name: 'paper' | 'ink' | 'thread'): ThemeColour {
  const found = new RegExp(`--${name}:\\s*light-dark\\((#[0-9a-f]{6}),\\s*(#[0-9a-f]{6})\\)`).exec(tokens)
  assert(found?.[1] !== undefined && found[2] !== undefined, `the tokens name the colour ${name}, by day and by night`)
  return { light: found[1], dark: found[2] }
}
