import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { toShortHash } from '../short-hash.ts'

/**
 * Changes with whatever may make the same posts into other pages: the plugin's own code, the packages that are installed, Node.
 *
 * @param directory - Where the site's lock file is.
 */
export function readCodeVersion(directory: string): string {
  const place = path.resolve(directory)
  const version = versions.get(place) ?? findVersion(place)
  versions.set(place, version)
  return version
}

/** The code that runs stays what it was when it was loaded. */
const versions = new Map<string, string>()

function findVersion(directory: string): string {
  const own = fileURLToPath(new URL('..', import.meta.url))
  const code = readdirSync(own, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.d)\.[jt]s$/.test(name))
    .sort()
    .map((name) => readFileSync(path.join(own, name), 'utf8'))
  const locks = ['package-lock.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock'].map((name) =>
    readIfThere(path.join(directory, name)),
  )
  return toShortHash(JSON.stringify([code, locks, process.versions]))
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
