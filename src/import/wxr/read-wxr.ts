import type { Problem } from '../../errors.ts'
import type { TextArchive, TextArchiveOptions } from '../read-text-archive.ts'
import { type DatedArticle, toPage } from '../xml/dated-page.ts'
import type { XmlFile } from '../xml/open-xml.ts'
import type { XmlElement } from '../xml/xml-element.ts'
import { findXmlProblems } from '../xml/xml-problems.ts'
import { WxrLosses } from './left-out.ts'
import { toPostHtml } from './post-html.ts'
import { contentOf, toArticle, WxrBlog } from './wxr-item.ts'

/** Whether a file is an export of WordPress: its root declares that format's names, as no feed does. */
export const isWxr = (root: XmlElement): boolean =>
  root.name === 'rss' && [...root.attributes.values()].some((value) => /wordpress\.org\/export\//i.test(value))

/**
 * Reads an export of WordPress (WXR 1.0 to 1.2), item by item: published posts as posts; drafts, and posts that wait for
 * review or for their day, as drafts; the rest is reported.
 */
export function readWxr(xml: XmlFile, options: TextArchiveOptions): TextArchive {
  const blog = new WxrBlog()
  const losses = new WxrLosses(options)
  const articles: DatedArticle[] = []
  for (const part of xml.parts) {
    if (part.name !== 'item') blog.add(part)
    else if (losses.isPost(part)) {
      const text = toPostHtml(contentOf(part))
      const dated = toArticle(part, text, blog, options)
      losses.addText(dated.article, text)
      articles.push(dated)
    }
  }
  return {
    format: 'WordPress export',
    pages: [toPage(options.file, articles, 'oldestFirst')],
    hasPostMarks: true,
    furniture: [],
    problems: [
      ...findXmlProblems(options.file, xml.faults),
      ...(blog.version === undefined ? [toVersionMissing(options.file)] : []),
      ...losses.problems(),
    ],
  }
}

const toVersionMissing = (file: string): Problem => ({
  code: 'WXR_VERSION_MISSING',
  message: `${file} doesn't say which version of WordPress's export format it has; it was read as 1.2.`,
  remedy: 'Compare the number of posts with that of the blog; export again if some are missing.',
  source: { file },
  severity: 'doubt',
})
