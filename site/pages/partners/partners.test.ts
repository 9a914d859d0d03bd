import { GatewayRefusal } from '../../gateway/refusal';
import { type Answers, servePages } from '../../testing/serve-pages';
import { addAgreementPage } from './agreement';
import { addAgreementForm } from './agreement-form';
import { agreementKeyView, agreementView, requestsView } from './agreement-view';
import { addOwnAgreement } from './own-agreement';
import { addPartnerPages } from './partners';
import { readAgreementForm, typedOf } from './read-agreement-form';
import { webhookView } from './webhook-view';

const AGREEMENT = {
  ...{ partner: 'guests', version: 2, state: 'IN_FORCE' as const, name: 'Guest House' },
  ...{ purpose: 'To learn', lawfulBasis: 'Public task', streams: ['ADULTS' as const, 'SCHOOLS' as const] },
  ...{ parts: ['CASES' as const, 'FIGURES' as const], smallNumbersBelow: 5 },
  ...{
    startsOn: '2026-04-01',
    endsOn: '2030-03-31',
    signedForCouncil: 'Director',
    signedForPartner: 'Chair',
  },
  ...{ madeBy: 'ada', madeAt: '2026-11-30T09:00:00.000Z', endedBy: null, endedAt: null, endedBecause: null },
};
const KEY = {
  ...{ id: 'cck_000000000001', name: 'Northgate', state: 'LIVE' as const, madeAt: AGREEMENT.madeAt },
  ...{ expiresAt: '2027-02-28T09:00:00.000Z', lastUsedAt: null, isSandbox: true },
};
const REQUEST = {
  ...{ id: 'one', at: '2026-11-30T09:30:00.000Z', partner: 'guests', credential: 'cck_000000000001' },
  ...{ byKey: true, door: '/graphql', asked: ['measures'], status: 200 },
};
const page = (node: object) => ({
  ...{ totalCount: 1, edges: [{ node }], pageInfo: { hasNextPage: false, endCursor: null } },
});
const WEBHOOK = {
  ...{ id: 'whk_1', url: 'https://hooks.example.org/', state: 'LIVE' as const, failures: 2 },
  ...{ dueAt: AGREEMENT.madeAt, stoppedBecause: null, testEvent: null },
  deliveries: [
    { id: '1', event: 'event-1', at: AGREEMENT.madeAt, status: 500, failure: 'It was not taken.' },
  ],
};
const WHOLE = { ...AGREEMENT, versions: [{ version: 2 }, { version: 1 }], keys: [KEY], webhooks: [WEBHOOK] };
const ANSWERS: Answers = {
  AgreementList: { agreements: page(AGREEMENT) },
  AgreementPage: { agreement: WHOLE, partnerRequests: page(REQUEST) },
  OwnAgreement: { ownAgreement: WHOLE, partnerRequests: page(REQUEST) },
  SaveAgreement: { outcome: { __typename: 'AgreementSaved', agreement: AGREEMENT } },
  EndAgreement: { outcome: { __typename: 'AgreementEnded' } },
};
const FORM = typedOf(AGREEMENT);
const LIST = '/administration/partners';
const ONE = `${LIST}/guests`;

let served: Awaited<ReturnType<typeof servePages>> | null = null;
const serve = async (answers: Answers = {}, role = 'admin') => {
  served = await servePages({ add: addPartnerPages, answers: { ...ANSWERS, ...answers }, session: { role } });
  return served;
};
afterEach(() => served?.stop());

describe('the pages of partners', () => {
  it('are made of pages that are there one by one', () => {
    const all = [addAgreementPage, addAgreementForm, addOwnAgreement];
    expect(all.every((each) => typeof each === 'function')).toBe(true);
  });

  it.each([
    ['admin', [200, 200, 200, 200, 200, 403]],
    ['auditor', [200, 200, 403, 403, 403, 403]],
    ['officer', [403, 403, 403, 403, 403, 403]],
    ['partner', [403, 403, 403, 403, 403, 200]],
  ])('are for those who watch over them, and its own for a partner: %s', async (role, statuses) => {
    const { get } = await serve({}, role);
    const pages = [LIST, ONE, `${LIST}/new`, `${ONE}/change`, `${ONE}/end`, '/partner'];
    const found = [];
    for (const each of pages) found.push((await get(each)).statusCode);
    expect(found).toEqual(statuses);
  });

  it('offer an auditor nothing to change', async () => {
    const { get } = await serve({}, 'auditor');
    expect((await get(LIST)).body + (await get(ONE)).body).not.toMatch(/Make an agreement|Change it|End it/);
  });

  it('take no form of another site', async () => {
    const { post, asked } = await serve();
    for (const each of [`${LIST}/new`, `${ONE}/change`, `${ONE}/end`])
      expect((await post(each, FORM, 'x')).statusCode).toBe(403);
    expect(asked).toEqual([]);
  });

  it.each([
    ['an administrator', ONE, 'admin'],
    ['the partner', '/partner', 'partner'],
  ])('say what is agreed, with its keys and what was asked: to %s', async (_, at, role) => {
    const { get } = await serve({}, role);
    const { body } = await get(at);
    for (const part of [
      'To learn',
      'Public task',
      '1 April 2026 to 31 March 2030',
      'Numbers from 1 to 4 are not shown',
      'Sandbox</strong>',
      role === 'partner' ? 'x-sandbox: made-up' : 'keys/new?partner=guests&amp;sandbox',
    ])
      expect(body).toContain(part);
    for (const part of [
      'https://hooks.example.org/',
      'Not taken 2 times',
      'event-1',
      'It was not taken. (500)',
    ])
      expect(body).toContain(part);
    for (const part of ['Northgate', 'cck_000000000001 (key)', 'measures', 'Answered', 'In force'])
      expect(body).toContain(part);
  });

  it('say so where there is none', async () => {
    const { get } = await serve({ AgreementPage: { agreement: null, partnerRequests: null } });
    for (const each of [ONE, `${ONE}/change`, `${ONE}/end`]) expect((await get(each)).statusCode).toBe(404);
  });
});

describe('the form of an agreement', () => {
  it('sends what was typed, from the version that was read', async () => {
    const { post, asked } = await serve();
    const answer = await post(`${ONE}/change`, { ...FORM, partner: 'another' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${ONE}?saved`]);
    expect(asked.find(({ operation }) => operation === 'SaveAgreement')?.variables).toEqual({
      ...{ partner: 'guests', basedOnVersion: 2 },
      agreement: {
        ...{ name: 'Guest House', purpose: 'To learn', lawfulBasis: 'Public task' },
        ...{ streams: ['ADULTS', 'SCHOOLS'], parts: ['FIGURES', 'CASES'], smallNumbersBelow: 5 },
        ...{ startsOn: '2026-04-01', endsOn: '2030-03-31' },
        ...{ signedForCouncil: 'Director', signedForPartner: 'Chair' },
      },
    });
  });

  it.each([
    [{ streams: 'adults, parking' }, {}, 'Write streams as they are called'],
    [{ streams: 'constructor' }, {}, 'Write streams as they are called'],
    [{ smallNumbersBelow: 'few' }, {}, 'Write a number, or nothing.'],
    [{ 'endsOn-month': '13' }, {}, 'Give the last day as a day'],
    [
      {},
      { __typename: 'AgreementUnusable', message: 'Say what it opens.', part: 'parts' },
      'Say what it opens.',
    ],
    [{}, { __typename: 'AgreementChanged', message: 'Somebody changed it.' }, 'Somebody changed it.'],
  ])('keeps what was typed, and says what is wrong: %j %j', async (typed, outcome, says) => {
    const { post } = await serve('__typename' in outcome ? { SaveAgreement: { outcome } } : {});
    const { statusCode, body } = await post(`${LIST}/new`, { ...FORM, ...typed });
    expect([statusCode, body.includes(says), body.includes('value="Guest House"')]).toEqual([
      400,
      true,
      true,
    ]);
  });

  it('keeps what was typed where the part does not answer', async () => {
    const { post } = await serve({ SaveAgreement: new GatewayRefusal('SUBGRAPH_UNAVAILABLE', 'down') });
    const { statusCode, body } = await post(`${LIST}/new`, FORM);
    expect([statusCode, body.includes('value="Guest House"')]).toEqual([503, true]);
  });

  it('reads nothing as no rule, and no choice as no part', () => {
    expect(readAgreementForm({ ...FORM, smallNumbersBelow: '', parts: 'x' })).toMatchObject({
      agreement: { smallNumbersBelow: null, parts: [] },
    });
    expect(typedOf({ ...AGREEMENT, parts: ['CASES'], smallNumbersBelow: null })).toMatchObject({
      ...{ parts: 'cases', smallNumbersBelow: '' },
    });
  });
});

describe('ending an agreement', () => {
  it('leads back to the list, and asks why before', async () => {
    const { post, get } = await serve();
    const answer = await post(`${ONE}/end`, { reason: 'Moved' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${LIST}?ended`]);
    expect((await get(`${LIST}?ended`)).body).toContain('Nobody of the partner is let in');
    await served?.stop();
    const refused = await serve({
      EndAgreement: { outcome: { __typename: 'ReasonUnusable', message: 'Say why.' } },
    });
    const again = await refused.post(`${ONE}/end`, { reason: '' });
    expect([again.statusCode, again.body.split('Say why.').length]).toEqual([400, 3]);
  });
});

describe('a webhook in words', () => {
  it.each([
    [
      { state: 'STOPPED' as const, stoppedBecause: 'There was no answer in time.' },
      'There was no answer in time.',
    ],
    [{ state: 'ENDED' as const }, null],
    [{ failures: 0 }, null],
  ])('says what is wrong with it: %j', (changed, trouble) => {
    expect(webhookView({ ...WEBHOOK, ...changed }).trouble).toBe(trouble);
  });

  it('says that an event was taken', () => {
    const deliveries = [{ id: '1', event: 'e', at: AGREEMENT.madeAt, status: 204, failure: null }];
    expect(webhookView({ ...WEBHOOK, deliveries }).deliveries).toEqual([
      { event: 'e', at: '30 Nov 2026, 09:00:00', became: 'Taken (204)' },
    ]);
  });
});

describe('an agreement in words', () => {
  it('says what became of it', () => {
    const ended = {
      state: 'ENDED' as const,
      endedBy: 'ada',
      endedAt: AGREEMENT.madeAt,
      endedBecause: 'Moved',
    };
    expect(agreementView({ ...AGREEMENT, ...ended, streams: [], smallNumbersBelow: null })).toMatchObject({
      ...{ isEnded: true, ended: '30 Nov 2026 by ada: Moved', streams: 'none' },
      smallNumbers: 'All numbers are shown',
    });
    expect(agreementKeyView({ ...KEY, lastUsedAt: AGREEMENT.madeAt }).lastUsed).toBe('30 Nov 2026');
  });

  it.each([
    [
      { status: 401, asked: [] },
      { asked: '/graphql', became: 'Refused: no agreement in force' },
    ],
    [
      { status: 418, byKey: false },
      { by: 'cck_000000000001', became: 'Status 418' },
    ],
  ])('says what was asked: %j', (changed, says) => {
    const shown = requestsView(page({ ...REQUEST, ...changed }) as never, '/partner', {
      after: null,
      number: 1,
    });
    expect(shown?.rows).toEqual([expect.objectContaining(says)]);
    expect(requestsView(null, '/partner', { after: null, number: 1 })).toBeNull();
  });
});
