import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A time zone nobody lives in by habit: a test that leans on the machine's zone fails everywhere alike.
    env: { TZ: 'Pacific/Chatham' },
    testTimeout: 30_000,
    // A busy machine takes seconds over what a browser does at once.
    expect: { poll: { timeout: 10_000 } },
    setupFiles: ['test/fast-check.setup.ts'],
  },
})
