/** Pieces of work that either of two threads could do: whoever claims one first does it. One number for each, in memory that both have. */
export type Claims = Int32Array<SharedArrayBuffer>

export const createClaims = (count: number): Claims =>
  new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT))

/** @returns Whether it is the caller's: nobody claimed it before. */
export const tryToClaim = (claims: Claims, at: number): boolean => Atomics.exchange(claims, at, 1) === 0
