import fc from 'fast-check';
import type { ComplaintChanged } from '../../../../contracts/events/complaint-changed';
import type { OmbudsmanCaseChanged } from '../../../../contracts/events/ombudsman-case-changed';
import type { PlacedEvent } from '../../../../platform/outbox/outbox';
import type { TestDatabase } from '../../../../platform/testing/database';
import { MEASURE_NAMES, type Measure } from '../../figures/catalogue/measure-catalogue';
import {
  ask,
  complaintChanged,
  event,
  insightDatabase,
  ombudsmanCaseChanged,
  ombudsmanCaseTakenBack,
  ombudsmenDescribed,
  project,
  serviceNamed,
  streamDescribed,
} from '../../testing/fixtures';
import { generatedCases, generatedComplaints, SERVICES } from '../../testing/generated';
import { aFilter } from '../../testing/generated-questions';
import { withDays } from '../../testing/with-days';
import { type Difference, differencesSince, sidesOf } from './differences';
import { differingLoader } from './list-records';
import { beginHistory, frozenFigures, rebuildFrom, type TestQuestion } from './testing';

const OTHERS = withDays(generatedComplaints({ count: 400, seed: 4 }));
const COMPLAINTS = OTHERS.slice(0, 200);
const OTHER_CASES = generatedCases({ count: 120, seed: 5, complaints: COMPLAINTS });
const STAGES = [1, 2, 3, 4].map((number) => ({ number, onlyByEscalation: false }));
const ASKABLE = MEASURE_NAMES.filter((measure) => measure !== 'CALLS');

const someQuestions: TestQuestion[] = fc
  .sample(fc.record({ measure: fc.constantFrom<Measure>(...ASKABLE), where: aFilter }), {
    numRuns: 60,
    seed: 6,
  })
  .concat(ASKABLE.map((measure) => ({ measure, where: {} })));

const directoratesNamed = (corporate: string, version: number): PlacedEvent[] => [
  event('directorate-named', version, { id: 'place', name: 'Place' }),
  event('directorate-named', version, { id: 'corporate', name: corporate }),
];
const servicesNamed = (directorateIds: readonly string[], version: number): PlacedEvent[] =>
  SERVICES.map((service, place) =>
    serviceNamed({ ...service, directorateId: directorateIds[place] ?? service.directorateId }, version),
  );

/** What happens after a report was frozen. */
const aChange = fc.oneof(
  { weight: 6, arbitrary: fc.record({ complaint: fc.nat(199), becomes: fc.nat(399) }) },
  { weight: 3, arbitrary: fc.record({ gone: fc.nat(199) }) },
  { weight: 3, arbitrary: fc.record({ new: fc.integer({ min: 200, max: 399 }) }) },
  { weight: 3, arbitrary: fc.record({ case: fc.nat(59), likeCase: fc.nat(119) }) },
  { weight: 1, arbitrary: fc.record({ caseGone: fc.nat(59) }) },
  { weight: 1, arbitrary: fc.record({ moved: fc.constantFrom('place', 'corporate') }) },
  { weight: 1, arbitrary: fc.record({ rebuilt: fc.constant(true) }) },
  { weight: 2, arbitrary: fc.record({ back: fc.nat(199) }) },
);
type Change = typeof aChange extends fc.Arbitrary<infer Value> ? Value : never;

describe('figures of a frozen report', () => {
  let database: TestDatabase;
  const published: PlacedEvent[] = [];
  let version = 1;
  beforeAll(async () => {
    database = await insightDatabase();
    await beginHistory(database);
    await publish([
      ...COMPLAINTS.map((complaint) => complaintChanged(complaint)),
      ...OTHER_CASES.slice(0, 60).map((state) => ombudsmanCaseChanged(state)),
      ...['CORPORATE', 'SCHOOLS'].map((stream) => streamDescribed({ stream, stages: STAGES })),
      ...servicesNamed([], 1),
      ...directoratesNamed('Corporate', 1),
      ombudsmenDescribed(),
    ]);
  });
  afterAll(() => database?.stop());

  const publish = async (events: readonly PlacedEvent[]) => {
    published.push(...events);
    await project(database, events);
  };

  /** A complaint in the state that another was generated in, with stages of its own. */
  const like = (id: string, other: ComplaintChanged): ComplaintChanged => ({
    ...other,
    ...{ id, stream: id.startsWith('corporate') ? 'CORPORATE' : 'SCHOOLS' },
    stages: other.stages.map((stage, place) => ({
      ...stage,
      id: stageId(id, place),
      reference: stageId(id, place),
    })),
  });
  const stageId = (id: string, place: number) => `${id.replace('-', '-stage-')}-${place}`;

  const happen = async (change: Change): Promise<void> => {
    version += 1;
    if ('rebuilt' in change) await rebuildFrom(database, published);
    else await publish(eventsOf(change));
  };
  const idOf = (place: number) => COMPLAINTS[place]?.id ?? '';
  const eventsOf = (change: Exclude<Change, { rebuilt: boolean }>): PlacedEvent[] => {
    if ('gone' in change) return [complaintChanged({ id: idOf(change.gone), stages: [] }, version)];
    if ('case' in change) return [ombudsmanCaseChanged(caseLike(change), version)];
    if ('caseGone' in change) return [ombudsmanCaseTakenBack(`ombudsman-${change.caseGone}`, version)];
    if ('moved' in change) return servicesNamed(['place', change.moved], version);
    if ('complaint' in change)
      return OTHERS.slice(change.becomes, change.becomes + 1).map((other) =>
        complaintChanged(like(idOf(change.complaint), other), version),
      );
    const place = 'new' in change ? change.new : change.back;
    return OTHERS.slice(place, place + 1).map((complaint) => complaintChanged(complaint, version));
  };
  const caseLike = ({ case: place, likeCase }: { case: number; likeCase: number }): OmbudsmanCaseChanged => {
    const other = OTHER_CASES[likeCase];
    if (other === undefined) throw new Error('No such case was generated');
    return { ...other, id: `ombudsman-${place}`, reference: `ombudsman-${place}` };
  };

  /** Every record that a difference names, page by page. */
  const named = (difference: Difference) =>
    ask(database, async ({ transaction }) => {
      const sides = sidesOf(difference.asked);
      if (sides === null) return [];
      const { since } = difference;
      const page = { size: 10_000, after: null };
      return differingLoader(transaction, since).load({ cell: sides, page });
    });

  it('are what they count now, with what came since and without what went, each thing named once', async () => {
    let differing = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(aChange, { minLength: 1, maxLength: 12 }), async (changes) => {
        const frozen = await ask(database, (context) => frozenFigures(context, someQuestions));
        for (const change of changes) await happen(change);
        const later = await ask(database, (context) => frozenFigures(context, someQuestions));
        const differences = await ask(database, (context) => differencesSince(context, frozen));
        const found = new Map(differences.map((difference) => [difference.asked.cell.id, difference]));
        const cellsOf = ({ content }: typeof frozen) =>
          content.sections.flatMap(({ tables }) =>
            tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)),
          );
        for (const [place, then] of cellsOf(frozen).entries()) {
          const now = cellsOf(later)[place];
          const difference = found.get(then.id);
          const numbers = ({ value, numerator, denominator }: typeof then) => [value, numerator, denominator];
          if (difference === undefined) expect(now && numbers(now)).toEqual(numbers(then));
          else expect(difference.causes.map(({ kind }) => kind)).not.toContain('UNEXPLAINED');
        }
        for (const difference of differences.slice(0, 6)) {
          const rows = await named(difference);
          const { gained, lost, changed } = difference.changes;
          expect(rows).toHaveLength(gained + lost + changed);
          expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
        }
        differing += differences.length;
      }),
      { numRuns: 6, seed: 7, endOnFailure: true },
    );
    expect(differing).toBeGreaterThan(100);
  });

  it('differ in nothing after a rebuild that changes nothing', async () => {
    const frozen = await ask(database, (context) => frozenFigures(context, someQuestions));
    await rebuildFrom(database, published);
    expect(await ask(database, (context) => differencesSince(context, frozen))).toEqual([]);
  });
});
