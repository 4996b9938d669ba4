import type { ServerOptions, TemplateConfig } from './eleventy-types.ts'

/** Eleventy's dev server, as far as we use it. */
interface DevServer {
  reload(event: object): void
  sendError(event: { readonly error: unknown }): void
}

/** A process has one, and it outlives the configuration that it was started with. */
let server: DevServer | undefined

/**
 * Learns of the dev server when it starts, beside whatever the owner does then. Of another server than Eleventy's own nothing is
 * asked: not each has what this takes.
 */
export function followDevServer(templateConfig: TemplateConfig): void {
  const { serverOptions } = templateConfig.getConfig()
  const { module, ready } = serverOptions
  if (module === undefined || module === '@11ty/eleventy-dev-server') serverOptions.ready = withNote(ready)
}

type Ready = NonNullable<ServerOptions['ready']>

/** The same function for the same, or Eleventy would take the options for changed, and start the server anew. */
function withNote(ready: Ready = doNothing): Ready {
  const known = noted.get(ready)
  if (known !== undefined) return known
  const both: Ready = (started) => {
    server = started as DevServer
    return ready(started)
  }
  noted.set(ready, both)
  // Where it comes back as an option, it is no other.
  noted.set(both, both)
  return both
}

const doNothing: Ready = () => undefined
const noted = new WeakMap<Ready, Ready>()

/** Has browsers load their pages again. */
export const reloadBrowsers = (): void => server?.reload({})

/** Shows an error in the consoles of browsers, as Eleventy does. */
export const showError = (error: unknown): void => server?.sendError({ error })
