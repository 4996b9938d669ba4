import { shorten, TagArchiveError } from '../errors.ts'

/**
 * The moment of the build: `SOURCE_DATE_EPOCH`, as for any reproducible build, else the clock. Asked only where the owner
 * wants future posts to wait, and by `tag-archive check`, so that nothing that is built otherwise depends on it.
 *
 * @throws {TagArchiveError} `BUILD_TIME_INVALID`
 */
export function readBuildTime(environment: { readonly SOURCE_DATE_EPOCH?: string | undefined }): Date {
  const { SOURCE_DATE_EPOCH: seconds } = environment
  if (seconds === undefined || seconds === '') return new Date()
  if (/^\d{1,11}$/.test(seconds)) return new Date(Number(seconds) * 1000)
  throw new TagArchiveError('BUILD_TIME_INVALID', {
    problem: `SOURCE_DATE_EPOCH is ${shorten(seconds)}.`,
    remedy: 'Set it to seconds since 1970, such as "1735689600", or unset it.',
  })
}
