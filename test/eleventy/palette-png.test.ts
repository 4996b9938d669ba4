import { Resvg } from '@resvg/resvg-js'
import { expect, test } from 'vitest'
import { encodePalettePng } from '../../src/eleventy/palette-png.ts'

test('another reader sees the pixels that were given', () => {
  const palette = [
    [255, 255, 255],
    [168, 40, 26],
    [0, 0, 0],
  ] as const
  const colours = [0, 1, 2, 2, 0, 1, 1, 0].map((index) => palette[index]!)
  const pixels = Uint8Array.from(colours.flatMap((colour) => [...colour, 255]))
  const png = Buffer.from(encodePalettePng({ width: 4, height: 2, pixels }, palette)).toString('base64')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"><image width="4" height="2" image-rendering="optimizeSpeed" href="data:image/png;base64,${png}"/></svg>`
  expect([...new Resvg(svg).render().pixels]).toEqual([...pixels])
})
