/** For a piece of work that each of two threads could do; whoever claims it first does. */
export const createClaim = (): SharedArrayBuffer => new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)

/** @returns Whether the other one has not claimed it. */
export const tryToClaim = (claim: SharedArrayBuffer): boolean => Atomics.exchange(new Int32Array(claim), 0, 1) === 0
