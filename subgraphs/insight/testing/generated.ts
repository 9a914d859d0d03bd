import fc from 'fast-check';
import type { ComplaintChanged, StageFact } from '../../../contracts/events/complaint-changed';
import type { OmbudsmanCaseChanged } from '../../../contracts/events/ombudsman-case-changed';
import type { OmbudsmanBody } from '../../../contracts/ombudsman-body';
import type { Route } from '../../../contracts/route';
import { addDays, type Day, toDay } from '../../../domain/calendar/day';
import type { ClosureReason, Outcome } from '../../../domain/findings';
import { ombudsmanCase, stage } from './fixtures';

/** Services of the generated complaints by their present names; the last id is one that nobody has named. */
export const SERVICES = [
  { id: 'highways', name: 'Highways', formerNames: ['Highway Services'], directorateId: 'place' },
  { id: 'libraries', name: 'Libraries', formerNames: [], directorateId: 'corporate' },
] as const;
const SERVICE_IDS = ['highways', 'libraries', 'unnamed', null];

const aDay = fc.integer({ min: 0, max: 1100 }).map((count) => addDays(toDay('2019-03-01'), count));
const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });

const aStage = fc.record({
  receivedOn: aDay,
  answeredAfterDays: orNull(fc.integer({ min: 0, max: 40 })),
  dueAfterDays: orNull(fc.constantFrom(14, 28)),
  acknowledgedAfterDays: orNull(fc.integer({ min: 0, max: 9 })),
  /** After receipt, where the system keeps a day of its own; null where the answer ends the stage. */
  closedAfterDays: fc.option(fc.integer({ min: 0, max: 90 }), { nil: null, freq: 1 }),
  endedWithoutDay: fc.constantFrom(true, false, false, false),
  closureReason: orNull(fc.constantFrom<ClosureReason>('ANSWERED', 'WITHDRAWN')),
  route: orNull(fc.constantFrom<Route>('ESCALATED', 'DIRECT')),
  outcome: orNull(fc.constantFrom<Outcome>('UPHELD', 'PARTIALLY_UPHELD', 'NOT_UPHELD')),
  serviceId: fc.constantFrom(...SERVICE_IDS),
  directorateId: fc.constantFrom('place', null),
  theme: fc.constantFrom('Delay', 'Communication', null),
  channel: fc.constantFrom('Email', 'Phone', null),
});

const aComplaint = fc.record({
  stream: fc.constantFrom('corporate', 'schools'),
  firstStage: fc.constantFrom(1, 1, 1, 2),
  stages: fc.array(aStage, { minLength: 1, maxLength: 3 }),
});

/** The same complaints for the same seed: of two streams, over three years, some open, many with something missing. */
export function generatedComplaints({ count, seed }: { count: number; seed: number }): ComplaintChanged[] {
  return fc.sample(aComplaint, { numRuns: count, seed }).map(({ stream, firstStage, stages }, place) => {
    const facts = stages.map((given, index): StageFact => {
      const {
        answeredAfterDays,
        dueAfterDays,
        acknowledgedAfterDays,
        closedAfterDays,
        endedWithoutDay,
        ...rest
      } = given;
      const after = (days: number | null): Day | null =>
        days === null ? null : addDays(given.receivedOn, days);
      const id = `${stream}-stage-${place}-${index}`;
      const answeredOn = after(answeredAfterDays);
      const closedOn = after(closedAfterDays) ?? answeredOn;
      return stage({
        ...{ ...rest, id, answeredOn, closedOn, dueOn: after(dueAfterDays) },
        ...{ acknowledgedOn: after(acknowledgedAfterDays), acknowledgeBy: after(5) },
        ...{ ended: endedWithoutDay || closedOn !== null, daysToAnswer: answeredAfterDays },
        number: firstStage + index,
      });
    });
    const latest = facts.at(-1);
    const status = latest?.ended ? 'CLOSED' : 'OPEN';
    const whose = { authority: 'stockport', stream: stream.toUpperCase() };
    return { id: `${stream}-${place}`, ...whose, status, closedOn: latest?.closedOn ?? null, stages: facts };
  });
}

const aCase = fc.record({
  body: fc.constantFrom<OmbudsmanBody>('LGSCO', 'LGSCO', 'HOUSING'),
  stream: fc.constantFrom('CORPORATE', 'SCHOOLS', null),
  receivedOn: aDay,
  decidedAfterDays: orNull(fc.integer({ min: 0, max: 200 })),
  upheld: orNull(fc.boolean()),
  complaint: orNull(fc.nat()),
  remedies: fc.array(
    fc.record({
      dueAfterDays: orNull(fc.integer({ min: 0, max: 300 })),
      doneAfterDays: orNull(fc.integer({ min: 0, max: 300 })),
    }),
    { maxLength: 3 },
  ),
});

/** Ombudsmen's cases: some of no stream, some undecided, about half of complaints that are known. */
export function generatedCases({
  count,
  seed,
  complaints,
}: {
  count: number;
  seed: number;
  complaints: readonly ComplaintChanged[];
}): OmbudsmanCaseChanged[] {
  return fc.sample(aCase, { numRuns: count, seed }).map((given, place) => {
    const { decidedAfterDays, complaint, remedies: agreed, ...rest } = given;
    const after = (days: number | null) => (days === null ? null : addDays(given.receivedOn, days));
    const decidedOn = after(decidedAfterDays);
    const remedies = agreed.map(({ dueAfterDays, doneAfterDays }) => ({
      ...{ dueOn: after(dueAfterDays), doneOn: after(doneAfterDays) },
    }));
    const known = complaint === null ? null : complaints[complaint % (2 * complaints.length)];
    return ombudsmanCase({
      ...{ ...rest, id: `ombudsman-${place}`, decidedOn, remedies },
      complaintId: known?.id ?? null,
    });
  });
}
