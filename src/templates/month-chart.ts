import { type Html, html, trusted } from '../markup/html.ts'
import type { MonthChart } from '../pages/tag-overview.ts'

/** Where no month has more than one post, bars stay low. */
const leastFullest = 2
const chartHeight = 20

/** A bar for each month, as one path, so that twenty years are still a small picture. */
export const monthChart = ({ counts, years, label }: MonthChart): Html => {
  const fullest = counts.reduce((a, b) => Math.max(a, b), leastFullest)
  const bars = counts.map((count, month) => (count === 0 ? '' : bar(month, count / fullest)))
  return html`<svg class="month-chart" viewBox="0 0 ${counts.length} ${chartHeight}" preserveAspectRatio="none" role="img" aria-label="${label}"><path d="${trusted(bars.join(''))}"/></svg>
<p class="note chart-ends" aria-hidden="true"><span>${years.first}</span> <span>${years.last === years.first ? '' : years.last}</span></p>\n`
}

const bar = (month: number, share: number): string => {
  const height = Math.max(2, Math.round(share * chartHeight))
  return `M${month} ${chartHeight}v-${height}h.8v${height}z`
}
