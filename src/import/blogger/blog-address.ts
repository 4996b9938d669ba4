import { listSome, type Problem } from '../../errors.ts'
import { compareCodePoints } from '../../markup/compare.ts'
import { findBodyAddresses } from '../media/body-addresses.ts'
import type { DatedArticle } from '../xml/dated-page.ts'

/**
 * Gives posts of the form of 2023 their addresses. It names their paths and not their blog; but posts link to each other: a link
 * that ends in the path of one of them tells where the blog stood, if all such links agree.
 *
 * @param paths - Of posts whose address isn't known, such as `/2023/05/le-battoir.html`.
 */
export function giveAddresses(
  file: string,
  articles: readonly DatedArticle[],
  paths: ReadonlyMap<DatedArticle, string>,
): { readonly articles: readonly DatedArticle[]; readonly problems: readonly Problem[] } {
  if (paths.size === 0) return { articles, problems: [] }
  const hosts = findHosts(articles, new Set(paths.values()))
  const [host] = hosts
  if (host === undefined || hosts.length > 1) return { articles, problems: [toProblem(file, hosts)] }
  return { articles: articles.map((one) => withAddress(one, paths.get(one), host)), problems: [] }
}

function findHosts(articles: readonly DatedArticle[], paths: ReadonlySet<string>): readonly string[] {
  const hosts = articles
    .flatMap(({ article: { body } }) => findBodyAddresses(body))
    .flatMap(({ address }) => (/^https?:/i.test(address) && URL.canParse(address) ? [new URL(address)] : []))
    .filter(({ pathname }) => paths.has(pathname))
    .map(({ host }) => toUsualHost(host))
  return Array.from(new Set(hosts)).sort(compareCodePoints)
}

/** Blogger showed a blog under the ending of each reader's country. */
const toUsualHost = (host: string): string => host.replace(/\.blogspot\.(?:com?\.)?[a-z]{2,3}$/, '.blogspot.com')

function withAddress(dated: DatedArticle, path: string | undefined, host: string): DatedArticle {
  if (path === undefined) return dated
  const { article, moment } = dated
  const [source, ...others] = article.sources
  const url = new URL(path, `https://${host}`).href
  return { article: { ...article, sources: [{ ...source, url }, ...others] }, moment }
}

const toProblem = (file: string, hosts: readonly string[]): Problem => ({
  code: 'BLOG_ADDRESS_UNKNOWN',
  message: `${file} doesn't say where the blog stood, and links between its posts ${
    hosts.length === 0 ? "don't either" : `name several places: ${listSome(hosts)}`
  }: nobody is led on from old addresses.`,
  remedy:
    'Write "url" under "source" in the posts that are still linked to, such as https://old.example/2023/05/post.html.',
  source: { file },
  severity: 'doubt',
})
