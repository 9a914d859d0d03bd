import { type Answers, servePages } from '../../testing/serve-pages';
import { COMMANDS } from './commands';
import { addComplaintRetention } from './complaint-retention';
import { addRetentionList } from './retention-list';
import { retentionView, reviewView } from './retention-words';
import { mayDecide, mayHold } from './roles';

const COMPLAINT = { id: 'childrens-1', reference: 'C 1', stream: 'CHILDRENS' as const };
const HOLD = {
  ...{ id: 'h', reason: 'An inquiry', putBy: 'ada', putAt: '2026-11-30T09:00:00.000Z' },
  complaint: COMPLAINT,
};
const REVIEW = {
  ...{ reviewOn: '2026-01-04', closedOn: '2010-02-01', isHeld: false },
  ...{ source: 'The council’s schedule', gaps: ['CARE_NOT_RECORDED' as const] },
};
const DECISION = {
  ...{ id: 'd', kind: 'KEEP' as const, cause: 'REVIEW' as const, reason: 'A claim', keepUntil: '2027-01-01' },
  ...{ decidedBy: 'olu', decidedAt: '2026-11-30T09:00:00.000Z' },
};
const retention = (changed: object = {}, complaint: object = {}) => ({
  ComplaintRetention: {
    complaint: {
      ...{ ...COMPLAINT, openToCaller: true, ...complaint },
      retention: { anonymisedAt: null, review: REVIEW, holds: [HOLD], decisions: [DECISION], ...changed },
    },
  },
});
const listOf = (node: object) => ({ pageInfo: { hasNextPage: true }, edges: [{ node }] });
const none = { pageInfo: { hasNextPage: false }, edges: [] };
const LISTS: Answers = {
  RetentionDue: { adults: none, childrens: listOf({ ...REVIEW, complaint: COMPLAINT }) },
  LegalHolds: {
    adults: none,
    childrens: listOf({ ...HOLD, complaint: null }),
    corporate: none,
    schools: none,
  },
};

let served: Awaited<ReturnType<typeof servePages>> | null = null;
const serve = async (answers: Answers = {}, { role = 'officer', streams = ['adults', 'childrens'] } = {}) => {
  served = await servePages({
    add: (app, makers) => {
      addComplaintRetention(app, makers);
      addRetentionList(app, makers);
    },
    ...{ answers: { ...retention(), ...LISTS, ...answers }, session: { role, streams } },
  });
  return served;
};
afterEach(() => served?.stop());
const PAGE = '/complaints/childrens-1/retention';

describe('the pages of how long people are kept', () => {
  it.each([
    ['officer', 200],
    ['admin', 200],
    ['manager', 403],
    ['analyst', 403],
    ['auditor', 403],
  ])('are for those who hold and decide: %s', async (role, status) => {
    const { get } = await serve({}, { role });
    for (const page of [PAGE, '/retention']) expect((await get(page)).statusCode).toBe(status);
    expect(mayHold(role)).toBe(status === 200);
    expect(mayDecide({ role, streams: ['childrens'] }, 'CHILDRENS')).toBe(role === 'officer');
  });

  it('list one stream where one is chosen, and all for a word that is no stream of theirs', async () => {
    const { get, asked } = await serve();
    const { body } = await get('/retention?streams=CHILDRENS');
    expect(body).toContain('<option value="CHILDRENS" selected>');
    expect(body).toContain('C 1');
    for (const other of ['CORPORATE', 'constructor', 'ADULTS&streams=ADULTS'])
      expect((await get(`/retention?streams=${other}`)).body).not.toMatch(/value="[A-Z]+" selected>/);
    expect(
      asked.filter(({ operation }) => operation === 'LegalHolds').map(({ variables }) => variables),
    ).toEqual([
      { adults: false, childrens: true, corporate: false, schools: false },
      ...Array(3).fill({ adults: true, childrens: true, corporate: false, schools: false }),
    ]);
  });

  it('say when a complaint is due, by which rule, what holds it, and what was decided', async () => {
    const { body } = await (await serve()).get(PAGE);
    for (const words of [
      'By the rule it was 4 Jan 2026',
      'The council’s schedule',
      'looked after',
      'An inquiry',
      'until 1 Jan 2027',
    ])
      expect(body).toContain(words);
    expect(body).toContain('retention/decide');
  });

  it('offer no decision to whoever may not read its people, on what is open, or on what is gone', async () => {
    for (const answers of [
      retention({}, { openToCaller: false }),
      retention({ review: null, anonymisedAt: '2026-11-30T09:00:00.000Z', holds: null, decisions: null }),
    ]) {
      expect((await (await serve(answers)).get(PAGE)).body).not.toContain('retention/decide');
      await served?.stop();
    }
    expect((await (await serve({}, { streams: ['adults'] })).get(PAGE)).body).not.toContain(
      'retention/decide',
    );
    await served?.stop();
    const lost = { ComplaintRetention: { complaint: { ...COMPLAINT, openToCaller: null, retention: null } } };
    expect((await (await serve(lost)).get(PAGE)).body).toContain('does not answer just now');
    await served?.stop();
    expect((await (await serve({ ComplaintRetention: { complaint: null } })).get(PAGE)).statusCode).toBe(404);
  });

  it('list what is due to officers, of the streams that they are cleared for, and holds to both', async () => {
    const { get, asked } = await serve();
    const { body } = await get('/retention');
    for (const words of ['Due for review', 'C 1', 'first fifty', 'All of the stream'])
      expect(body).toContain(words);
    const flags = { adults: true, childrens: true, corporate: false, schools: false };
    expect(asked.map(({ variables }) => variables)).toEqual([flags, flags]);
    await served?.stop();
    expect((await (await serve({}, { role: 'admin' })).get('/retention')).body).not.toContain(
      'Due for review',
    );
  });

  it.each([
    [
      'hold',
      'PutHold',
      { command: 'one', 'hold-reason': 'why' },
      { command: 'one', id: 'childrens-1', reason: 'why' },
    ],
    ['lift', 'LiftHold', { hold: 'h', 'lift-reason': 'over' }, { id: 'h', reason: 'over' }],
    [
      'decide',
      'DecideRetention',
      {
        ...{ command: 'one', 'decide-decision': 'anonymise-asked', 'decide-reason': 'asked' },
        'decide-sure': 'yes',
      },
      {
        command: 'one',
        id: 'childrens-1',
        decision: 'ANONYMISE',
        cause: 'ERASURE',
        reason: 'asked',
        keepUntil: null,
      },
    ],
    [
      'decide',
      'DecideRetention',
      {
        ...{ command: 'one', 'decide-decision': 'keep', 'decide-reason': 'a claim' },
        ...{ 'decide-keepUntil-day': '27', 'decide-keepUntil-month': '3', 'decide-keepUntil-year': '2030' },
      },
      {
        command: 'one',
        id: 'childrens-1',
        decision: 'KEEP',
        cause: 'REVIEW',
        reason: 'a claim',
        keepUntil: '2030-03-27',
      },
    ],
  ])('ask for it: %s', async (action, operation, fields, variables) => {
    const { post, asked } = await serve({ [operation]: { childrens: { __typename: 'Done' } } });
    const { statusCode, headers } = await post(`${PAGE}/${action}`, fields);
    expect([statusCode, headers.location]).toEqual([303, `${PAGE}?done=${action}`]);
    expect(asked.at(-1)).toMatchObject({
      operation,
      variables: { ...variables, childrens: true, adults: false },
    });
  });

  it('say what is wrong beside its field, and keep what was typed', async () => {
    const refused = { message: 'Say why in other words.', part: 'reason' };
    const { post } = await serve({ PutHold: { childrens: { __typename: 'RetentionUnusable', ...refused } } });
    const held = await post(`${PAGE}/hold`, { command: 'one', 'hold-reason': 'Typed' });
    expect([
      held.statusCode,
      held.body.includes('id="hold-reason-error"'),
      held.body.includes('Typed'),
    ]).toEqual([400, true, true]);
    const undecided = await post(`${PAGE}/decide`, { 'decide-decision': 'x' });
    expect([undecided.statusCode, undecided.body.includes('Choose what happens')]).toEqual([400, true]);
    const dayless = await post(`${PAGE}/decide`, { 'decide-decision': 'keep' });
    expect([dayless.statusCode, dayless.body.includes('Give the day until which')]).toEqual([400, true]);
    expect((await post(`${PAGE}/other`)).statusCode).toBe(404);
    expect((await post(`${PAGE}/hold`, {}, 'no token')).statusCode).toBe(403);
    expect(Object.keys(COMMANDS)).toEqual(['hold', 'lift', 'decide']);
  });

  it('hold all of a stream, and lift what is held, from the list', async () => {
    const { post, asked } = await serve({ PutHold: { adults: { __typename: 'HoldSaved' } } });
    const { headers } = await post('/retention/hold', {
      command: 'one',
      stream: 'ADULTS',
      'hold-reason': 'why',
    });
    expect(headers.location).toBe('/retention?done=hold');
    expect(asked.at(-1)).toMatchObject({ variables: { id: null, adults: true, childrens: false } });
    await served?.stop();
    const refused = await serve({
      LiftHold: { adults: { __typename: 'HoldNotFound', message: 'There is none.' } },
    });
    const { statusCode, body } = await refused.post('/retention/lift', { hold: 'h', stream: 'ADULTS' });
    expect([statusCode, body.includes('There is none.')]).toEqual([400, true]);
  });

  it('are drawn of what there is', () => {
    expect(retentionView({ review: null, anonymisedAt: null, holds: null, decisions: null })).toMatchObject({
      holds: [],
      decisions: [],
    });
    expect(reviewView({ ...REVIEW, closedOn: null, isHeld: true, complaint: null })).toMatchObject({
      ...{ closedOn: 'Not recorded', href: null },
      notes: ['A legal hold keeps it.', expect.stringContaining('looked after')],
    });
  });
});
