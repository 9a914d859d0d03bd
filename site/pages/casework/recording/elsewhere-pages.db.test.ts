import type { Drafts } from '../../../drafts/drafts';
import { begunOf, CALLS, GONE, NOW, serveRecording } from './testing/serve-recording';
import { testDrafts } from './testing/told';

describe('what is no complaint, of a call or otherwise', () => {
  let drafts: Drafts;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    ({ drafts, stop } = await testDrafts(NOW));
  });
  afterAll(() => stop?.());

  it('says of the call that it became none, once, and lets go of the draft', async () => {
    const outcome = { __typename: 'CallDealtWith' };
    const site = await serveRecording(drafts, { ...CALLS, SteerCall: { outcome } }, { subject: 'dan' });
    const draft = await begunOf(site);
    await site.save(draft, 'kind', { kind: 'SERVICE_REQUEST' });
    const { body } = await site.get(`/casework/record/${draft}/elsewhere`);
    const key = /name="key" value="([^"]+)"/.exec(body)?.[1] ?? '';
    const say = () => site.post(`/casework/record/${draft}/elsewhere`, { key });
    expect([(await say()).headers.location, (await say()).headers.location]).toEqual(
      Array(2).fill('/casework/record?removed=call'),
    );
    expect(
      site.asked.filter(({ operation }) => operation === 'SteerCall').map(({ variables }) => variables),
    ).toEqual([{ key, callId: '703179', outcome: 'SERVICE_REQUEST' }]);
    expect((await site.get('/casework/record?removed=call')).body).toContain('and the call is dealt with');
    await site.stop();
  });

  it.each([
    ['it was said before', { outcome: { __typename: 'CallDealtWithBefore', message: 'Before' } }, 303],
    ['there is no such call', { outcome: { __typename: 'CallNotFound', message: 'None such' } }, 400],
    ['nothing answers', GONE, 503],
  ])('keeps the draft until it is known what became of the call, where %s', async (_what, answer, status) => {
    const site = await serveRecording(drafts, { ...CALLS, SteerCall: answer }, { subject: `eve-${status}` });
    const draft = await begunOf(site);
    await site.save(draft, 'kind', { kind: 'POLICE' });
    expect((await site.post(`/casework/record/${draft}/elsewhere`, { key: 'k' })).statusCode).toBe(status);
    expect((await drafts.find(draft, `eve-${status}`)) === null).toBe(status === 303);
    await site.stop();
  });

  it('is not said of a draft that came otherwise', async () => {
    const site = await serveRecording(drafts);
    const draft = await site.begin();
    const { headers } = await site.post(`/casework/record/${draft}/elsewhere`, { key: 'k' });
    expect(headers.location).toBe(`/casework/record/${draft}/remove`);
    await site.stop();
  });
});
