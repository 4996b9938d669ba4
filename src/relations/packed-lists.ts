import { createHash } from 'node:crypto'

/** Lists that files can hold. */
export type NumberList = Uint8Array | Uint32Array | Float32Array | Float64Array

export type NumberLists = { readonly [name: string]: NumberList }

/** What bytes hold: lists by name, and whatever JSON can. */
export interface PackedLists {
  readonly lists: NumberLists
  readonly facts: unknown
}

/** Before each list, so that a view of it can be made. */
const alignment = 8

const types = { Uint8Array, Uint32Array, Float32Array, Float64Array } as const

type ListType = keyof typeof types

const listTypes = Object.keys(types) as readonly ListType[]

type ListHead = readonly [name: string, type: ListType, length: number]

interface Head {
  /** Of a machine, since lists are as they are in its memory. */
  readonly order: number
  readonly lists: readonly ListHead[]
  readonly facts: unknown
}

/**
 * Puts lists one after another behind a head of JSON, and a digest of it all before it.
 *
 * @param write - Takes one piece after another.
 */
export function writeLists({ lists, facts }: PackedLists, write: (piece: Uint8Array) => void): void {
  const heads = Object.entries(lists).map(([name, list]): ListHead => [name, typeOf(list), list.length])
  const head: Head = { order: orderOfBytes(), lists: heads, facts }
  const json = Buffer.from(JSON.stringify(head))
  const pieces = [
    Buffer.from(Uint32Array.of(json.length, 0).buffer),
    ...[json, ...Object.values(lists)].map((list) => pad(toBytes(list))),
  ]
  const digest = createHash('sha1')
  for (const piece of pieces) digest.update(piece)
  write(pad(digest.digest()))
  for (const piece of pieces) write(piece)
}

/** Lists as views into the bytes. @returns `undefined` where the bytes are damaged, or of a machine of the other byte order. */
export function readLists(bytes: Uint8Array): PackedLists | undefined {
  const digest = createHash('sha1').update(bytes.subarray(digestBytes)).digest()
  if (bytes.byteOffset % alignment !== 0 || Buffer.compare(pad(digest), bytes.subarray(0, digestBytes)) !== 0)
    return undefined
  const { buffer, byteOffset } = bytes
  const [headLength = 0] = new Uint32Array(buffer, byteOffset + digestBytes, 1)
  let at = byteOffset + digestBytes + alignment
  const head: Head = JSON.parse(Buffer.from(buffer, at, headLength).toString())
  if (head.order !== orderOfBytes()) return undefined
  at += padded(headLength)
  const lists = head.lists.map(([name, type, length]) => {
    const list = new types[type](buffer as ArrayBuffer, at, length)
    at += padded(list.byteLength)
    return [name, list] as const
  })
  return { lists: Object.fromEntries(lists), facts: head.facts }
}

const digestBytes = 24

const padded = (length: number): number => Math.ceil(length / alignment) * alignment

const toBytes = ({ buffer, byteOffset, byteLength }: NumberList): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)

/** A Buffer is one of bytes. */
const typeOf = (list: NumberList): ListType => listTypes.find((type) => list instanceof types[type])!

/** The same bytes where they fill whole steps. */
function pad(bytes: Uint8Array): Uint8Array {
  if (bytes.length % alignment === 0) return bytes
  const larger = new Uint8Array(padded(bytes.length))
  larger.set(bytes)
  return larger
}

const orderOfBytes = (): number => new Uint8Array(Uint32Array.of(1).buffer)[0]!
