import fs from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const executable = places.find((place) => place && fs.existsSync(place))

/**
 * Whether the browser tests can run. Without Chromium they are skipped on a developer's machine, loudly; in CI a missing
 * browser is a failure, so they are never skipped there.
 */
export function hasChromium(): boolean {
  if (executable) return true
  if (process.env.CI) throw new Error('CI must run the browser tests. Install Chromium: apt-get install chromium')
  console.warn(
    '\n*** THE BROWSER TESTS DID NOT RUN: no Chromium here. ***\nInstall it (apt-get install chromium) or set CHROMIUM to its path.\n',
  )
  return false
}

export function launchChromium(): Promise<Browser> {
  if (!executable) throw new Error('hasChromium() was not asked')
  return chromium.launch({
    executablePath: executable,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
