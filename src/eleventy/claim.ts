/** For a piece of work that each of two threads could do; whoever claims it first does. */
export const createClaim = (): SharedArrayBuffer => new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)

/** @returns Whether it is the caller's: nobody claimed it before. */
export const tryToClaim = (claim: SharedArrayBuffer): boolean => Atomics.exchange(new Int32Array(claim), 0, 1) === 0
