import fc from 'fast-check';
import type { ComplaintChanged } from '../../../contracts/events/complaint-changed';
import { type PromiseChanged, promiseChanged } from '../../../contracts/events/promise-changed';
import { addDays, toDay } from '../../../domain/calendar/day';
import type { PlacedEvent } from '../../../platform/outbox/outbox';
import type { Measure } from '../figures/catalogue/measure-catalogue';
import { event } from './fixtures';
import type { CountedThing } from './recount';

/** The event of what the answers to a complaint promised. */
export const promisesChanged = (
  given: Pick<PromiseChanged, 'id' | 'promises'> & Partial<PromiseChanged>,
  version = 1,
): PlacedEvent =>
  event(promiseChanged.kind, version, {
    ...{ authority: 'stockport', stream: given.id.split('-')[0]?.toUpperCase(), ...given },
  });

const aPromise = fc.record({
  stage: fc.nat(2),
  dueAfterDays: fc.integer({ min: 0, max: 90 }),
  ended: fc.constantFrom<'keptOn' | 'droppedOn' | null>('keptOn', 'keptOn', 'keptOn', 'droppedOn', null),
  endedAfterDays: fc.integer({ min: 0, max: 150 }),
});

/** What some of the answers of made-up complaints promised; the same for the same seed. */
export function generatedPromises({
  seed,
  complaints,
}: {
  readonly seed: number;
  readonly complaints: readonly ComplaintChanged[];
}): PromiseChanged[] {
  const given = fc.sample(fc.array(aPromise, { maxLength: 3 }), { numRuns: complaints.length, seed });
  return complaints.map(({ id, authority, stream, stages }, place) => ({
    ...{ id, authority, stream },
    promises: (given[place] ?? []).flatMap(({ stage, dueAfterDays, ended, endedAfterDays }) => {
      const { number, answeredOn } = stages[stage % stages.length] ?? {};
      if (number === undefined || !answeredOn) return [];
      const after = (days: number) => addDays(toDay(answeredOn), days);
      const ends = { keptOn: null, droppedOn: null, ...(ended && { [ended]: after(endedAfterDays) }) };
      return [{ stage: number, dueOn: after(dueAfterDays), ...ends }];
    }),
  }));
}

type Promised = PromiseChanged['promises'][number];

const isBy = (on: string | null, day: string): boolean => on !== null && on <= day;

/** What is counted of one promise whose day has come by another. */
function countsOf(promise: Promised, asAt: string): readonly Measure[] {
  const { dueOn, keptOn, droppedOn } = promise;
  if (dueOn > asAt || isBy(droppedOn, dueOn)) return [];
  if (isBy(keptOn, dueOn)) return ['PROMISES_DUE', 'PROMISES_KEPT_IN_TIME'];
  if (dueOn === asAt) return ['PROMISES_DUE'];
  if (isBy(keptOn, asAt)) return ['PROMISES_DUE', 'PROMISES_LATE', 'PROMISES_KEPT_LATE'];
  if (isBy(droppedOn, asAt)) return ['PROMISES_DUE', 'PROMISES_LATE'];
  return ['PROMISES_DUE', 'PROMISES_LATE', 'PROMISES_OVERDUE'];
}

/** Counts what was promised the slow way, as at a day: each promise under its stage, and each answer in time by its own. */
export function promisesCounted(
  promised: readonly PromiseChanged[],
  { complaints, asAt }: { readonly complaints: readonly ComplaintChanged[]; readonly asAt: string },
): readonly CountedThing[] {
  return promised.flatMap(({ id, stream, promises }) => {
    const stages = complaints.find((complaint) => complaint.id === id)?.stages ?? [];
    return stages.flatMap((stage) => {
      const { answeredOn, dueOn } = stage;
      const own = promises.filter((promise) => promise.stage === stage.number);
      const counts = new Set(own.flatMap((promise) => countsOf(promise, asAt)));
      const isInTime = dueOn !== null && isBy(answeredOn, dueOn);
      const thing = (measure: Measure, on: string | null): CountedThing[] =>
        on === null ? [] : [{ measure, id: stage.id, on, stream, stage }];
      return [
        ...own.flatMap((promise) => [
          ...thing('PROMISES_MADE', answeredOn),
          ...countsOf(promise, asAt).flatMap((measure) => thing(measure, promise.dueOn)),
        ]),
        ...(isInTime && counts.has('PROMISES_DUE') ? thing('IN_TIME_WITH_PROMISES', answeredOn) : []),
        ...(isInTime && counts.has('PROMISES_LATE') ? thing('IN_TIME_PROMISE_LATE', answeredOn) : []),
      ];
    });
  });
}
