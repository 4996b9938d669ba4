/**
 * Spreads a hash over all 32 bits (the finaliser of MurmurHash3). Without it, neighbouring words have neighbouring hashes,
 * and sampling by hash takes too many of some words and none of others.
 */
export function mixBits(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
