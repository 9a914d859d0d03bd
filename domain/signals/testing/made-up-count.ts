import type { Random } from '../../../demo/random';

/** A count as chance makes it: Poisson, or with a mean that itself varies (gamma) where the ratio is above 1. */
export function madeUpCount(
  random: Random,
  { mean, ratio }: { readonly mean: number; readonly ratio: number },
): number {
  if (ratio <= 1) return poisson(random, mean);
  const size = mean / (ratio - 1);
  return poisson(random, (mean * gamma(random, size)) / size);
}

/** By multiplying chances until they are too small (Knuth). */
function poisson(random: Random, mean: number): number {
  const least = Math.exp(-mean);
  let count = 0;
  for (let product = random.next(); product > least; product *= random.next()) count += 1;
  return count;
}

/** By the method of Marsaglia and Tsang (2000). */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random.next()) ** (1 / shape);
  const base = shape - 1 / 3;
  for (;;) {
    const deviate = normal(random);
    const cube = (1 + deviate / Math.sqrt(9 * base)) ** 3;
    if (cube > 0 && Math.log(1 - random.next()) < deviate ** 2 / 2 + base * (1 - cube + Math.log(cube)))
      return base * cube;
  }
}

/** By the method of Box and Muller. */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
