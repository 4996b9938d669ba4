import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Problem, TagArchiveError } from '../errors.ts'
import { compareCodePoints } from '../markup/compare.ts'

/**
 * Internal links of a built site that lead to no file.
 *
 * @param pathPrefix - Under which the site is served; links begin with it.
 */
export async function findDeadLinks(site: string, pathPrefix: string): Promise<readonly Problem[]> {
  const files = await listFiles(site)
  const known = new Set(files)
  const pages = files.filter((file) => file.endsWith('.html'))
  const dead = new Map<string, string[]>()
  for (const page of pages) {
    const html = await readFile(path.join(site, page), 'utf8')
    for (const target of findTargets(html, page, pathPrefix)) {
      if (known.has(target) || known.has(path.posix.join(target, 'index.html'))) continue
      const linking = dead.get(target)
      if (linking === undefined) dead.set(target, [page])
      else linking.push(page)
    }
  }
  return Array.from(dead)
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([target, linking]) => toProblem(target, linking))
}

async function listFiles(site: string): Promise<readonly string[]> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new TagArchiveError('SITE_MISSING', {
      problem: `There is no built site in ${site}.`,
      remedy: 'Build it first with: npx eleventy',
      cause,
    })
  })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  return files.map((file) => path.relative(site, file).split(path.sep).join('/')).sort(compareCodePoints)
}

/** Files that a page's links and images name, relative to the site's root. A set: a page may say the same often. */
function findTargets(html: string, page: string, pathPrefix: string): ReadonlySet<string> {
  const prefix = `/${pathPrefix}/`.replace(/\/{2,}/g, '/')
  const base = `http://site.invalid${prefix}${page}`
  const targets = new Set<string>()
  for (const [, address = ''] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
    const text = address.replaceAll('&amp;', '&')
    const url = URL.canParse(text, base) ? new URL(text, base) : undefined
    if (url?.host !== 'site.invalid') continue
    const pathname = decodePath(url.pathname)
    targets.add(pathname.startsWith(prefix) ? pathname.slice(prefix.length) : pathname)
  }
  return targets
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

const toProblem = (target: string, linking: readonly string[]): Problem => ({
  code: 'LINK_DEAD',
  message: `${linking[0]}${linking.length > 1 ? ` and ${linking.length - 1} more pages link` : ' links'} to ${target.startsWith('/') ? target : `/${target}`}, which is not there.`,
  remedy: 'Mend the link in the post or the template, or add the page.',
  source: { file: linking[0]! },
  severity: 'loss',
})
