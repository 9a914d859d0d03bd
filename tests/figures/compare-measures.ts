import type { OwnTables } from '../recount/own-tables';
import { expectedRows, FIGURES, keyOf, STATE_FIGURES } from './expected-measures';
import type { MeasuresQuestion } from './random-measures';

/** A row of figures as the product answers. */
export type Row = Readonly<Record<string, string | number | null>>;

/** The figures that a question can be asked for: what happened has no age. */
export const figuresOf = ({ by, where }: MeasuresQuestion): readonly string[] =>
  by.includes('ageBand') || where.ageBands ? STATE_FIGURES : FIGURES;

/** A figure that is not as the recount has it. */
export interface Difference {
  readonly key: string;
  readonly figure: string;
  readonly value: unknown;
  readonly wanted: unknown;
}

/** Every figure of every row that is not as the recount of the parts' own tables has it; notes in `seen` those that say something. */
export function differencesFrom(
  own: OwnTables,
  question: MeasuresQuestion,
  { rows, seen }: { readonly rows: readonly Row[]; readonly seen?: Set<string> },
): readonly Difference[] {
  const found = new Map(rows.map((row) => [keyOf(question.by, row), row]));
  const expected = expectedRows(own, question);
  const keys = [...new Set([...found.keys(), ...expected.keys()])];
  return keys.flatMap((key) =>
    figuresOf(question).flatMap((figure) => {
      const [value, wanted] = [found.get(key)?.[figure], expected.get(key)?.figures[figure]];
      if (value) seen?.add(figure);
      return isSame(figure, value, wanted) ? [] : [{ key, figure, value, wanted }];
    }),
  );
}

/** Whether a complaint went on is null too where the next stage's records do not reach on: its own tests say when. */
function isSame(figure: string, value: unknown, wanted: unknown): boolean {
  if (typeof value === 'number' && typeof wanted === 'number') return Math.abs(value - wanted) < 1e-9;
  if (figure.startsWith('wentOn') && value === null) return wanted !== undefined;
  return value === wanted;
}
