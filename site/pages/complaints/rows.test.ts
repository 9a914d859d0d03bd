import { type ComplaintLine, linesOf } from './lines';
import { type CountedNode, complaintRow, countedRow, listedOf } from './rows';

const line: ComplaintLine = {
  __typename: 'CorporateComplaint',
  id: 'corporate-1',
  reference: '100280668',
  stream: 'CORPORATE',
  stage: 2,
  status: 'OPEN',
  receivedOn: '2021-05-03',
  dueOn: '2021-07-01',
  answeredOn: null,
  closedOn: null,
  overdue: true,
  overdueAsAt: '2021-09-30',
  service: 'Parks',
  theme: null,
  channel: null,
  outcome: null,
  stages: [
    {
      stage: 1,
      reference: '100280001',
      receivedOn: '2021-05-03',
      dueOn: '2021-05-17',
      answeredOn: '2021-05-20',
      inTime: false,
      outcome: null,
      service: 'Refuse',
      theme: null,
      channel: null,
    },
    {
      stage: 2,
      reference: '100280668',
      receivedOn: '2021-06-03',
      dueOn: '2021-07-01',
      answeredOn: null,
      inTime: null,
      outcome: null,
      service: 'Parks',
      theme: null,
      channel: null,
    },
  ],
};
const node: CountedNode = {
  id: 'RECEIVED:corporate-stage-1',
  subject: 'corporate-stage-1',
  reference: '100280001',
  stage: 1,
  on: '2021-05-03',
  complaint: { __typename: 'CorporateComplaint', id: 'corporate-1' },
  ombudsmanCase: null,
};
const lines = linesOf([{ kind: 'CorporateComplaint', nodes: [line, null] }]);
const none = linesOf([{ kind: 'CorporateComplaint', nodes: null }]);
const newest = { asAt: '2021-09-30', isCut: false };

describe('a row of what a figure counts', () => {
  it('is of the stage that was counted, and not of the latest', () => {
    expect(countedRow(node, lines, newest)).toEqual({
      reference: '100280001',
      href: '/complaints/corporate-1',
      stage: 1,
      on: '2021-05-03',
      stream: 'Corporate',
      service: 'Refuse',
      dueOn: '2021-05-17',
      answeredOn: '2021-05-20',
      state: { words: 'answered 3 days late', kind: 'bad' },
      isLost: false,
    });
  });

  it('knows nothing of what came after the day that was asked for', () => {
    const row = countedRow(node, lines, { asAt: '2021-05-18', isCut: true });
    expect(row).toMatchObject({ answeredOn: null, state: { words: 'overdue by 1 day' } });
    expect(countedRow(node, lines, { asAt: '2021-05-18', isCut: false })).toMatchObject({
      answeredOn: '2021-05-20',
    });
  });

  it('keeps what is known where the part that knows more is down', () => {
    expect(none.lost).toEqual(['Corporate']);
    expect(countedRow(node, none, newest)).toMatchObject({
      reference: '100280001',
      on: '2021-05-03',
      isLost: true,
      state: null,
    });
  });

  it('leads to the ombudsman’s case that was counted', () => {
    const counted = { ...node, stage: null, reference: '19 004 370', ombudsmanCase: { id: 'ombudsman-1' } };
    expect(listedOf([counted, node])).toEqual([
      { __typename: 'OmbudsmanCase', id: 'ombudsman-1' },
      node.complaint,
    ]);
    expect(countedRow(counted, lines, newest)).toMatchObject({
      href: '/ombudsman-cases/ombudsman-1',
      isLost: true,
    });
  });
});

describe('a row of complaints', () => {
  it('is of the latest stage', () => {
    expect(complaintRow('corporate-1', lines)).toMatchObject({
      reference: '100280668',
      stage: 2,
      on: '2021-05-03',
      state: { words: 'overdue by 91 days', kind: 'bad' },
    });
  });

  it('says less where its stream is down', () => {
    expect(complaintRow('corporate-1', none)).toMatchObject({
      href: '/complaints/corporate-1',
      isLost: true,
    });
  });
});
