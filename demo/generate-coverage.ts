import { asLine } from './csv-lines';
import { type Random, randomOf } from './random';

const COVERAGE_SALT = 4;
const HEADER = ['stream', 'measure', 'recorded_from', 'recorded_to', 'granularity'];
const STREAMS = ['corporate', 'adults', 'childrens', 'schools'] as const;
const MEASURES = [
  'escalated_to_stage_2',
  'direct_to_stage_2',
  'escalated_to_stage_3',
  'escalated_to_ombudsman',
] as const;

/**
 * A coverage list: for some measures of each stream, one to three periods that follow each other, the last perhaps
 * without end. `dirt` is the rate of rows that cannot be read.
 */
export function generateCoverage({ seed, dirt = 0 }: { seed: number; dirt?: number }): string {
  const random = randomOf(seed, COVERAGE_SALT);
  const listed = STREAMS.flatMap((stream) => MEASURES.map((measure) => [stream, measure] as const));
  const kept = listed.filter(() => random.chance(0.6));
  return [HEADER, ...kept.flatMap((names) => periodsOf(random, names, dirt))].map(asLine).join('');
}

function periodsOf(random: Random, names: readonly string[], dirt: number): readonly string[][] {
  const periods = random.between(1, 3);
  let year = 2018;
  return Array.from({ length: periods }, (_, place) => {
    const from = random.chance(dirt) ? 'soon' : `${year}-04-01`;
    year += random.between(1, 2);
    const to = place === periods - 1 && random.chance(0.6) ? '' : `${year}-03-31`;
    const granularity = random.chance(dirt) ? 'week' : random.pick(['day', 'day', 'year']);
    // Now and then a year between two periods is not recorded.
    year += random.between(0, 1);
    return [...names, from, to, granularity];
  });
}
