import { createHash } from 'node:crypto';
import type { Comparison } from '../../../domain/calendar/compared-period';
import { keepersOf, LGSCO, OMBUDSMAN } from '../coverage/coverage';
import { countsOf } from '../figures/asked-figures';
import { COUNTS, type Measure } from '../figures/catalogue/measure-catalogue';
import type { Checked } from '../figures/check-question';

/**
 * A figure's id: its measure, the keepers of the records that it is made of, joined by `+`, and what tells it from the same
 * figure asked otherwise. Intake reads the keepers from it, to say how many faults touch the figure.
 */
export function figureId(
  measure: Measure,
  {
    checked: { filter, at, recording },
    compareWith,
  }: { readonly checked: Checked; readonly compareWith?: readonly Comparison[] | null | undefined },
): string {
  const figure = countsOf(measure).map((name) => COUNTS[name].figure)[0] ?? 'received';
  const keepers = keepersOf({ figure, streams: filter.streams }, recording).map((keeper) =>
    keeper === LGSCO ? OMBUDSMAN : keeper,
  );
  const rest = createHash('sha256').update(JSON.stringify([filter, at, compareWith ?? []]));
  return `${measure}:${[...keepers].sort().join('+')}:${rest.digest('base64url').slice(0, 16)}`;
}
