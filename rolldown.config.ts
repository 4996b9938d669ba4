import { defineConfig } from 'rolldown'

/** The package's code in few files: a build over an earlier one spends a tenth of its time on loading two hundred. */
export default defineConfig({
  input: {
    index: 'src/index.ts',
    cli: 'src/cli/main.ts',
    // Named as its source: `second-thread.ts` starts it.
    'second-thread-work': 'src/eleventy/second-thread-work.ts',
  },
  platform: 'node',
  external: /^[^./]/,
  output: {
    dir: 'dist',
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] },
  },
})
