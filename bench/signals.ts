import { MADE_UP_KINDS, type MadeUpKind } from '../domain/signals/testing/made-up-series';
import { type Tried, trySignals } from '../domain/signals/testing/try-signals';

const AFTER = [1, 2, 3, 4] as const;

/** Prints what signals find and what they say falsely, of made-up series with known changes. Not how fast: the same each time. */
export function benchSignals({ series, before }: { series: number; before: number }): void {
  const head = [
    'series',
    ...AFTER.map((after) => `after ${after}`),
    'too few',
    '± 20 % on the year before',
    '3 sigma',
  ];
  process.stdout.write(`Of ${series} each, ${before} quarters before the change:\n\n${row(head)}`);
  process.stdout.write(row(head.map((_, place) => (place === 0 ? '---' : '--:'))));
  for (const kind of MADE_UP_KINDS) process.stdout.write(rowOf(kind, { series, before }));
}

function rowOf(kind: MadeUpKind, { series, before }: { series: number; before: number }): string {
  const tried = AFTER.map((after) => trySignals(kind, { series, before, after, seed: 14 }));
  const range = (of: (each: Tried) => number) =>
    `${Math.min(...tried.map(of))} to ${Math.max(...tried.map(of))}`;
  return row([
    kind.isChanged ? `**${kind.name}**` : kind.name,
    ...tried.map(({ said }) => String(said)),
    range(({ tooFew }) => tooFew),
    range(({ byTwentyPercent }) => byTwentyPercent),
    range(({ byThreeSigma }) => byThreeSigma),
  ]);
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
