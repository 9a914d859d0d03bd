import type { AgeRange } from '../../../../domain/calendar/ages';
import { keysOf } from '../../../../platform/tables/keys-of';

/**
 * What is open, divided by its age: working days of the stream's calendar from the day of receipt (0), defined here once for
 * figures, lists, schema and docs. The ends are limits that stages have: 10 working days for a first answer, 20 for a
 * second or with the extension, 40 with the longest extension of the LGSCO Code, 65 at most for an investigation
 * (SI 2006/1738 regulation 17).
 */
export const AGE_BANDS = {
  UP_TO_10_WORKING_DAYS: { from: 0, to: 10 },
  FROM_11_TO_20_WORKING_DAYS: { from: 11, to: 20 },
  FROM_21_TO_40_WORKING_DAYS: { from: 21, to: 40 },
  FROM_41_TO_65_WORKING_DAYS: { from: 41, to: 65 },
  OVER_65_WORKING_DAYS: { from: 66, to: null },
} as const satisfies Readonly<Record<string, AgeRange>>;

/** A band as the schema's enum names it. */
export type AgeBand = keyof typeof AGE_BANDS;

/** The bands from the youngest to the oldest, which is the order of the schema's enum. */
export const AGE_BAND_NAMES: readonly AgeBand[] = keysOf(AGE_BANDS);

/** A band, as the graph shows it: `from` and `to` are working days, both included. */
export interface AgeBandDefinition extends AgeRange {
  readonly ageBand: AgeBand;
  readonly title: string;
}

/** What each band means, from the youngest to the oldest. */
export const ageBandDefinitions = (): AgeBandDefinition[] =>
  AGE_BAND_NAMES.map((ageBand) => ({ ageBand, title: titleOf(AGE_BANDS[ageBand]), ...AGE_BANDS[ageBand] }));

function titleOf({ from, to }: AgeRange): string {
  if (to === null) return `Over ${from - 1} working days`;
  return from === 0 ? `Up to ${to} working days` : `${from} to ${to} working days`;
}
