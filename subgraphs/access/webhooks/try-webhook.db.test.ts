import type { WebhookPost } from '../../../platform/webhooks/post-webhook';
import { type TestAccess, testAccess } from '../testing';
import { saved } from './saved-webhook';
import { sendNext } from './send-next';
import { command, happen, partnerWithWebhook, passTime } from './testing';
import { waitingTest } from './try-webhook';

let access: TestAccess;
beforeAll(async () => {
  access = await testAccess();
});
afterAll(() => access.stop());

const id = (number: number) => `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`;
const test = (number: number, webhook: string) =>
  command(access, `testWebhook(command: "${id(number)}", id: "${webhook}")`);
function receiver(status = 204) {
  const came: { id: string; type: string; url: string }[] = [];
  const post = async ({ url, body }: WebhookPost) => {
    const { id: event, type } = JSON.parse(body);
    came.push({ id: event, type, url });
    return status;
  };
  return { came, post };
}
const all = async (post: (message: WebhookPost) => Promise<number>) => {
  while (await sendNext(access.database.of('access'), post));
};
const stateOf = async (partner: string) => {
  const { agreement } = await access.data<{ agreement: { webhooks: object[] } }>(
    `{ agreement(partner: "${partner}") { webhooks { state failures testEvent deliveries { event status failure } } } }`,
  );
  return agreement.webhooks[0];
};

describe('trying a webhook', () => {
  it('sends an event that tells of nothing, once, before what waits, and loses nothing of that', async () => {
    const { webhook } = await partnerWithWebhook(access, 'tried');
    await happen(access, 'tried', 'a', 'b');
    for (const _ of [1, 2]) expect(await test(1, webhook.id)).toMatchObject({ __typename: 'WebhookSaved' });
    expect(await stateOf('tried')).toMatchObject({ testEvent: `test-${id(1)}` });
    const { came, post } = receiver();
    await all(post);
    await test(1, webhook.id);
    await all(post);
    expect(came.map((each) => [each.id, each.type])).toEqual([
      [`test-${id(1)}`, 'complaints.test.v1'],
      ['a', 'complaints.ombudsman-case.changed.v1'],
      ['b', 'complaints.ombudsman-case.changed.v1'],
    ]);
    expect(await stateOf('tried')).toMatchObject({ testEvent: null, failures: 0 });
  });

  it('is shown where it is not taken, costs events nothing, and is sent where the webhook waits', async () => {
    const { webhook } = await partnerWithWebhook(access, 'refusing');
    await happen(access, 'refusing', 'c');
    const refusing = receiver(500);
    await all(refusing.post);
    await test(2, webhook.id);
    await all(refusing.post);
    expect(refusing.came.map((each) => each.id)).toEqual(['c', `test-${id(2)}`]);
    expect(await stateOf('refusing')).toMatchObject({
      ...{ failures: 1, testEvent: null },
      deliveries: [
        { event: `test-${id(2)}`, status: 500, failure: 'It was not taken.' },
        { event: 'c', status: 500 },
      ],
    });
  });

  it('is refused where nothing would be sent', async () => {
    const { webhook } = await partnerWithWebhook(access, 'quiet');
    await access.agree('quiet', 'parts: [CASES]', 1);
    expect(await test(3, webhook.id)).toMatchObject({ code: 'WEBHOOK_UNUSABLE', part: 'id' });
    expect(await test(4, 'whk_none')).toMatchObject({ code: 'WEBHOOK_NOT_FOUND' });
    await command(access, `endWebhook(id: "${webhook.id}")`);
    expect(await test(5, webhook.id)).toMatchObject({ code: 'WEBHOOK_ENDED' });
    expect(waitingTest({ test_event: null } as never, new Date())).toBeNull();
    expect(saved({ id: 'whk_1' } as never, null)).toMatchObject({ webhook: { id: 'whk_1' }, secret: null });
  });
});

describe('another address', () => {
  it('is told what waits, at once, and has to be one that may be told', async () => {
    const { webhook } = await partnerWithWebhook(access, 'moved');
    await happen(access, 'moved', 'd');
    await all(receiver(500).post);
    const change = (url: string) => command(access, `changeWebhook(id: "${webhook.id}", url: "${url}")`);
    expect(await change('https://127.0.0.1/')).toMatchObject({ code: 'WEBHOOK_UNUSABLE', part: 'url' });
    for (const _ of [1, 2])
      expect(await change('https://new.example/hook')).toMatchObject({
        webhook: { url: 'https://new.example/hook', failures: 0 },
      });
    const { came, post } = receiver();
    await all(post);
    expect(came).toMatchObject([{ id: 'd', url: 'https://new.example/hook' }]);
    await passTime(access);
    const { list } = await access.data<{ list: { totalCount: number } }>(
      `{ list: accessAuditEntries(where: { subjects: ["${webhook.id}"], actions: [WEBHOOK_CHANGE] }) { totalCount } }`,
      { subject: 'aud', role: 'auditor' },
    );
    expect(list.totalCount).toBe(1);
  });
});
