import { randomUUID } from 'node:crypto';
import type { Drafts } from '../../../drafts/drafts';
import { COMPLAINED, NOW, serveRecording } from './testing/serve-recording';
import { testDrafts } from './testing/told';

describe('drafts of complaints', () => {
  let drafts: Drafts;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    ({ drafts, stop } = await testDrafts(NOW));
  });
  afterAll(() => stop?.());

  it.each([
    ['a manager', { role: 'manager' }],
    ['an analyst', { role: 'analyst' }],
  ])('is not for %s', async (_who, session) => {
    const site = await serveRecording(drafts, {}, session);
    expect((await site.get('/casework/record')).statusCode).toBe(403);
    expect((await site.post('/casework/record', {})).statusCode).toBe(403);
    expect((await site.get(`/casework/record/${randomUUID()}/came`)).statusCode).toBe(403);
    await site.stop();
  });

  it('keeps a draft for its person alone, and lists it by day and stream without names', async () => {
    const site = await serveRecording(drafts, {}, { subject: 'list' });
    const draft = await site.begin();
    await site.post('/casework/record', { draft });
    await site.save(draft, 'stream', COMPLAINED.stream);
    await site.save(draft, 'who', COMPLAINED.who);
    const { body } = await site.get('/casework/record');
    expect(body.match(/drafts__draft/g)).toHaveLength(1);
    expect(body).toContain('Corporate, begun 1 December 2026');
    expect(body).toContain(`/casework/record/${draft}/came`);
    expect(body).not.toContain('Madeup');
    const other = await serveRecording(drafts, {}, { subject: 'cora' });
    for (const place of ['came', 'check', 'remove'])
      expect((await other.get(`/casework/record/${draft}/${place}`)).statusCode).toBe(404);
    expect((await other.save(draft, 'came', COMPLAINED.came)).statusCode).toBe(404);
    expect((await site.get(`/casework/record/${draft}/nothing`)).statusCode).toBe(404);
    expect((await site.get(`/casework/record/${draft}/remove`)).body).toContain('gone then');
    expect((await site.post(`/casework/record/${draft}/remove`)).headers.location).toBe(
      '/casework/record?removed=yes',
    );
    expect((await site.get('/casework/record?removed=yes')).body).toContain('Nothing was recorded');
    expect((await site.get(`/casework/record/${draft}/came`)).statusCode).toBe(404);
    await Promise.all([site.stop(), other.stop()]);
  });

  it('steers what is no complaint elsewhere, with what to tell and where that is written', async () => {
    const site = await serveRecording(drafts);
    const draft = await site.begin();
    const { headers } = await site.save(draft, 'kind', { kind: 'SCHOOL_PLACE' });
    expect(headers.location).toBe(`/casework/record/${draft}/elsewhere`);
    const { body } = await site.get(String(headers.location));
    expect(body).toContain('appeal to an independent panel');
    expect(body).toContain('School Standards and Framework Act 1998, section 94 (the law)');
    await site.save(draft, 'kind', { kind: 'COMPLAINT' }, '1');
    expect((await site.get(`/casework/record/${draft}/elsewhere`)).headers.location).toBe(
      `/casework/record/${draft}/kind`,
    );
    await site.stop();
  });
});
