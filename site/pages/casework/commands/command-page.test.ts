import { GatewayRefusal } from '../../../gateway/refusal';
import { type Answers, servePages } from '../../../testing/serve-pages';
import { caseAnswers, liveCase } from '../testing/a-case';
import { addCommandPages } from './command-page';

const CODE = { law: 'The Code', paragraph: 'paragraph 6.3', basis: 'CODE' };
const KEY = '3096649c-9a22-4426-98fe-c658419c043c';
const TODAY = { 'on-day': '1', 'on-month': '12', 'on-year': '2026' };
const ANSWER = {
  ...{ key: KEY, version: '4', outcome: 'UPHELD', summary: 'We were late.', ...TODAY },
  ...{ 'findings-count': '2', 'findings-1-point': 'It was late', 'findings-1-finding': 'UPHELD' },
};

const done = { outcome: { __typename: 'CommandDone', version: 5, complaint: { id: 'corporate-1' } } };

async function serve(answers: Answers = {}, session: object = { role: 'officer', subject: 'olu' }) {
  const all = { ...caseAnswers(), ...answers };
  return servePages({ add: addCommandPages, answers: all, session, now: '2026-12-01T12:00:00Z' });
}
const at = (command: string) => `/complaints/corporate-1/do/${command}`;

describe('the form of a command', () => {
  it('asks for what the command takes, with what is known, by when it has to be, and the law', async () => {
    const site = await serve();
    const { statusCode, body } = await site.get(at('answer'));
    expect(statusCode).toBe(200);
    for (const words of [
      'In time until 15 December 2026. The Code, paragraph 6.3 (a code or guidance under the law)',
      'a finding for each',
      'Nobody called &lt;b&gt;',
      'name="version" value="4"',
      'name="on-day" type="text" inputmode="numeric" autocomplete="off" value="1"',
    ])
      expect(body).toContain(words);
    expect(body).toMatch(/name="key" value="[0-9a-f-]{36}"/);
    expect((await site.get(at('extend'))).body).toContain('to 31 December 2026 at the latest');
    await site.stop();
  });

  it('is done once, and leads to the complaint', async () => {
    const site = await serve({ DoAnswerCorporateComplaint: done });
    const { statusCode, headers } = await site.post(at('answer'), ANSWER);
    expect([statusCode, headers.location]).toEqual([303, '/complaints/corporate-1?did=5']);
    expect(site.asked.at(-1)).toEqual({
      operation: 'DoAnswerCorporateComplaint',
      variables: {
        ...{ key: KEY, id: 'corporate-1', version: 4, on: '2026-12-01', outcome: 'UPHELD' },
        ...{ summary: 'We were late.', findings: [{ point: 'It was late', finding: 'UPHELD' }] },
      },
    });
    await site.stop();
  });

  it('says what is missing beside the field before anything is asked', async () => {
    const site = await serve();
    const { statusCode, body } = await site.post(at('answer'), { ...ANSWER, outcome: '', 'on-day': '9' });
    expect(statusCode).toBe(400);
    expect(body).toContain('Choose what was found of it as a whole.');
    expect(body).toContain('That day is still to come.');
    expect(body).toContain('We were late.');
    expect(body).toContain(`value="${KEY}"`);
    expect(site.asked.map(({ operation }) => operation)).not.toContain('DoAnswerCorporateComplaint');
    await site.stop();
  });

  it('shows more rows where they are asked for, and does nothing', async () => {
    const site = await serve();
    const { statusCode, body } = await site.post(at('answer'), { ...ANSWER, moreRows: 'findings' });
    expect([statusCode, body.match(/name="findings-\d+-point"/g)?.length]).toEqual([200, 5]);
    await site.stop();
  });

  it('says a refusal beside the field that it means, with the law and its paragraph', async () => {
    const message = 'Say what was found of each element.';
    const outcome = { __typename: 'CommandRefused', message, part: 'findings', source: CODE };
    const site = await serve({ DoAnswerCorporateComplaint: { outcome } });
    const { statusCode, body } = await site.post(at('answer'), ANSWER);
    expect(statusCode).toBe(400);
    expect(body).toContain(`<a href="#findings">${message} The Code, paragraph 6.3`);
    expect(body).toContain('id="findings-error"');
    await site.stop();
  });

  it('tells what somebody else did meanwhile, and sends the new version next', async () => {
    const since = [
      { place: 5, text: 'It is due by 2026-12-20.', on: null, by: 'olu', at: '2026-12-01T10:00:00Z' },
    ];
    const outcome = { __typename: 'ComplaintChanged', message: 'Somebody changed it.', version: 5, since };
    const site = await serve({ DoAnswerCorporateComplaint: { outcome } });
    const { statusCode, body } = await site.post(at('answer'), ANSWER);
    expect(statusCode).toBe(409);
    for (const words of ['It is due by 20 December 2026.', 'Olu Somebody', 'name="version" value="5"', KEY])
      expect(body).toContain(words);
    await site.stop();
  });

  it('that was sent before has a name of its own where it is sent once more', async () => {
    const outcome = { __typename: 'CommandUnusable', message: 'This one was taken.', part: 'key' };
    const site = await serve({ DoAnswerCorporateComplaint: { outcome } });
    const { statusCode, body } = await site.post(at('answer'), ANSWER);
    expect([statusCode, body.includes(KEY)]).toEqual([409, false]);
    expect(body).toContain('This form was sent before');
    await site.stop();
  });

  it('keeps what was typed where nothing answers', async () => {
    const site = await serve({ DoAnswerCorporateComplaint: new GatewayRefusal('TIMEOUT', 'slow') });
    const { statusCode, body } = await site.post(at('answer'), ANSWER);
    expect([statusCode, body.includes(KEY), body.includes('We were late.')]).toEqual([503, true, true]);
    await site.stop();
  });

  it('is not there while the state or the role is not, and says why', async () => {
    const site = await serve();
    const { statusCode, body } = await site.get(at('escalate'));
    expect(statusCode).toBe(200);
    expect(body).toContain('Only where it stands at “Answered”; now it stands at “With the service”.');
    expect((await site.get(at('correct-date'))).body).toContain('For the central team to do.');
    await site.stop();
  });

  it('is of no complaint that is not worked on here, of no other command, and of nobody else', async () => {
    const site = await serve({ CaseAtWorkOfCorporate: { complaint: null } });
    expect((await site.get(at('answer'))).statusCode).toBe(404);
    expect((await site.get('/complaints/elsewhere-1/do/answer')).statusCode).toBe(404);
    await site.stop();
    const other = await serve();
    expect((await other.get(at('toString'))).statusCode).toBe(404);
    expect((await other.get(at('suspend'))).statusCode).toBe(404);
    await other.stop();
    const analyst = await serve({}, { role: 'analyst' });
    expect((await analyst.get(at('answer'))).statusCode).toBe(403);
    expect((await analyst.post(at('answer'), ANSWER)).statusCode).toBe(403);
    await analyst.stop();
  });

  it('that another page made is not taken', async () => {
    const site = await serve({ DoAnswerCorporateComplaint: done });
    expect((await site.post(at('answer'), ANSWER, 'other')).statusCode).toBe(403);
    await site.stop();
  });
});

describe('the forms of commands', () => {
  it.each([
    [
      'assign',
      { to: 'cora', group: '', serviceId: 'parks' },
      { to: 'cora', group: null, serviceId: 'parks' },
      'DoAssignCorporateComplaint',
    ],
    [
      'extend',
      {
        ...{ limit: 'ANSWER', 'to-day': '20', 'to-month': '12', 'to-year': '2026', reason: 'Away', ...TODAY },
        isForGoodReason: 'yes',
      },
      { limit: 'ANSWER', to: '2026-12-20', reason: 'Away', on: '2026-12-01', isForGoodReason: true },
      'DoExtendCorporateComplaint',
    ],
    [
      'complete-action',
      { promise: '3', evidence: 'A photograph', ...TODAY },
      { promise: 3, evidence: 'A photograph', on: '2026-12-01' },
      'DoCompleteCorporateAction',
    ],
    ['note', { note: 'Called <b>' }, { note: 'Called <b>' }, 'DoNoteCorporateComplaint'],
  ])('send what was typed: %s', async (command, typed, taken, operation) => {
    const site = await serve({ [operation]: done });
    const form = { key: KEY, version: '4', ...typed };
    expect((await site.post(at(command), form)).statusCode).toBe(303);
    expect(site.asked.at(-1)?.variables).toEqual({ ...taken, key: KEY, id: 'corporate-1', version: 4 });
    await site.stop();
  });

  it('find another complaint by its reference', async () => {
    const ComplaintByReference = ({ reference }: { reference: string }) => ({
      complaint: reference === 'COR-2' ? { id: 'corporate-2' } : null,
    });
    const site = await serve({ ComplaintByReference, DoLinkCorporateComplaint: done });
    const link = (other: string) => site.post(at('link'), { key: KEY, version: '4', other });
    expect((await link('COR-9')).body).toContain('No complaint that you may see has this reference.');
    expect((await link('COR-2')).statusCode).toBe(303);
    expect(site.asked.at(-1)?.variables).toMatchObject({ other: 'corporate-2' });
    await site.stop();
  });

  it('change what is kept of one of its people, who is chosen first', async () => {
    const party = (id: string, surname: string) => ({
      ...{ id, kind: 'COMPLAINANT', person: null, relationship: null, title: null, forename: null, surname },
      ...{ email: null, telephone: null, address: null, postcode: null, bornOn: '1980-02-03' },
    });
    const peopleOf = (parties: object[]) => ({ complaint: { id: 'corporate-1', casework: { parties } } });
    const two = [party('p1', 'Madeup'), party('p2', 'Other')];
    const site = await serve({ CasePeopleOfCorporate: peopleOf(two), DoChangeCorporateParty: done });
    expect((await site.get(at('change-party'))).body).not.toContain('name="input-surname"');
    const { body } = await site.get(`${at('change-party')}?party=p2`);
    expect(body).toContain('name="input-surname" type="text" value="Other"');
    expect(body).toContain(
      'name="input-bornOn-year" type="text" inputmode="numeric" autocomplete="off" value="1980"',
    );
    const form = { key: KEY, version: '4', party: 'p2', 'input-surname': 'Another', 'input-email': '' };
    expect((await site.post(at('change-party'), form)).statusCode).toBe(303);
    expect(site.asked.at(-1)?.variables).toMatchObject({
      party: 'p2',
      input: { kind: 'COMPLAINANT', surname: 'Another', email: null, bornOn: null },
    });
    expect((await site.post(at('change-party'), { ...form, party: 'p9' })).statusCode).toBe(400);
    await site.stop();
  });
});

describe('a concern that is settled', () => {
  it('is no complaint any more', async () => {
    const outcome = { __typename: 'CommandDone', version: 5, complaint: null };
    const adults = caseAnswers(liveCase());
    const CaseAtWorkOfAdults = {
      complaint: { ...adults.CaseAtWorkOfCorporate.complaint, id: 'adults-1', stream: 'ADULTS' },
    };
    const site = await serve({
      ...{ CaseAtWorkOfAdults, LiveProcedureAdults: { procedure: null }, GroupsOfAdults: { groups: [] } },
      DoSettleAdultsConcern: { outcome },
    });
    const form = { key: KEY, version: '4', ...TODAY };
    const { headers } = await site.post('/complaints/adults-1/do/settle-concern', form);
    expect(headers.location).toBe('/casework/settled');
    await site.stop();
  });

  it('says so to whoever clicks twice, and is not there for others', async () => {
    const gone = {
      ...{ CaseAtWorkOfAdults: { complaint: null }, LiveProcedureAdults: { procedure: null } },
      GroupsOfAdults: { groups: [] },
    };
    const at = '/complaints/adults-1/do/settle-concern';
    const form = { key: KEY, version: '4', ...TODAY };
    const done = { __typename: 'CommandDone', version: 5, complaint: null };
    const site = await serve({ ...gone, DoSettleAdultsConcern: { outcome: done } });
    const again = await site.post(at, form);
    expect([again.statusCode, again.headers.location]).toEqual([303, '/casework/settled']);
    expect(site.asked.at(-1)?.variables).toEqual({
      ...{ key: KEY, id: 'adults-1', version: 4, on: '2026-12-01' },
    });
    expect((await site.get(at)).statusCode).toBe(404);
    expect((await site.post(at, { key: KEY, version: '4' })).statusCode).toBe(404);
    expect((await site.post('/complaints/adults-1/do/note', { key: KEY })).statusCode).toBe(404);
    await site.stop();
    const none = { __typename: 'CaseNotFound', message: 'There is no such complaint.' };
    const other = await serve({ ...gone, DoSettleAdultsConcern: { outcome: none } });
    expect((await other.post(at, form)).statusCode).toBe(404);
    await other.stop();
  });
});
