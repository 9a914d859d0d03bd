import type { Drafts } from '../../../drafts/drafts';
import { GatewayRefusal } from '../../../gateway/refusal';
import { recordDraft } from './record-draft';
import { COMPLAINED, DONE, GONE, NOW, serveRecording } from './testing/serve-recording';
import { testDrafts } from './testing/told';

describe('a draft that is looked at and recorded', () => {
  let drafts: Drafts;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    ({ drafts, stop } = await testDrafts(NOW));
  });
  afterAll(() => stop?.());

  it('tells of two tabs what each wrote, keeps both, and records nothing until one is chosen', async () => {
    const site = await serveRecording(drafts);
    const draft = await site.filled();
    const torn = await site.save(draft, 'what', { ...COMPLAINED.what, summary: 'Of the second tab' });
    expect(torn.statusCode).toBe(409);
    expect(torn.body).toContain('What another tab saved here');
    expect(torn.body).toMatch(/answers__line">The bin was missed\./);
    expect(torn.body).toContain('Of the second tab</textarea>');
    const refused = await site.post(`/casework/record/${draft}/check`);
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('Two tabs wrote different things');
    const chosen = await site.save(draft, 'what', { ...COMPLAINED.what, summary: 'Both' }, '2');
    expect(chosen.headers.location).toBe(`/casework/record/${draft}/check`);
    await site.stop();
  });

  it('shows everything, what could be said besides, and what begins; then records it once', async () => {
    const site = await serveRecording(drafts, { DoRecordCorporateComplaint: DONE });
    const draft = await site.filled();
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
    const late = await site.save(draft, 'what', { ...COMPLAINED.what, summary: 'Typed too late' }, '1');
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('Typed too late');
    expect(late.body).toContain('was recorded meanwhile');
    await site.stop();
  });

  it('leads from what is missing to the step that asks for it', async () => {
    const site = await serveRecording(drafts);
    const draft = await site.begin();
    const { statusCode, body } = await site.post(`/casework/record/${draft}/check`);
    expect(statusCode).toBe(400);
    expect(body).toContain(`href="/casework/record/${draft}/what#summary"`);
    expect(body).toContain('Nobody is named who complains');
    expect(site.asked.map(({ operation }) => operation)).not.toContain('DoRecordCorporateComplaint');
    expect((await site.save(draft, 'came', COMPLAINED.came)).statusCode).toBe(303);
    await site.stop();
  });

  it('says a refusal with its law, and lets the draft be changed again', async () => {
    const source = { law: 'The policy', paragraph: 'directly', basis: 'POLICY' };
    const outcome = { __typename: 'CommandRefused', message: 'Not so.', part: 'own.schoolUrn', source };
    const site = await serveRecording(drafts, { DoRecordCorporateComplaint: { outcome } });
    const draft = await site.filled();
    const { statusCode, body } = await site.post(`/casework/record/${draft}/check`);
    expect(statusCode).toBe(400);
    expect(body).toContain('Not so. The policy, directly (the council&#39;s own choice).');
    expect((await site.save(draft, 'came', COMPLAINED.came, '1')).statusCode).toBe(303);
    await site.stop();
  });

  it('says that a draft was recorded otherwise before', async () => {
    const outcome = { __typename: 'CommandUnusable', message: 'Taken', part: 'key' };
    const site = await serveRecording(drafts, { DoRecordCorporateComplaint: { outcome } });
    const draft = await site.filled();
    expect((await site.post(`/casework/record/${draft}/check`)).body).toContain(
      'was recorded of this draft before',
    );
    await site.stop();
  });

  it('holds a draft still that was sent and not answered, and sends it again as it was', async () => {
    const site = await serveRecording(drafts, {
      DoRecordCorporateComplaint: new GatewayRefusal('UNREACHABLE', 'Down'),
    });
    const draft = await site.filled();
    const lost = await site.post(`/casework/record/${draft}/check`);
    expect(lost.statusCode).toBe(503);
    expect(lost.body).toContain('id="sent"');
    expect((await site.get(`/casework/record/${draft}/what`)).headers.location).toBe(
      `/casework/record/${draft}/check`,
    );
    const late = await site.save(draft, 'what', { ...COMPLAINED.what, summary: 'Typed meanwhile' }, '1');
    expect([late.statusCode, late.body.includes('Typed meanwhile')]).toEqual([409, true]);
    expect((await site.get('/casework/record')).body).toContain('It was sent, and no answer came');
    const back = await serveRecording(drafts, { DoRecordCorporateComplaint: DONE });
    expect((await back.post(`/casework/record/${draft}/check`)).headers.location).toBe(
      '/complaints/corporate-1?did=1',
    );
    await Promise.all([site.stop(), back.stop()]);
  });

  it('lets go of a draft that the gateway refused as a whole, but not of one that may be recorded', async () => {
    const refused = new GatewayRefusal('FORBIDDEN', 'Not yours');
    const site = await serveRecording(drafts, { DoRecordCorporateComplaint: refused });
    const draft = await site.filled();
    expect((await site.post(`/casework/record/${draft}/check`)).statusCode).toBe(403);
    expect(await drafts.find(draft, 'olu')).toMatchObject({ isSent: false });
    await drafts.change(draft, 'olu', (each) => ({ ...each, isSent: true }));
    await site.post(`/casework/record/${draft}/check`);
    expect(await drafts.find(draft, 'olu')).toMatchObject({ isSent: true });
    await site.stop();
  });

  it('is not there for a draft that was removed meanwhile', async () => {
    const site = await serveRecording(drafts);
    const draft = await drafts.find(await site.filled(), 'olu');
    if (draft === null) throw new Error('It was begun');
    await drafts.remove(draft.id, 'olu');
    const nobody = { ask: () => Promise.reject(new Error('Nothing is asked')) };
    const seenOf = () => Promise.reject(new Error('Nothing is seen'));
    await expect(
      recordDraft({ drafts, gateway: nobody }, draft, { seenOf, asking: { accessToken: '', requestId: '' } }),
    ).rejects.toThrow('');
    await site.stop();
  });

  it.each([
    ['done', { outcome: { ...DONE.outcome, version: 2 } }, '/complaints/corporate-1?did=1'],
    [
      'refused',
      { outcome: { __typename: 'CaseNotFound', message: 'None' } },
      '/complaints/corporate-1/do/link',
    ],
    ['not answered', GONE, '/complaints/corporate-1/do/link'],
  ])(
    'links it to the complaint that was chosen, and leads to that form where it was %s',
    async (_what, answer, href) => {
      const answers = { DoRecordCorporateComplaint: DONE, DoLinkCorporateComplaint: answer };
      const site = await serveRecording(drafts, answers);
      const draft = await site.filled();
      await site.save(draft, 'others', { linkTo: 'corporate-7 COR-7' }, '1');
      expect((await site.get(`/casework/record/${draft}/check`)).body).toContain('Linked to COR-7');
      expect((await site.post(`/casework/record/${draft}/check`)).headers.location).toBe(href);
      expect(site.asked.at(-1)).toMatchObject({
        operation: 'DoLinkCorporateComplaint',
        variables: { id: 'corporate-1', version: 1, other: 'corporate-7' },
      });
      await site.stop();
    },
  );
});
