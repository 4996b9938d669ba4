import { expect, test, vi } from 'vitest'
import { followDevServer, reloadBrowsers } from '../../src/eleventy/dev-server.ts'
import type { ServerOptions } from '../../src/eleventy/eleventy-types.ts'

function follow(serverOptions: ServerOptions): ServerOptions {
  followDevServer({ getConfig: () => ({ pathPrefix: '/', serverOptions }) })
  return serverOptions
}

test('the server is known once it is ready, and the owner’s own step is done too', () => {
  const ready = vi.fn()
  const reload = vi.fn()
  const server = { reload, sendError: vi.fn() }
  follow({ ready }).ready?.(server)
  expect(ready).toHaveBeenCalledExactlyOnceWith(server)
  reloadBrowsers()
  expect(reload).toHaveBeenCalledOnce()
})

test('the options are the same when the configuration is read again: Eleventy starts no new server', () => {
  const ready = vi.fn()
  expect(follow({ ready }).ready).toBe(follow({ ready }).ready)
  const options = follow({ ready })
  const before = options.ready
  expect(follow(options).ready).toBe(before)
  expect(follow({}).ready).toBe(follow({}).ready)
})

test('another server than Eleventy’s own is left alone', () =>
  expect(follow({ module: '@11ty/eleventy-server-browsersync' })).toEqual({
    module: '@11ty/eleventy-server-browsersync',
  }))
