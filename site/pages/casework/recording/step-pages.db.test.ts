import type { Drafts } from '../../../drafts/drafts';
import { GatewayRefusal } from '../../../gateway/refusal';
import { COMPLAINED, DAY, NOW, serveRecording } from './testing/serve-recording';
import { testDrafts } from './testing/told';

describe('a step of recording', () => {
  let drafts: Drafts;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    ({ drafts, stop } = await testDrafts(NOW));
  });
  afterAll(() => stop?.());

  it('leads to the next, and the last to where everything is looked at', async () => {
    const site = await serveRecording(drafts);
    const draft = await site.begin();
    const led: unknown[] = [];
    for (const [step, fields] of Object.entries(COMPLAINED))
      led.push((await site.save(draft, step, fields)).headers.location);
    expect(led).toEqual(
      ['kind', 'stream', 'who', 'others', 'what', 'check'].map((next) => `/casework/record/${draft}/${next}`),
    );
    const back = await site.save(draft, 'what', { ...COMPLAINED.what, go: 'who' }, '1');
    expect(back.headers.location).toBe(`/casework/record/${draft}/who`);
    await site.stop();
  });

  it('shows a step again with what is wrong, and has kept what was typed', async () => {
    const site = await serveRecording(drafts);
    const draft = await site.begin();
    const { statusCode, body } = await site.save(draft, 'came', {
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
    const left = await site.save(draft, 'came', { channel: '', 'receivedOn-day': '31', go: 'leave' }, '1');
    expect(left.headers.location).toBe('/casework/record');
    await site.stop();
  });

  it('offers only streams that somebody is cleared for, and asks what the stream alone has', async () => {
    const site = await serveRecording(drafts);
    const draft = await site.begin();
    const { body } = await site.get(`/casework/record/${draft}/stream`);
    expect(body).toContain('value="SCHOOLS"');
    expect(body).not.toContain('value="ADULTS"');
    expect((await site.save(draft, 'stream', { stream: 'ADULTS' })).statusCode).toBe(400);
    await site.save(draft, 'stream', { stream: 'SCHOOLS' }, '1');
    expect((await site.get(`/casework/record/${draft}/what`)).body).toContain('The URN of the school');
    await site.stop();
  });

  it('goes on without the council’s names, and loses none that was typed', async () => {
    const gone = new GatewayRefusal('UNREACHABLE', 'Down');
    const site = await serveRecording(drafts, {
      FilterNames: gone,
      FilterThemes: gone,
      LiveProcedureCorporate: gone,
    });
    const draft = await site.begin();
    await site.save(draft, 'stream', COMPLAINED.stream);
    const { body } = await site.get(`/casework/record/${draft}/what`);
    expect(body).toContain('cannot be had just now');
    const typed = await site.save(draft, 'what', { ...COMPLAINED.what, serviceId: 'Parks' });
    expect([typed.statusCode, typed.body.includes('value="Parks"')]).toEqual([400, true]);
    await site.stop();
  });
});
