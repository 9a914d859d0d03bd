import { dayWords } from '../../../../domain/figures/days';
import { findingName } from '../../../../domain/figures/names';
import type { CaseEvent } from '../../../operations/__generated__/operations';
import type { LiveShown } from './live-view';

type Told = LiveShown['elements'][number];

/** The elements of a complaint as they were written down at one time, in words. */
export interface ElementsShown {
  /** "Stage 1: answered on 3 June 2026". */
  readonly title: string;
  readonly place: number;
  readonly outcome: string | null;
  readonly rows: readonly {
    readonly number: number;
    /** What is complained of; null where the reader may not see it, or it was not written anew. */
    readonly words: string | null;
    readonly finding: string | null;
  }[];
}

const WRITTEN: Partial<Record<CaseEvent, string>> = {
  RECORD: 'as it was recorded',
  AGREE_STATEMENT: 'as it was agreed in writing',
  REPORT_INVESTIGATION: 'found by the investigation',
  REPORT_PANEL: 'found by the panel',
  ANSWER: 'answered',
};
const POINT = /^POINT_(?<number>\d+)$/;

/** What each element complains of, and what each stage found of it, the newest first. */
export const elementsOf = ({ elements }: Pick<LiveShown, 'elements'>): ElementsShown[] =>
  elements.map(shown).filter(({ rows }) => rows.length > 0);

function shown({ entry, outcome, findings }: Told): ElementsShown {
  const words = new Map(
    (entry.words ?? []).flatMap(({ part, words: written }): [number, string][] => {
      const number = POINT.exec(part)?.groups?.number;
      return number === undefined ? [] : [[Number(number), written]];
    }),
  );
  const found = new Map(findings.map(({ point, finding }) => [point, findingName(finding)]));
  const numbers = [...new Set([...words.keys(), ...found.keys()])].sort((one, other) => one - other);
  const on = entry.on === null ? '' : `, ${dayWords(entry.on)}`;
  return {
    title: `Stage ${entry.stage}: ${WRITTEN[entry.event] ?? 'written'}${on}`,
    place: entry.place,
    outcome: outcome && findingName(outcome),
    rows: numbers.map((number) => ({
      ...{ number, words: words.get(number) ?? null, finding: found.get(number) ?? null },
    })),
  };
}
