/** A whole PNG of one colour would do no more for a test than its first bytes. */
export function pngOf(width: number, height: number): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d494844520000000000000000080200000000000000', 'hex')
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return head
}

/** @param orientation - Of EXIF. @param before - Bytes of a colour profile that stand before the size. */
export function jpegOf(width: number, height: number, { orientation = 1, before = 0 } = {}): Buffer {
  const exif = Buffer.from(`457869660000${'4d4d002a00000008'}0001${'0112000300000001'}000${orientation}0000`, 'hex')
  const frame = Buffer.from('080000000003011100021101031101', 'hex')
  frame.writeUInt16BE(height, 1)
  frame.writeUInt16BE(width, 3)
  const profiles = Array.from({ length: Math.ceil(before / 60_000) }, () => segment('ffe2', Buffer.alloc(60_000)))
  return Buffer.concat([Buffer.from('ffd8', 'hex'), segment('ffe1', exif), ...profiles, segment('ffc0', frame)])
}

function segment(marker: string, content: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(content.length + 2)
  return Buffer.concat([Buffer.from(marker, 'hex'), length, content])
}

/** A GIF of one pixel, whole: browsers show it. */
export const gif: Buffer = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
