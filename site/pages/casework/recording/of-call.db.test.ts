import type { Drafts } from '../../../drafts/drafts';
import { callShown } from './of-call';
import { begunOf, CALL, CALLS, DONE, GONE, NOW, serveRecording } from './testing/serve-recording';
import { testDrafts } from './testing/told';

describe('a complaint that is begun of a call', () => {
  let drafts: Drafts;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    ({ drafts, stop } = await testDrafts(NOW));
  });
  afterAll(() => stop?.());

  it('is told of the call, and not who was on the line, before it begins', async () => {
    const site = await serveRecording(drafts, CALLS);
    const { statusCode, body } = await site.get('/casework/record?call=703179');
    expect(statusCode).toBe(200);
    expect(body).toContain('The call of 20 Nov 2026, 14:03, to Complaints');
    expect(body).toContain('name="call" value="703179"');
    expect(body).not.toContain('0161');
    expect(site.asked.map(({ operation }) => operation)).toEqual(['CallToRecord']);
    await site.stop();
  });

  it('has the day and the number of the call, and is recorded as of it', async () => {
    const site = await serveRecording(drafts, { ...CALLS, DoRecordCorporateComplaint: DONE });
    const draft = await begunOf(site);
    const came = await site.get(`/casework/record/${draft}/came`);
    expect(came.body).toMatch(/name="receivedOn-day"[^>]*value="20"/);
    expect(came.body).toMatch(/<option value="Phone" selected/);
    expect((await site.get(`/casework/record/${draft}/who`)).body).toContain('value="0161 496 0000"');
    expect((await site.get('/casework/record')).body).toContain('begun 1 December 2026, of a call');
    // Begun again it is the same draft.
    expect(await begunOf(site)).toBe(draft);
    for (const [step, fields] of Object.entries({
      kind: { kind: 'COMPLAINT' },
      stream: { stream: 'CORPORATE' },
      what: { summary: 'The bin was missed.', stage: '1' },
    }))
      await site.save(draft, step, fields);
    expect((await site.post(`/casework/record/${draft}/check`)).headers.location).toContain(
      '/complaints/corporate-1',
    );
    expect(site.asked.at(-1)).toMatchObject({
      operation: 'DoRecordCorporateComplaint',
      variables: { input: { callId: '703179', receivedOn: '2026-11-20', channel: 'Phone' } },
    });
    await site.stop();
  });

  it('says what became of the call already, and where', async () => {
    const outcomes = [
      { kind: 'COMPLAINT', complaintId: 'adults-7', stream: 'ADULTS', at: '2026-11-21T09:00:00Z' },
      { kind: 'CHASED', complaintId: null, stream: null, at: '2026-11-22T09:00:00Z' },
    ];
    const site = await serveRecording(drafts, { CallToRecord: { call: { ...CALL, outcomes } } });
    const { body } = await site.get('/casework/record?call=703179');
    expect(body).toContain(
      'href="/complaints/adults-7">It became a complaint, Adult social care: 21 Nov 2026, 09:00',
    );
    expect(body).toContain('They asked after a complaint that is there already');
    await site.stop();
  });

  it.each([
    ['is none', { call: null }, 404, 'There is no such call'],
    ['cannot be had', GONE, 503, 'The calls cannot be had just now'],
  ])('begins nothing where the call %s', async (_what, answer, status, says) => {
    const site = await serveRecording(drafts, { ...CALLS, CallToRecord: answer }, { subject: 'cora' });
    const shown = await site.get('/casework/record?call=703179');
    expect([shown.statusCode, shown.body.includes(says)]).toEqual([status, true]);
    expect((await site.post('/casework/record', { call: '703179' })).statusCode).toBe(status);
    expect(await drafts.list('cora')).toEqual([]);
    await site.stop();
  });

  it('takes the stream where the call can be of one only', async () => {
    const one = { call: { ...CALL, streams: ['SCHOOLS'] } };
    const site = await serveRecording(drafts, { ...CALLS, CallToRecord: one }, { subject: 'sue' });
    expect((await site.get(`/casework/record/${await begunOf(site)}/stream`)).body).toMatch(
      /value="SCHOOLS" checked/,
    );
    await site.stop();
  });
});

it('a call without a moment is told by its day', () => {
  const call = { ...CALL, offeredAt: null, group: null, outcomes: [] } as never;
  expect(callShown(call)).toEqual({
    call: { id: '703179', says: 'The call of 20 November 2026', before: [] },
  });
});
