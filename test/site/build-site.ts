import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
export const root: string = path.resolve(import.meta.dirname, '../..')

/** Builds the site of this repository as its owner does: plain `npx eleventy`, in a process of its own. */
export async function buildSite(output: string, env: Readonly<Record<string, string>>): Promise<void> {
  const eleventy = path.join(root, 'node_modules/@11ty/eleventy/cmd.cjs')
  await run(process.execPath, [eleventy, '--quiet', `--output=${output}`], {
    cwd: root,
    env: { ...process.env, ...env },
  })
}
