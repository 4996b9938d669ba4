// Preloaded into a measured process: at its end, says what it used, as one line of JSON in the file of BENCH_USAGE.
// Stages that the plugin marks with performance.measure('tag-archive:…') are listed with the peak memory so far.
const fs = require('node:fs')
const { performance } = require('node:perf_hooks')

const stages = []
const measure = performance.measure.bind(performance)
performance.measure = (name, ...rest) => {
  const entry = measure(name, ...rest)
  if (String(name).startsWith('tag-archive:')) {
    stages.push({ stage: name.slice('tag-archive:'.length), ms: entry.duration, peakMb: peakMb() })
  }
  return entry
}

const peakMb = () => process.resourceUsage().maxRSS / 1024

process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage()
  const usage = { cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMb: peakMb(), stages }
  if (process.env.BENCH_USAGE) fs.writeFileSync(process.env.BENCH_USAGE, JSON.stringify(usage))
})
