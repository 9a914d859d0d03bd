import { randomUUID } from 'node:crypto';
import type { Drafts } from '../../../drafts/drafts';
import { GatewayRefusal } from '../../../gateway/refusal';
import { type Answers, servePages } from '../../../testing/serve-pages';
import { recordDraft } from './record-draft';
import { addRecordingPages } from './recording';
import { RECORDING_ANSWERS, testDrafts } from './testing/told';

const NOW = '2026-12-01T12:00:00Z';
const DAY = { 'receivedOn-day': '30', 'receivedOn-month': '11', 'receivedOn-year': '2026' };
const DONE = { outcome: { __typename: 'CommandDone', version: 1, complaint: { id: 'corporate-1' } } };
const COMPLAINED = {
  came: { channel: 'Phone', ...DAY },
  kind: { kind: 'COMPLAINT' },
  stream: { stream: 'CORPORATE' },
  who: { 'complainant-surname': 'Madeup', 'complainant-telephone': '0161 496 0000' },
  what: { summary: 'The bin was missed.', points: '', serviceId: 'parks', theme: 'Delay', stage: '1' },
};

describe('recording a complaint', () => {
  let drafts: Drafts;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    ({ drafts, stop } = await testDrafts(NOW));
  });
  afterAll(() => stop?.());

  async function serve(answers: Answers = {}, session: object = {}) {
    return servePages({
      add: (app, makers) => addRecordingPages(app, { ...makers, drafts }),
      answers: { ...RECORDING_ANSWERS, ...answers },
      session: { role: 'officer', subject: 'olu', streams: ['corporate', 'schools'], ...session },
      now: NOW,
    });
  }
  type Site = Awaited<ReturnType<typeof serve>>;
  const begin = async (site: Site) => {
    const draft = randomUUID();
    expect((await site.post('/casework/record', { draft })).headers.location).toBe(
      `/casework/record/${draft}/came`,
    );
    return draft;
  };
  const save = (site: Site, draft: string, step: string, fields: Record<string, string>, version = '0') =>
    site.post(`/casework/record/${draft}/${step}`, { version, go: 'on', ...fields });
  /** A draft of which every step is saved. */
  async function filled(site: Site): Promise<string> {
    const draft = await begin(site);
    const led: unknown[] = [];
    for (const [step, fields] of Object.entries(COMPLAINED))
      led.push((await save(site, draft, step, fields)).headers.location);
    expect(led).toEqual(
      ['kind', 'stream', 'who', 'what', 'check'].map((next) => `/casework/record/${draft}/${next}`),
    );
    return draft;
  }

  it.each([
    ['a manager', { role: 'manager' }],
    ['an analyst', { role: 'analyst' }],
  ])('is not for %s', async (_who, session) => {
    const site = await serve({}, session);
    expect((await site.get('/casework/record')).statusCode).toBe(403);
    expect((await site.post('/casework/record', {})).statusCode).toBe(403);
    expect((await site.get(`/casework/record/${randomUUID()}/came`)).statusCode).toBe(403);
    await site.stop();
  });

  it('keeps a draft for its person alone, and lists it by day and stream without names', async () => {
    const site = await serve({}, { subject: 'list' });
    const draft = await begin(site);
    await site.post('/casework/record', { draft });
    await save(site, draft, 'stream', COMPLAINED.stream);
    await save(site, draft, 'who', COMPLAINED.who);
    const { body } = await site.get('/casework/record');
    expect(body.match(/drafts__draft/g)).toHaveLength(1);
    expect(body).toContain('Corporate, begun 1 December 2026');
    expect(body).toContain(`/casework/record/${draft}/came`);
    expect(body).not.toContain('Madeup');
    const other = await serve({}, { subject: 'cora' });
    for (const place of ['came', 'check', 'remove'])
      expect((await other.get(`/casework/record/${draft}/${place}`)).statusCode).toBe(404);
    expect((await save(other, draft, 'came', COMPLAINED.came)).statusCode).toBe(404);
    expect((await site.get(`/casework/record/${draft}/nothing`)).statusCode).toBe(404);
    expect((await site.get(`/casework/record/${draft}/remove`)).body).toContain('gone then');
    expect((await site.post(`/casework/record/${draft}/remove`)).headers.location).toBe(
      '/casework/record?removed=yes',
    );
    expect((await site.get('/casework/record?removed=yes')).body).toContain('Nothing was recorded');
    expect((await site.get(`/casework/record/${draft}/came`)).statusCode).toBe(404);
    await Promise.all([site.stop(), other.stop()]);
  });

  it('shows a step again with what is wrong, and has kept what was typed', async () => {
    const site = await serve();
    const draft = await begin(site);
    const { statusCode, body } = await save(site, draft, 'came', {
      channel: 'Phone',
      ...DAY,
      'receivedOn-day': '31',
    });
    expect(statusCode).toBe(400);
    expect(body).toContain('Give the day on which it happened');
    expect(body).toContain('name="version" value="1"');
    const again = await site.get(`/casework/record/${draft}/came`);
    expect(again.body).toContain('value="31"');
    // Whoever goes elsewhere is not held up.
    const left = await save(site, draft, 'came', { channel: '', 'receivedOn-day': '31', go: 'leave' }, '1');
    expect(left.headers.location).toBe('/casework/record');
    await site.stop();
  });

  it('steers what is no complaint elsewhere, with what to tell and where that is written', async () => {
    const site = await serve();
    const draft = await begin(site);
    const { headers } = await save(site, draft, 'kind', { kind: 'SCHOOL_PLACE' });
    expect(headers.location).toBe(`/casework/record/${draft}/elsewhere`);
    const { body } = await site.get(String(headers.location));
    expect(body).toContain('appeal to an independent panel');
    expect(body).toContain('School Standards and Framework Act 1998, section 94 (the law)');
    await save(site, draft, 'kind', { kind: 'COMPLAINT' }, '1');
    expect((await site.get(`/casework/record/${draft}/elsewhere`)).headers.location).toBe(
      `/casework/record/${draft}/kind`,
    );
    await site.stop();
  });

  it('offers only streams that somebody is cleared for, and asks what the stream alone has', async () => {
    const site = await serve();
    const draft = await begin(site);
    const { body } = await site.get(`/casework/record/${draft}/stream`);
    expect(body).toContain('value="SCHOOLS"');
    expect(body).not.toContain('value="ADULTS"');
    expect((await save(site, draft, 'stream', { stream: 'ADULTS' })).statusCode).toBe(400);
    await save(site, draft, 'stream', { stream: 'SCHOOLS' }, '1');
    expect((await site.get(`/casework/record/${draft}/what`)).body).toContain('The URN of the school');
    await site.stop();
  });

  it('tells of two tabs what each wrote, keeps both, and records nothing until one is chosen', async () => {
    const site = await serve();
    const draft = await filled(site);
    const torn = await save(site, draft, 'what', { ...COMPLAINED.what, summary: 'Of the second tab' });
    expect(torn.statusCode).toBe(409);
    expect(torn.body).toContain('What another tab saved here');
    expect(torn.body).toMatch(/answers__line">The bin was missed\./);
    expect(torn.body).toContain('Of the second tab</textarea>');
    const refused = await site.post(`/casework/record/${draft}/check`);
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('Two tabs wrote different things');
    const chosen = await save(site, draft, 'what', { ...COMPLAINED.what, summary: 'Both' }, '2');
    expect(chosen.headers.location).toBe(`/casework/record/${draft}/check`);
    await site.stop();
  });

  it('shows everything, what could be said besides, and what begins; then records it once', async () => {
    const site = await serve({ DoRecordCorporateComplaint: DONE });
    const draft = await filled(site);
    const { body } = await site.get(`/casework/record/${draft}/check`);
    for (const words of [
      'Last name: Madeup',
      '30 November 2026',
      'Acknowledge it</strong>: 5 working days from receipt',
    ])
      expect(body).toContain(words);
    expect(body).not.toContain('What is not said');
    const send = () => site.post(`/casework/record/${draft}/check`);
    const led = await Promise.all([send(), send()]);
    expect(led.map(({ headers }) => headers.location)).toEqual([
      '/complaints/corporate-1?did=1',
      '/complaints/corporate-1?did=1',
    ]);
    const asked = site.asked.filter(({ operation }) => operation === 'DoRecordCorporateComplaint');
    expect(new Set(asked.map(({ variables }) => JSON.stringify(variables))).size).toBe(1);
    expect(asked[0]?.variables).toMatchObject({
      key: draft,
      input: { receivedOn: '2026-11-30', serviceId: 'parks', callId: null, parties: [{ surname: 'Madeup' }] },
    });
    // The back button leads to what it became, and what was typed is gone.
    expect((await site.get(`/casework/record/${draft}/what`)).headers.location).toBe(
      '/complaints/corporate-1',
    );
    expect((await site.get(`/casework/record/${draft}/check`)).headers.location).toBe(
      '/complaints/corporate-1',
    );
    expect(await drafts.find(draft, 'olu')).toMatchObject({ steps: {}, became: 'corporate-1' });
    const late = await save(site, draft, 'what', { ...COMPLAINED.what, summary: 'Typed too late' }, '1');
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('Typed too late');
    expect(late.body).toContain('was recorded meanwhile');
    await site.stop();
  });

  it('leads from what is missing to the step that asks for it', async () => {
    const site = await serve();
    const draft = await begin(site);
    const { statusCode, body } = await site.post(`/casework/record/${draft}/check`);
    expect(statusCode).toBe(400);
    expect(body).toContain(`href="/casework/record/${draft}/what#summary"`);
    expect(body).toContain('Nobody is named who complains');
    expect(site.asked.map(({ operation }) => operation)).not.toContain('DoRecordCorporateComplaint');
    expect((await save(site, draft, 'came', COMPLAINED.came)).statusCode).toBe(303);
    await site.stop();
  });

  it('says a refusal with its law, and lets the draft be changed again', async () => {
    const source = { law: 'The policy', paragraph: 'directly', basis: 'POLICY' };
    const outcome = { __typename: 'CommandRefused', message: 'Not so.', part: 'own.schoolUrn', source };
    const site = await serve({ DoRecordCorporateComplaint: { outcome } });
    const draft = await filled(site);
    const { statusCode, body } = await site.post(`/casework/record/${draft}/check`);
    expect(statusCode).toBe(400);
    expect(body).toContain('Not so. The policy, directly (the council&#39;s own choice).');
    expect((await save(site, draft, 'came', COMPLAINED.came, '1')).statusCode).toBe(303);
    await site.stop();
  });

  it('says that a draft was recorded otherwise before', async () => {
    const outcome = { __typename: 'CommandUnusable', message: 'Taken', part: 'key' };
    const site = await serve({ DoRecordCorporateComplaint: { outcome } });
    const draft = await filled(site);
    expect((await site.post(`/casework/record/${draft}/check`)).body).toContain(
      'was recorded of this draft before',
    );
    await site.stop();
  });

  it('holds a draft still that was sent and not answered, and sends it again as it was', async () => {
    const site = await serve({ DoRecordCorporateComplaint: new GatewayRefusal('UNREACHABLE', 'Down') });
    const draft = await filled(site);
    const lost = await site.post(`/casework/record/${draft}/check`);
    expect(lost.statusCode).toBe(503);
    expect(lost.body).toContain('id="sent"');
    expect((await site.get(`/casework/record/${draft}/what`)).headers.location).toBe(
      `/casework/record/${draft}/check`,
    );
    const late = await save(site, draft, 'what', { ...COMPLAINED.what, summary: 'Typed meanwhile' }, '1');
    expect([late.statusCode, late.body.includes('Typed meanwhile')]).toEqual([409, true]);
    expect((await site.get('/casework/record')).body).toContain('It was sent, and no answer came');
    const back = await serve({ DoRecordCorporateComplaint: DONE });
    expect((await back.post(`/casework/record/${draft}/check`)).headers.location).toBe(
      '/complaints/corporate-1?did=1',
    );
    await Promise.all([site.stop(), back.stop()]);
  });

  it('lets go of a draft that the gateway refused as a whole, but not of one that may be recorded', async () => {
    const refused = new GatewayRefusal('FORBIDDEN', 'Not yours');
    const site = await serve({ DoRecordCorporateComplaint: refused });
    const draft = await filled(site);
    expect((await site.post(`/casework/record/${draft}/check`)).statusCode).toBe(403);
    expect(await drafts.find(draft, 'olu')).toMatchObject({ isSent: false });
    await drafts.change(draft, 'olu', (each) => ({ ...each, isSent: true }));
    await site.post(`/casework/record/${draft}/check`);
    expect(await drafts.find(draft, 'olu')).toMatchObject({ isSent: true });
    await site.stop();
  });

  it('is not there for a draft that was removed meanwhile', async () => {
    const site = await serve();
    const draft = await drafts.find(await filled(site), 'olu');
    if (draft === null) throw new Error('It was begun');
    await drafts.remove(draft.id, 'olu');
    const nobody = { ask: () => Promise.reject(new Error('Nothing is asked')) };
    const seenOf = () => Promise.reject(new Error('Nothing is seen'));
    await expect(
      recordDraft({ drafts, gateway: nobody }, draft, { seenOf, asking: { accessToken: '', requestId: '' } }),
    ).rejects.toThrow('');
    await site.stop();
  });

  it('goes on without the council’s names, and loses none that was typed', async () => {
    const gone = new GatewayRefusal('UNREACHABLE', 'Down');
    const site = await serve({ FilterNames: gone, FilterThemes: gone, LiveProcedureCorporate: gone });
    const draft = await begin(site);
    await save(site, draft, 'stream', COMPLAINED.stream);
    const { body } = await site.get(`/casework/record/${draft}/what`);
    expect(body).toContain('cannot be had just now');
    const typed = await save(site, draft, 'what', { ...COMPLAINED.what, serviceId: 'Parks' });
    expect([typed.statusCode, typed.body.includes('value="Parks"')]).toEqual([400, true]);
    await site.stop();
  });
});
