import { z } from 'zod';
import { CELL_STATES, type ReportContent } from '../content';
import { cellsOf } from './cells';
import { isMoreThanNoise } from './noise';

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
