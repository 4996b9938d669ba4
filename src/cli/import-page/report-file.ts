import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Problem, TagArchiveError, toReason } from '../../errors.ts'
import { reportMark } from './format-import-page.ts'

/** @throws {TagArchiveError} `REPORT_EXISTS` where something stands that is no earlier report. */
export async function checkReportPlace(file: string): Promise<void> {
  const info = await stat(file).catch(() => undefined)
  if (info === undefined || (info.isFile() && (await isReport(file)))) return
  throw new TagArchiveError('REPORT_EXISTS', {
    problem: `${file} is there already, and is no report of an import.`,
    remedy: 'Give --report another name; nothing was imported.',
  })
}

/** Reports are marked at their start. */
async function isReport(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0)
    return bytesRead === 0 || buffer.toString('utf8', 0, bytesRead).includes(reportMark)
  } finally {
    await handle.close()
  }
}

/** Writes a report whole or not at all. @returns What went wrong: the posts are in place by then. */
export async function writeReport(file: string, text: string): Promise<readonly Problem[]> {
  const temporary = path.join(path.dirname(file), `.tag-archive-${path.basename(file)}.tmp`)
  try {
    await mkdir(path.dirname(file), { recursive: true })
    const handle = await open(temporary, 'w')
    try {
      await handle.writeFile(text, 'utf8')
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
    return []
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    return [
      {
        code: 'REPORT_FAILED',
        message: `The report ${file} could not be written: ${toReason(error)}.`,
        remedy: 'The posts are in place; import again with another name after --report.',
        severity: 'loss',
      },
    ]
  }
}
