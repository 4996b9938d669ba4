/** A number for each week of the grid. */
export type Weeks = Float64Array

/**
 * The probability of each week for each of a row of articles, after all that all of them say: the forward-backward
 * algorithm on a chain whose hidden state is the week of writing.
 *
 * From one article to the next newer one no week goes back. How long a blog is silent between two posts lies anywhere from
 * hours to years, so the gap is a mixture of exponentials; such a sum needs one pass over the weeks for each of its parts, and
 * the whole is linear in articles × weeks. The shares of the mixture are learnt from the archive itself, by some steps
 * of expectation-maximisation: so a lively archive is known for one, and a year of silence in it for what it is. A little of
 * everything is let through, so that a wrong order, or two dates that exclude each other, can't make all weeks impossible.
 *
 * @param likelihoods - By week, oldest article first.
 * @returns By week, oldest article first; each sums to 1.
 * @see Rabiner (1989), A tutorial on hidden Markov models and selected applications in speech recognition
 */
export function findPosteriors(likelihoods: readonly Weeks[]): readonly Weeks[] {
  let shares: readonly number[] = usualShares
  const newest = likelihoods.slice(-learnedFrom)
  for (let step = 0; step < learningSteps && newest.length > 2; step++) {
    const tally = usualShares.map(() => 0)
    sweep(newest, shares, tally)
    const total = newest.length - 1 + usualWeight
    shares = tally.map((gaps, part) => (gaps + usualWeight * usualShares[part]!) / total)
  }
  return sweep(likelihoods, shares)
}

/** Of the parts of the mixture, in weeks: from some days to some years. */
const meanGaps = [0.3, 1.5, 7, 35, 175] as const
const decays = meanGaps.map((mean) => Math.exp(-1 / mean))
/** How archives are most often, and how many gaps that are known weigh as much as this: short ones tell little of their own. */
const usualShares = [0.33, 0.33, 0.3, 0.03, 0.01] as const
const usualWeight = 4
/** More of either change next to nothing. */
const learningSteps = 4
const learnedFrom = 400
/** Share of what goes anywhere, against the order. */
const leak = 1e-6

/** @param tally - Gets, for each part of the mixture, how many of the gaps are probably of it. */
function sweep(likelihoods: readonly Weeks[], shares: readonly number[], tally?: number[]): Weeks[] {
  const count = likelihoods[0]?.length ?? 0
  // Two messages, written in turn, and one array an article: all else would be garbage by the hundred megabytes.
  let [message, next] = [new Float64Array(count).fill(1 / count), new Float64Array(count)]
  const known = likelihoods.map((likelihood, at) => {
    const withOlder = multiply(likelihood.slice(), message)
    if (at < likelihoods.length - 1) passOn(withOlder, message, { step: 1, shares })
    return withOlder
  })
  message.fill(1 / count)
  for (let at = likelihoods.length - 1; at >= 0; at--) {
    multiply(known[at]!, message)
    if (at === 0) continue
    passOn(multiply(message, likelihoods[at]!), next, { step: -1, shares, against: tally && known[at - 1], tally })
    ;[message, next] = [next, message]
  }
  return known
}

interface Passing {
  /** 1: from an article to the next newer one; -1: to the next older one. */
  readonly step: 1 | -1
  readonly shares: readonly number[]
  /** What is known of the other article without this message; where it is given, `tally` is added to. */
  readonly against?: Weeks | undefined
  readonly tally?: number[] | undefined
}

/** Writes what one article's weeks say of its neighbour's. */
function passOn(from: Weeks, to: Weeks, { step, shares, against, tally }: Passing): void {
  const weeks = from.length
  to.fill(leak / weeks)
  const agreements = decays.map((decay, part) => {
    const share = (1 - decay) * shares[part]!
    let carried = 0
    let agreement = 0
    for (let week = step === 1 ? 0 : weeks - 1; week >= 0 && week < weeks; week += step) {
      carried = carried * decay + from[week]!
      to[week]! += carried * share
      if (against !== undefined) agreement += carried * against[week]!
    }
    return agreement * share
  })
  const total = agreements.reduce((a, b) => a + b, 0)
  if (tally !== undefined && total > 0)
    for (const [part, agreement] of agreements.entries()) tally[part]! += agreement / total
}

/** Makes the first the product of both, of sum 1. */
function multiply(product: Weeks, factor: Weeks): Weeks {
  let sum = 0
  for (let week = 0; week < product.length; week++) sum += product[week]! *= factor[week]!
  for (let week = 0; week < product.length; week++) product[week]! /= sum
  return product
}
