#!/usr/bin/env node
// The packed package holds JavaScript in dist/. A clone holds the source, which jiti runs as it stands.
import { existsSync } from 'node:fs'

const source = new URL('../src/cli/main.ts', import.meta.url)
const { main } = existsSync(source)
  ? await (await import('jiti')).createJiti(import.meta.url).import(source.href)
  : await import('../dist/cli.js')

process.stdout.on('error', (error) => {
  // The reader of a pipe went away (`tag-archive … | head`): nothing is left to tell him.
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await main(process.argv.slice(2), {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  cwd: process.cwd(),
  env: process.env,
  isTerminal: process.stderr.isTTY === true,
  now: () => performance.now(),
})
