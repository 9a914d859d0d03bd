import { z } from 'zod';
import { CELL_STATES, type ReportContent } from '../content';
import { cellsOf } from './cells';

const lookedModel = z.record(
  z.string(),
  z.object({
    state: z.enum(CELL_STATES),
    text: z.string(),
    value: z.number().nullable(),
    denominator: z.number().nullable(),
  }),
);
/** The figures of a report as somebody looked at them, by the ids of their cells. */
export type Looked = z.output<typeof lookedModel>;

/** The figures as they were kept. Throws where they were not written here. */
export const readLooked = (kept: unknown): Looked => lookedModel.parse(kept);

/** A figure that is another than when somebody last looked. */
export interface Move {
  readonly cell: string;
  readonly label: string;
  readonly before: string;
  readonly now: string;
  readonly isMoreThanNoise: boolean;
}

/** The figures of a report, to be kept until somebody looks again. Words that follow from them are left out. */
export const lookedOf = (content: ReportContent): Looked =>
  Object.fromEntries(
    cellsOf(content)
      .filter(({ cell }) => cell.question !== null)
      .map(({ cell: { id, state, text, value, denominator } }) => [id, { state, text, value, denominator }]),
  );

/** The figures that moved since somebody looked, in their order; those that are new, or went, among them. */
export function movesSince(looked: Looked, content: ReportContent): Move[] {
  const now = lookedOf(content);
  const labels = new Map(cellsOf(content).map(({ cell, label }) => [cell.id, label]));
  return [...new Set([...Object.keys(now), ...Object.keys(looked)])].flatMap((cell) => {
    const [then, is] = [looked[cell], now[cell]];
    if (then?.state === is?.state && then?.text === is?.text && then?.value === is?.value) return [];
    return [
      {
        ...{ cell, label: labels.get(cell) ?? cell },
        ...{ before: then?.text ?? 'not in the report', now: is?.text ?? 'not in the report' },
        isMoreThanNoise: isMoreThanNoise(then, is),
      },
    ];
  });
}

type Figure = Looked[string] | undefined;

/**
 * Whether a figure moved by more than two standard deviations of what chance makes of one of its size: of a count, its square
 * root; of a rate, that of a share of so many; of days, which tell no spread, a tenth. A count moves by 3 at least, so that one
 * complaint more is not news where there are few. What was a figure and is none any more, or the other way round, always is.
 */
export function isMoreThanNoise(before: Figure, now: Figure): boolean {
  const [was, is] = [before?.value ?? null, now?.value ?? null];
  if (was === null || is === null || before?.state !== now?.state) return true;
  const difference = Math.abs(is - was);
  const of = before?.denominator ?? null;
  if (of === null) return difference >= LEAST && difference > 2 * Math.sqrt(was);
  if (was > 1 || of <= 0) return difference > was / 10;
  return difference > 2 * Math.sqrt((was * (1 - was)) / of) && difference * of >= 1;
}

const LEAST = 3;
