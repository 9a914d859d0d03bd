/** How likely each whole number is, as far as a judgement needs it. */
export interface Discrete {
  /** How likely at least so many are. */
  atLeast(count: number): number;
  /** How likely at most so many are. */
  atMost(count: number): number;
  /** The smallest number that at least this share stays at or under. */
  quantile(share: number): number;
}

/** Beyond this nothing changes a judgement any more. */
const NEGLIGIBLE = 1e-12;

/**
 * Counts that vary more than Poisson's: `variance` above `mean`. Where the two are equal, Poisson's own. The probability
 * of each number follows from that of the one before it.
 */
export function negativeBinomial({
  mean,
  variance,
}: {
  readonly mean: number;
  readonly variance: number;
}): Discrete {
  if (mean <= 0) return fromLogs([0]);
  if (variance <= mean * (1 + NEGLIGIBLE))
    return fromRatios(-mean, { ratio: (count) => mean / (count + 1), past: mean });
  const size = (mean * mean) / (variance - mean);
  const share = mean / (size + mean);
  return fromRatios(-size * Math.log1p(mean / size), {
    ratio: (count) => ((count + size) / (count + 1)) * share,
    past: mean,
  });
}

/**
 * Of so many trials, how many are of a kind, where the share itself varies: `inflation` is by what the binomial
 * variance is multiplied, at least 1, and less than the number of trials.
 */
export function betaBinomial({
  trials,
  share,
  inflation,
}: {
  readonly trials: number;
  readonly share: number;
  readonly inflation: number;
}): Discrete {
  if (share <= 0) return fromLogs([0]);
  if (share >= 1) return fromLogs([...Array.from({ length: trials }, () => Number.NEGATIVE_INFINITY), 0]);
  if (trials <= 1 || inflation <= 1 + NEGLIGIBLE)
    return fromRatios(trials * Math.log1p(-share), {
      ratio: (count) => ((trials - count) / (count + 1)) * (share / (1 - share)),
      past: trials,
    });
  // As if so many had been seen before: the fewer, the wider.
  const seen = (trials - inflation) / (inflation - 1);
  const [yes, no] = [seen * share, seen * (1 - share)];
  let first = 0;
  for (let trial = 0; trial < trials; trial += 1) first += Math.log((no + trial) / (seen + trial));
  return fromRatios(first, {
    ratio: (count) => ((trials - count) * (yes + count)) / ((count + 1) * (no + trials - count - 1)),
    past: trials,
  });
}

/** From the logarithm of the probability of none, and the ratio of each number's probability to that of the one before. */
function fromRatios(
  first: number,
  { ratio, past }: { readonly ratio: (count: number) => number; readonly past: number },
): Discrete {
  const logs = [first];
  let log = first;
  for (let count = 0; ; count += 1) {
    const next = ratio(count);
    if (!(next > 0)) break;
    log += Math.log(next);
    logs.push(log);
    if (count > past && next < 1 && Math.exp(log) / (1 - next) < NEGLIGIBLE) break;
  }
  return fromLogs(logs);
}

function fromLogs(logs: readonly number[]): Discrete {
  const each = logs.map(Math.exp);
  const upTo: number[] = [];
  let sum = 0;
  for (const probability of each) {
    sum += probability;
    upTo.push(sum);
  }
  // From the far end: the small probabilities of large numbers would drown in 1 less the others.
  const from: number[] = new Array<number>(each.length).fill(0);
  let rest = 0;
  for (let count = each.length - 1; count >= 0; count -= 1) {
    rest += each[count] ?? 0;
    from[count] = rest;
  }
  return {
    atLeast: (count) => (count <= 0 ? 1 : Math.min(1, from[count] ?? 0)),
    atMost: (count) => (count < 0 ? 0 : Math.min(1, upTo[count] ?? 1)),
    quantile(share) {
      const found = upTo.findIndex((probability) => probability >= share);
      return found < 0 ? each.length - 1 : found;
    },
  };
}
