import { complaintFacts, originsOf, statusWords } from './complaint-view';
import { idOf } from './id';
import type { Limit } from './limit';
import { type ComplaintParts, timelineOf } from './timeline';

const stage = {
  stage: 1,
  reference: '100280001',
  receivedOn: '2021-06-03',
  dueOn: '2021-06-17',
  answeredOn: '2021-06-15',
  outcome: 'NOT_UPHELD',
  closureReason: 'ANSWERED',
  service: 'Parks',
  theme: 'Delay',
  channel: 'web-form',
  route: null,
  inTime: true,
} as const;
const second = {
  ...stage,
  stage: 2,
  receivedOn: '2021-07-01',
  dueOn: '2021-07-29',
  answeredOn: null,
  outcome: null,
  closureReason: null,
  route: 'ESCALATED',
  inTime: null,
} as const;
const complaint: ComplaintParts = {
  __typename: 'CorporateComplaint',
  id: 'corporate-1',
  reference: '100280668',
  references: ['100280001', '100280668'],
  stream: 'CORPORATE',
  stage: 2,
  status: 'OPEN',
  receivedOn: '2021-06-03',
  dueOn: '2021-07-29',
  answeredOn: null,
  closedOn: null,
  overdue: true,
  restricted: false,
  overdueAsAt: '2021-09-30',
  service: 'Parks',
  directorate: 'Place',
  theme: 'Delay',
  channel: 'web-form',
  outcome: null,
  closureReason: null,
  ward: null,
  stages: [stage, second],
};
const tenDays: Limit = {
  extendableTo: null,
  rule: { source: 'Policy', answerWithinWorkingDays: 10, answerWithinMonths: null },
  answer: { dueOn: '2021-06-17' },
};

describe('the stages of a complaint', () => {
  it('tell their clocks in words', () => {
    const [first, last] = timelineOf(complaint, [tenDays, null]);
    expect(first).toMatchObject({
      title: 'Stage 1',
      clock: 'Received 3 June 2021, due 17 June 2021 (10 working days), answered 15 June 2021',
      state: { words: 'in time', kind: 'good' },
    });
    expect(last).toMatchObject({
      clock: 'Received 1 July 2021, due 29 July 2021, not answered',
      state: { words: 'overdue by 63 days as at 30 September 2021', kind: 'bad' },
    });
  });

  it('say of which day it is told that an answer is still to come', () => {
    const early = { ...complaint, overdueAsAt: '2021-07-10' };
    expect(timelineOf(early, [])[1]?.state.words).toBe('due in 19 days as at 10 July 2021');
    expect(timelineOf({ ...early, overdueAsAt: null }, [])[1]?.state.words).toBe('open, due 29 July 2021');
  });

  it('tell the finding of what has ended, and how a stage was reached', () => {
    const [first, last] = timelineOf(complaint, []);
    const names = (facts: { name: string }[] | undefined) => facts?.map(({ name }) => name);
    expect(first?.facts).toContainEqual({ name: 'Finding', value: 'Not upheld' });
    expect(names([...(last?.facts ?? [])])).toEqual(['Reached', 'Service', 'About']);
  });

  it('are none where none came', () => {
    expect(timelineOf({ ...complaint, stages: null }, [])).toEqual([]);
  });
});

describe('what a page says of a complaint', () => {
  const value = (parts: ComplaintParts, name: string) =>
    complaintFacts(parts).find((fact) => fact.name === name)?.value;

  it('says "Not recorded", and the way it ended only of one that has', () => {
    expect(statusWords(complaint)).toBe('Open at stage 2');
    expect(value(complaint, 'Ward')).toBe('Not recorded');
    expect(value(complaint, 'Closed')).toBeUndefined();
    const closed = { ...complaint, status: 'CLOSED', closedOn: null, closureReason: 'WITHDRAWN' } as const;
    expect(value(closed, 'Closed')).toBe('On a day not recorded');
    expect(value(closed, 'Closed because')).toBe('Withdrawn');
  });

  it('says what its stream alone records, false apart from nothing', () => {
    const { __typename: _, ward: __, ...common } = { ...complaint };
    expect(value({ ...common, __typename: 'AdultsComplaint', planAgreed: false }, 'Plan agreed')).toBe('No');
    expect(value({ ...common, __typename: 'AdultsComplaint', planAgreed: null }, 'Plan agreed')).toBe(
      'Not recorded',
    );
    expect(
      value(
        { ...common, __typename: 'SchoolsComplaint', school: { urn: '106000', name: 'Hill School' } },
        'School',
      ),
    ).toBe('Hill School (URN 106000)');
    const reviewPanel = {
      meetingDueOn: '2021-10-01',
      heldOn: null,
      reportDueOn: null,
      findingsOn: null,
      answerDueOn: null,
    };
    const childs = {
      ...common,
      __typename: 'ChildrensComplaint',
      advocateOffered: true,
      reviewPanel,
    } as const;
    expect(value(childs, 'Review panel')).toBe('To meet by 1 October 2021; met not yet');
    expect(value({ ...childs, reviewPanel: null }, 'Review panel')).toBeUndefined();
  });

  it('says where records came from, and nothing where the person may not know', () => {
    const lineage = {
      source: 'corporate-crm',
      record: '1',
      file: 'a.csv',
      line: 7,
      import: { startedAt: '2021-10-01T08:00:00.000Z' },
      correction: null,
      earlier: [{ line: 3 }],
      vanishedSince: null,
    };
    const told = originsOf({
      complaint: {
        id: '1',
        stages: [
          { stage: 1, lineage },
          { stage: 2, lineage: null },
        ],
      },
    });
    expect(told).toEqual([
      {
        stage: 'Stage 1',
        source: 'corporate-crm',
        record: '1',
        place: 'a.csv, line 7, loaded 1 October 2021',
        since: 'As it came; replaced 1 earlier state',
      },
    ]);
    const corrected = {
      ...lineage,
      correction: { __typename: 'Amendment' as const },
      earlier: null,
      vanishedSince: { startedAt: '2021-11-01T08:00:00.000Z' },
    };
    expect(originsOf({ complaint: { id: '1', stages: [{ stage: 1, lineage: corrected }] } })[0]?.since).toBe(
      'Corrected by hand; missing from newer files',
    );
    expect(originsOf({ complaint: null })).toEqual([]);
  });

  it('takes an id of any shape, and no other', () => {
    expect(idOf({ params: { id: 'corporate-1' } })).toBe('corporate-1');
    expect(() => idOf({ params: { id: 'x'.repeat(500) } })).toThrow(
      expect.objectContaining({ name: 'NotFound' }),
    );
    expect(() => idOf({ params: {} })).toThrow(expect.objectContaining({ name: 'NotFound' }));
  });
});
