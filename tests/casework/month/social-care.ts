import { OLU } from '../../graph/journeys/people';
import type { Course, Courses } from './course';
import { latest } from './ledger';
import { AMIR, BEA } from './people';
import { acknowledge, answer, assign, escalate } from './steps';

const person = (id: string, name: string) => ({ person: id, name });
const PANEL = [person('p-1', 'Pat One'), person('p-2', 'Pat Two'), person('p-3', 'Pat Three')];
const IP = person('ip-1', 'Indira Person');
const FINDINGS = [
  { point: 'Visits were cancelled.', finding: 'UPHELD' },
  { point: 'Nobody rang.', finding: 'PARTIALLY_UPHELD' },
];

/** A young person's complaint, from the service through an investigation to a panel. */
export async function* childrensPanel({ office, ...courses }: Pick<Courses, 'office' | 'begin'>): Course {
  const kept = await courses.begin(OLU, 'childrens', {
    ...{ serviceId: 'childrens-assessment', channel: 'In person' },
    parties: [{ kind: 'CHILD', forename: 'Made', surname: 'Up', bornOn: '2012-04-01' }],
  });
  await assign(office, OLU, kept, BEA);
  yield '2026-06-02';
  await acknowledge(office, OLU, kept);
  yield '2026-06-04';
  await answer(office, { who: BEA, kept, outcome: 'NOT_UPHELD' });
  yield '2026-06-05';
  await escalate(office, OLU, kept);
  const early = await office.tries(OLU, kept, 'reportChildrensInvestigation', {
    ...{ on: office.today, findings: FINDINGS },
  });
  expect([early.code, early.source?.law]).toEqual(['APPOINTMENT_MISSING', 'SI 2006/1738']);
  for (const [as, who] of [
    ['INVESTIGATING_OFFICER', person('io-1', 'Ian Officer')],
    ['INDEPENDENT_PERSON', IP],
    ['ADJUDICATING_OFFICER', person('ao-1', 'Ada Judge')],
  ])
    await office.do(OLU, kept, 'appointChildrensPerson', { as, person: who });
  yield '2026-06-09';
  await office.do(OLU, kept, 'agreeChildrensStatement', {
    on: office.today,
    points: FINDINGS.map(({ point }) => point),
  });
  latest(kept).startsOn = office.today;
  yield '2026-06-17';
  await office.do(OLU, kept, 'reportChildrensInvestigation', { on: office.today, findings: FINDINGS });
  yield '2026-06-18';
  await answer(office, { who: OLU, kept, outcome: 'PARTIALLY_UPHELD', findings: FINDINGS });
  yield '2026-06-22';
  await escalate(office, OLU, kept);
  // At once: work that nobody has is on no list of whoever handled an earlier stage, and Olu alone is cleared for it.
  await assign(office, OLU, kept, OLU);
  await acknowledge(office, OLU, kept);
  yield '2026-06-24';
  const wrong = await office.tries(OLU, kept, 'arrangeChildrensPanel', {
    ...{ on: '2026-06-26', members: [...PANEL.slice(0, 2), IP] },
  });
  expect([wrong.__typename, wrong.code]).toEqual(['CommandRefused', 'PERSON_NOT_INDEPENDENT']);
  await office.do(OLU, kept, 'arrangeChildrensPanel', { on: '2026-06-26', members: PANEL });
  yield '2026-06-26';
  await office.do(OLU, kept, 'holdChildrensPanel', { on: office.today, members: PANEL });
  yield '2026-06-29';
  await office.do(OLU, kept, 'reportChildrensPanel', { on: office.today, findings: FINDINGS });
  yield '2026-06-30';
  await answer(office, { who: OLU, kept, outcome: 'PARTIALLY_UPHELD', findings: FINDINGS });
}

/** Somebody complains for their mother, whose consent comes late; the plan had given time. */
export async function* consentComesLate({ office, ...courses }: Pick<Courses, 'office' | 'begin'>): Course {
  const kept = await courses.begin(OLU, 'adults', {
    ...{ serviceId: 'adults-hospital-discharge', consent: 'AWAITED' },
    parties: [
      { kind: 'REPRESENTATIVE', forename: 'Made', surname: 'Up', relationship: 'Daughter' },
      { kind: 'PERSON_CONCERNED', forename: 'Mother', surname: 'Up' },
    ],
  });
  await assign(office, OLU, kept, AMIR);
  yield '2026-06-03';
  await acknowledge(office, AMIR, kept);
  await office.do(AMIR, kept, 'agreeAdultsPlan', {
    on: office.today,
    answerBy: '2026-06-25',
    plan: 'We meet the ward.',
  });
  latest(kept).agreedDueOn = '2026-06-25';
  yield '2026-06-15';
  const given = { on: office.today, outcome: 'UPHELD', summary: 'We are sorry.' };
  const refused = await office.tries(AMIR, kept, 'answerAdultsComplaint', given);
  expect([refused.code, refused.source?.paragraph]).toEqual(['CONSENT_MISSING', 'regulation 5(2)(d)']);
  yield '2026-06-18';
  await office.do(OLU, kept, 'recordAdultsConsent', { on: office.today, consent: 'GIVEN' });
  yield '2026-06-23';
  await answer(office, { who: AMIR, kept, outcome: 'UPHELD' });
}

/** What is said on the telephone and put right by the next working day is no complaint. */
export async function* settledAtOnce({ office, ...courses }: Pick<Courses, 'office' | 'begin'>): Course {
  const kept = await courses.begin(OLU, 'adults', { serviceId: 'adults-finance-charging', channel: 'Phone' });
  yield '2026-06-04';
  await office.do(OLU, kept, 'settleAdultsConcern', { on: office.today });
  kept.ended = 'SETTLED';
}
