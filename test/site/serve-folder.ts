import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.xml': 'application/xml',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
}

export interface FolderServer {
  /** `http://127.0.0.1:40123`, without a slash at its end. */
  readonly origin: string
  close(): Promise<void>
}

/** Serves a folder below a path prefix on loopback, as GitHub Pages would: an index for a folder, `404.html` for the rest. */
export async function serveFolder(directory: string, pathPrefix: string): Promise<FolderServer> {
  const server = http.createServer((request, response) => {
    const url = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const inside = url.startsWith(pathPrefix) ? url.slice(pathPrefix.length) : undefined
    const found = inside === undefined ? undefined : findFile(path.join(directory, inside))
    const file = found ?? path.join(directory, '404.html')
    const type = contentTypes[path.extname(file)] ?? 'application/octet-stream'
    response.writeHead(found ? 200 : 404, { 'content-type': type })
    response.end(fs.readFileSync(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  }
}

function findFile(place: string): string | undefined {
  const candidates = [place, path.join(place, 'index.html')]
  return candidates.find((candidate) => fs.statSync(candidate, { throwIfNoEntry: false })?.isFile())
}
