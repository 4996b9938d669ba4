import type { ResolvedOptions } from '../options.ts'
import { toLlmsView } from '../pages/llms-view.ts'
import type { SiteModel } from '../pages/site-model.ts'
import { llmsPath, siteIconPath, webManifestPath } from '../pages/urls.ts'
import { formatLlms } from '../templates/llms.ts'
import { siteIcon } from '../templates/site-icon.ts'
import { formatWebManifest } from '../templates/web-manifest.ts'
import type { BesideFile } from './write-beside.ts'

/** What stands at addresses that a site may use itself: its own file stays. */
export const toSiteFiles = (model: SiteModel, { llms }: Pick<ResolvedOptions, 'llms'>): readonly BesideFile[] => [
  { path: siteIconPath, text: () => siteIcon(model.title), yields: true },
  { path: webManifestPath, text: () => formatWebManifest(model), yields: true },
  ...(llms ? [{ path: llmsPath, text: () => formatLlms(toLlmsView(model)), yields: true }] : []),
]
