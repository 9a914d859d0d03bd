import { CORA, OLU } from '../../graph/journeys/people';
import type { Course, Courses } from './course';
import { latest } from './ledger';
import { HANA, JOE } from './people';
import { acknowledge, answer, assign, escalate } from './steps';

type Given = Pick<Courses, 'office' | 'begin'>;
const GOVERNORS = ['g-1', 'g-2', 'g-3'].map((person) => ({ person, name: `Governor ${person}` }));

/** A parent goes from the headteacher to the chair and to the governors' panel. */
export async function* schoolsAppeal({ office, ...courses }: Given): Course {
  const kept = await courses.begin(CORA, 'schools', { serviceId: 'schools' });
  await assign(office, CORA, kept, JOE);
  yield '2026-06-02';
  await acknowledge(office, JOE, kept);
  yield '2026-06-05';
  await answer(office, { who: JOE, kept, outcome: 'NOT_UPHELD' });
  yield '2026-06-08';
  await escalate(office, CORA, kept);
  await acknowledge(office, CORA, kept);
  yield '2026-06-12';
  await answer(office, { who: CORA, kept, outcome: 'NOT_UPHELD' });
  yield '2026-06-15';
  await escalate(office, CORA, kept);
  await acknowledge(office, CORA, kept);
  await office.do(CORA, kept, 'arrangeSchoolsPanel', { on: '2026-06-25', members: GOVERNORS });
  yield '2026-06-25';
  await office.do(CORA, kept, 'holdSchoolsPanel', { on: office.today, members: GOVERNORS });
  yield '2026-06-29';
  await answer(office, { who: CORA, kept, outcome: 'PARTIALLY_UPHELD' });
}

/** A review at once, since the manager is complained of, and an ombudsman's enquiry about it with a remedy. */
export async function* enquiryAndRemedy({ office, ...courses }: Given): Course {
  const kept = await courses.begin(OLU, 'corporate', {
    ...{ serviceId: 'planning', stage: 2, directReason: 'Stage 1 would be answered by whom it is about.' },
  });
  await acknowledge(office, OLU, kept);
  yield '2026-06-05';
  await answer(office, { who: OLU, kept, outcome: 'NOT_UPHELD' });
  yield '2026-06-10';
  let [id, version] = ['', 0];
  const does = async (mutation: string, given: object) => {
    const seen = id === '' ? {} : { id, version };
    const said = await office.task('handle an enquiry', () =>
      office.send(CORA, mutation, { ...seen, ...given }),
    );
    expect(said).toMatchObject({ __typename: 'OmbudsmanCommandDone' });
    [id, version] = [said.case?.id ?? id, said.version ?? version];
  };
  const input = { body: 'LGSCO', reference: '26 000 456', complaintId: kept.id, receivedOn: office.today };
  await does('recordOmbudsmanEnquiry', { input });
  yield '2026-06-16';
  await does('replyToOmbudsmanEnquiry', { on: office.today, words: 'The file is with it.' });
  yield '2026-06-22';
  const decision = { on: office.today, decision: 'Upheld: fault and injustice', lgscoDecision: 'UPHELD' };
  await does('recordOmbudsmanDecision', { input: decision });
  await does('addOmbudsmanRemedy', {
    ...{ text: 'Apologise, and pay £100', kind: 'PERSONAL', dueOn: '2026-06-29' },
  });
  yield '2026-06-26';
  await does('completeOmbudsmanRemedy', { remedy: 1, on: office.today });
  yield '2026-06-30';
  await does('recordOmbudsmanCompliance', { on: office.today, compliance: 'COMPLETE_SATISFIED' });
}

/** Two promises of an answer: one kept in time, one late. */
export async function* promises({ office, ...courses }: Given): Course {
  const kept = await courses.begin(OLU, 'corporate', { serviceId: 'highways' });
  await assign(office, OLU, kept, HANA);
  yield '2026-06-02';
  await acknowledge(office, OLU, kept);
  yield '2026-06-05';
  await answer(office, { who: HANA, kept, outcome: 'UPHELD' });
  const places: number[] = [];
  for (const dueOn of ['2026-06-10', '2026-06-11']) {
    const promised = { action: 'Lay the paving anew.', dueOn, owner: 'hana', serviceId: 'highways' };
    await office.do(HANA, kept, 'promiseCorporateAction', promised);
    // A promise is named by its place: the version that its own answer gave.
    places.push(kept.version);
  }
  await office.do(HANA, kept, 'nameCorporateCauses', { causes: ['DELAY'] });
  for (const [place, day] of places.map((each, at) => [each, ['2026-06-10', '2026-06-12'][at]] as const)) {
    yield day ?? '';
    await office.do(HANA, kept, 'completeCorporateAction', {
      ...{ promise: place, on: office.today, evidence: 'Photographs.' },
    });
  }
  const { told } = await office.read<{ told: { edges: { node: { isInTime: boolean } }[] } }>(
    HANA,
    '{ told: corporatePromises(where: { owner: "hana" }) { edges { node { isInTime } } } }',
  );
  expect(told.edges.map(({ node }) => node.isInTime)).toEqual([true, false]);
}

/** A letter that was stamped a day late: the day of receipt is corrected. */
export async function* correctedDay({ office, ...courses }: Given): Course {
  const kept = await courses.begin(CORA, 'corporate', { serviceId: 'parking', receivedOn: '2026-06-08' });
  yield '2026-06-09';
  const given = { which: 'RECEIVED', to: '2026-06-05', reason: 'The stamp was a day late.' };
  await office.do(CORA, kept, 'correctCorporateDate', given);
  latest(kept).receivedOn = '2026-06-05';
  yield '2026-06-15';
  await acknowledge(office, CORA, kept);
}
