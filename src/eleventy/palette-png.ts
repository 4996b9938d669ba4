import assert from 'node:assert/strict'
import { constants, deflateSync } from 'node:zlib'

export interface Bitmap {
  readonly width: number
  readonly height: number
  /** Red, green, blue and opacity of each pixel, 0–255. */
  readonly pixels: Uint8Array
}

export type Rgb = readonly [red: number, green: number, blue: number]

/**
 * A bitmap as a PNG of 16 colours, a third of the size that one of all colours has: https://www.w3.org/TR/png-3/
 *
 * @param palette - At most 16; each pixel gets the nearest.
 */
export function encodePalettePng({ width, height, pixels }: Bitmap, palette: readonly Rgb[]): Uint8Array {
  assert(palette.length <= 16 && width % 2 === 0, 'two pixels are a byte')
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([4, 3, 0, 0, 0], 8)
  const rows = toRows({ width, height, pixels }, palette)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    toChunk('IHDR', header),
    toChunk('PLTE', Buffer.from(palette.flat())),
    // Other strategies look matches up by hashes that differ from processor to processor.
    toChunk('IDAT', deflateSync(rows, { level: 9, strategy: constants.Z_RLE })),
    toChunk('IEND', Buffer.alloc(0)),
  ])
}

/** Two pixels a byte; each row begins with its filter, and says where it differs from the one above. */
function toRows({ width, height, pixels }: Bitmap, palette: readonly Rgb[]): Buffer {
  const indexOf = createNearest(palette)
  const stride = width / 2
  const rows = Buffer.alloc((stride + 1) * height)
  let above = Buffer.alloc(stride)
  for (let y = 0; y < height; y++) {
    const row = Buffer.alloc(stride)
    for (let x = 0; x < stride; x++) {
      const at = (y * width + 2 * x) * 4
      row[x] = (indexOf(pixels, at) << 4) | indexOf(pixels, at + 4)
    }
    const start = y * (stride + 1)
    rows[start] = filterUp
    for (let x = 0; x < stride; x++) rows[start + 1 + x] = row[x]! - above[x]!
    above = row
  }
  return rows
}

const filterUp = 2

function createNearest(palette: readonly Rgb[]): (pixels: Uint8Array, at: number) => number {
  const known = new Map<number, number>()
  return (pixels, at) => {
    const [red, green, blue] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!]
    const colour = (red << 16) | (green << 8) | blue
    const found = known.get(colour)
    if (found !== undefined) return found
    const distances = palette.map(([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2)
    const nearest = distances.indexOf(Math.min(...distances))
    known.set(colour, nearest)
    return nearest
  }
}

function toChunk(type: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + data.length)
  chunk.writeUInt32BE(data.length, 0)
  chunk.write(type, 4, 'latin1')
  chunk.set(data, 8)
  chunk.writeUInt32BE(toCrc32(chunk.subarray(4, 8 + data.length)), 8 + data.length)
  return chunk
}

/** Node has one from 22.2 on. */
function toCrc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}
