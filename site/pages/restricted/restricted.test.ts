import { type Answers, servePages } from '../../testing/serve-pages';
import { addCaseAccess } from './case-access';
import { conflictView, momentWords, openingView, restrictionView } from './case-words';
import { COMMANDS, onlyIn, problemsIn } from './commands';
import { addRestrictedCases, askUnread } from './restricted-cases';
import { isTold, mayRestrict } from './roles';

const COMPLAINT = { id: 'adults-1', reference: 'A 1', stream: 'ADULTS' as const };
const RESTRICTION = {
  ...{ id: 'r', kind: 'SAFEGUARDING' as const, reason: 'An enquiry', named: ['eve', 'olu'], version: 3 },
  ...{ restrictedBy: 'olu', restrictedAt: '2026-11-30T09:00:00.000Z', complaint: COMPLAINT },
};
const CONFLICT = {
  ...{ id: 'c', subject: 'dan', kind: 'COMPLAINED_ABOUT' as const, reason: 'About them', recordedBy: 'olu' },
  ...{ recordedAt: '2026-11-30T09:00:00.000Z', complaint: COMPLAINT },
};
const OPENING = {
  ...{ id: 'o', openedBy: 'cora', reason: 'Nobody else is here', openedAt: '2026-11-30T09:00:00.000Z' },
  ...{ expiresAt: '2026-11-30T10:00:00.000Z', isOpen: true, acknowledgedBy: null, complaint: COMPLAINT },
};
const access = (changed: object = {}) => ({
  ComplaintAccess: {
    complaint: {
      ...{ ...COMPLAINT, restricted: true, openToCaller: true, restriction: RESTRICTION },
      ...{ conflictsOfInterest: [CONFLICT], ownOpening: null, ...changed },
    },
  },
});
const none = { totalCount: 0, edges: [] };
const listOf = (node: object) => ({ totalCount: 1, edges: [{ node }] });
const LISTS: Answers = {
  CaseOpenings: { adults: listOf(OPENING), childrens: none, corporate: null, schools: none },
  RestrictedCases: {
    ...{ adults: listOf(RESTRICTION), childrens: none, corporate: none, schools: none },
    ...{
      adultsConflicts: listOf(CONFLICT),
      childrensConflicts: none,
      corporateConflicts: none,
      schoolsConflicts: none,
    },
  },
  UnreadOpenings: { adults: { totalCount: 2 }, childrens: { totalCount: 1 }, corporate: null, schools: none },
};
const done = { adults: { __typename: 'RestrictionSaved' } };

let served: Awaited<ReturnType<typeof servePages>> | null = null;
const serve = async (answers: Answers, { role = 'officer', streams = ['adults'] } = {}) => {
  served = await servePages({
    add: (app, makers) => {
      addCaseAccess(app, makers);
      addRestrictedCases(app, makers);
    },
    ...{ answers: { ...LISTS, ...answers }, session: { role, streams } },
  });
  return served;
};
afterEach(() => served?.stop());
const PAGE = '/complaints/adults-1/access';

describe('the page of who may open a complaint', () => {
  it.each([
    ['officer', 200],
    ['admin', 200],
    ['manager', 403],
    ['analyst', 403],
    ['auditor', 403],
  ])('is for those who say it: %s', async (role, status) => {
    expect((await (await serve(access(), { role })).get(PAGE)).statusCode).toBe(status);
    expect([mayRestrict(role), isTold(role)]).toEqual([status === 200, ['admin', 'auditor'].includes(role)]);
  });

  it('shows an officer who is named why, and the forms that change it', async () => {
    const { body } = await (await serve(access())).get(PAGE);
    for (const words of [
      'Safeguarding: An enquiry',
      'eve, olu',
      'access/change',
      'access/lift',
      'access/conflict',
    ])
      expect(body).toContain(words);
    for (const words of ['access/open', 'access/restrict"', 'access/withdraw'])
      expect(body).not.toContain(words);
  });

  it('offers an officer who is not named to open it by a reason, and nothing else', async () => {
    const closed = access({ openToCaller: false, restriction: null, conflictsOfInterest: [] });
    const { body } = await (await serve(closed)).get(PAGE);
    expect(body).toContain('access/open');
    for (const words of ['Safeguarding', 'access/change', 'access/lift', 'access/conflict'])
      expect(body).not.toContain(words);
    await served?.stop();
    expect((await (await serve(closed, { streams: ['schools'] })).get(PAGE)).body).not.toContain(
      'access/open',
    );
  });

  it('offers to close again what one has opened, and an administrator to withdraw a conflict', async () => {
    const opened = access({ ownOpening: { id: 'o', expiresAt: OPENING.expiresAt }, restriction: null });
    expect((await (await serve(opened)).get(PAGE)).body).toContain('access/end');
    await served?.stop();
    expect((await (await serve(access(), { role: 'admin' })).get(PAGE)).body).toContain('access/withdraw');
  });

  it.each([
    [
      'restrict',
      'RestrictComplaint',
      { command: 'one', 'restrict-kind': 'x', 'restrict-reason': 'why', 'restrict-named': 'olu, eve\ndan' },
      {
        command: 'one',
        id: 'adults-1',
        kind: 'NAMED_PEOPLE',
        reason: 'why',
        named: ['olu', 'eve', 'dan'],
        complainedAbout: [],
      },
    ],
    [
      'change',
      'ChangeRestriction',
      { restriction: 'r', version: '3', 'change-named': 'olu' },
      { id: 'r', version: 3, named: ['olu'] },
    ],
    [
      'lift',
      'LiftRestriction',
      { restriction: 'r', version: '3', 'lift-reason': 'over' },
      { id: 'r', version: 3, reason: 'over' },
    ],
    [
      'conflict',
      'RecordConflict',
      { command: 'one', 'conflict-subject': 'dan', 'conflict-reason': 'x' },
      { command: 'one', id: 'adults-1', subject: 'dan', reason: 'x' },
    ],
    ['withdraw', 'WithdrawConflict', { conflict: 'c', 'withdraw-reason': 'x' }, { id: 'c', reason: 'x' }],
    [
      'open',
      'OpenRestrictedCase',
      { command: 'one', 'open-reason': 'x' },
      { command: 'one', id: 'adults-1', reason: 'x' },
    ],
    ['end', 'EndOpening', { opening: 'o' }, { id: 'o' }],
  ])('sends its form %s to the stream of the complaint', async (action, operation, form, variables) => {
    const { post, asked } = await serve({ ...access(), [operation]: done });
    const reply = await post(`${PAGE}/${action}`, form as Record<string, string>);
    expect([reply.statusCode, reply.headers.location]).toEqual([303, `${PAGE}?done`]);
    expect(asked.find((each) => each.operation === operation)?.variables).toEqual({
      ...variables,
      ...onlyIn('ADULTS'),
    });
    expect(Object.keys(COMMANDS)).toContain(action);
  });

  it('shows what was typed again, with what is wrong beside it', async () => {
    const refused = {
      adults: { __typename: 'RestrictionUnusable', message: 'Say why in 20 characters.', part: 'reason' },
    };
    const { post } = await serve({
      ...access({ openToCaller: false, restriction: null }),
      OpenRestrictedCase: refused,
    });
    const reply = await post(`${PAGE}/open`, { command: 'one', 'open-reason': 'short' });
    expect(reply.statusCode).toBe(400);
    for (const words of [
      'href="#open-reason"',
      'short</textarea>',
      'Say why in 20 characters.',
      'value="one"',
    ])
      expect(reply.body).toContain(words);
  });

  it('takes no form that there is not', async () => {
    const { post } = await serve(access());
    for (const action of ['nothing', 'constructor'])
      expect((await post(`${PAGE}/${action}`, {})).statusCode).toBe(404);
  });
});

describe('the page of restricted cases', () => {
  it.each([
    ['admin', 200],
    ['auditor', 200],
    ['officer', 403],
    ['manager', 403],
  ])('is for those who are told: %s', async (role, status) => {
    expect((await (await serve({}, { role })).get('/restricted-cases')).statusCode).toBe(status);
  });

  it('shows auditors what was opened, and administrators what is restricted besides', async () => {
    const auditor = (await (await serve({}, { role: 'auditor' })).get('/restricted-cases?all')).body;
    expect(auditor).toContain('Nobody else is here');
    expect(auditor).not.toContain('Restricted now');
    await served?.stop();
    const admin = (await (await serve({}, { role: 'admin' })).get('/restricted-cases')).body;
    for (const words of [
      'Restricted now',
      'Safeguarding: An enquiry',
      'The complaint is about them: About them',
    ])
      expect(admin).toContain(words);
  });

  it('acknowledges an opening, or says why not', async () => {
    const form = { opening: 'o', stream: 'ADULTS' };
    const { post, asked } = await serve({ AcknowledgeOpening: done }, { role: 'auditor' });
    expect((await post('/restricted-cases/acknowledge', form)).headers.location).toBe(
      '/restricted-cases?done',
    );
    expect(asked[0]?.variables).toEqual({ id: 'o', ...onlyIn('ADULTS') });
    await served?.stop();
    const own = { adults: { __typename: 'CaseOpeningOwn', message: 'You opened this case yourself.' } };
    const refused = await (await serve({ AcknowledgeOpening: own }, { role: 'admin' })).post(
      '/restricted-cases/acknowledge',
      form,
    );
    expect([refused.statusCode, refused.body.includes('You opened this case yourself.')]).toEqual([
      400,
      true,
    ]);
  });

  it('is led to where something was not seen, for those who are told', async () => {
    const gateway = { ask: async () => LISTS.UnreadOpenings as never };
    const asking = { accessToken: '', requestId: '' };
    expect([await askUnread(gateway, 'admin', asking), await askUnread(gateway, 'officer', asking)]).toEqual([
      3,
      null,
    ]);
  });
});

describe('words of restricted cases', () => {
  it('tell when, who and how it stands', () => {
    expect(momentWords('2026-07-01T09:05:00.000Z')).toBe('1 Jul 2026, 10:05');
    expect(restrictionView(RESTRICTION)).toMatchObject({
      reference: 'A 1',
      href: '/complaints/adults-1/access',
    });
    expect(conflictView({ ...CONFLICT, kind: 'RECORDED', complaint: null })).toMatchObject({
      kind: 'Recorded',
      href: null,
    });
    expect(openingView({ ...OPENING, isOpen: false }).state).toBe('Over');
    expect(problemsIn({ adults: { message: 'x', part: 'named' }, schools: null }, 'change-')).toEqual([
      { field: 'change-named', says: 'x' },
    ]);
  });
});
