import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ownFolder } from '../own-folder.ts'
import { hash, toShortHash } from '../short-hash.ts'

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
  // The package has all of its code in one folder, beside many with types.
  const isSource = import.meta.url.endsWith('.ts')
  const code = readdirSync(ownFolder, { recursive: isSource, encoding: 'utf8' })
    .filter((name) => /(?<!\.d)\.[jt]s$/.test(name))
    .sort()
    .map((name) => path.join(ownFolder, name))
  const locks = ['package-lock.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock'].map((name) =>
    path.join(directory, name),
  )
  const digests = [...code, ...locks].map(digestFile)
  return toShortHash(JSON.stringify([digests, process.versions]))
}

/** `undefined` where there is no such file. */
function digestFile(file: string): string | undefined {
  try {
    return hash('sha1', readFileSync(file), 'base64')
  } catch {
    return undefined
  }
}
