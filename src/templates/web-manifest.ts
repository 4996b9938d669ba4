import type { SiteModel } from '../pages/site-model.ts'
import { homePath, siteIconPath } from '../pages/urls.ts'
import { themeColour } from './theme-colours.ts'

/** What a device needs that puts the site among its programs: https://www.w3.org/TR/appmanifest/ */
export function formatWebManifest({ title, description, messages, urls }: SiteModel): string {
  const paper = themeColour('paper').light
  const home = urls.href(homePath)
  const manifest = {
    name: title,
    short_name: toShortName(title),
    description: description || undefined,
    lang: messages.language,
    id: home,
    start_url: home,
    scope: home,
    display: 'browser',
    background_color: paper,
    theme_color: paper,
    icons: [{ src: urls.href(siteIconPath), type: 'image/svg+xml', sizes: 'any' }],
  }
  return `${JSON.stringify(manifest, undefined, 2)}\n`
}

/** Home screens show about as much. */
const shortNameLength = 12

/** Whole words as long as there is room for them. */
function toShortName(title: string): string {
  if (title.length <= shortNameLength) return title
  const end = title.lastIndexOf(' ', shortNameLength)
  return end > 0 ? title.slice(0, end) : Array.from(title).slice(0, shortNameLength).join('')
}
