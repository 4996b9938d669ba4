/** The error that a function throws; fails where it throws none. */
export function catchError(run: () => unknown): Error {
  try {
    run()
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
  throw new Error('expected an error, and there was none')
}
