import { type Answers, servePages } from '../../testing/serve-pages';
import { addMakeWebhook } from './make-webhook';
import { addPartnerPages } from './partners';
import { addWebhookPage, problemsOf, sendWebhook } from './webhook';

const WEBHOOK = {
  ...{ id: 'whk_1', url: 'https://hooks.example.org/', state: 'LIVE', failures: 0, testEvent: null },
  ...{ dueAt: '2026-11-30T09:00:00.000Z', stoppedBecause: null },
  deliveries: [{ id: '1', event: 'test-one', at: '2026-11-30T09:00:00.000Z', status: 204, failure: null }],
};
const agreementWith = (webhook: object = {}) => ({
  agreement: {
    ...{ partner: 'guests', name: 'Guests', state: 'IN_FORCE', parts: ['EVENTS'] },
    webhooks: [{ ...WEBHOOK, ...webhook }],
  },
});
const saved = (secret: string | null = null) => ({
  outcome: { __typename: 'WebhookSaved', secret, webhook: { id: 'whk_1' } },
});
const refused = (part: string) => ({
  outcome: { __typename: 'WebhookUnusable', message: 'It cannot be so.', part },
});
const ANSWERS: Answers = {
  WebhookPage: agreementWith(),
  ...{
    CreateWebhook: saved('whsec_new'),
    RotateWebhookSecret: saved('whsec_second'),
    ChangeWebhook: saved(),
  },
  ...{ TestWebhook: saved(), ReplayWebhook: saved(), EndWebhook: saved() },
};
const NEW = '/administration/partners/guests/webhooks/new';
const ONE = '/administration/partners/guests/webhooks/whk_1';

let served: Awaited<ReturnType<typeof servePages>> | null = null;
const serve = async (answers: Answers = {}, role = 'admin') => {
  served = await servePages({ add: addPartnerPages, answers: { ...ANSWERS, ...answers }, session: { role } });
  return served;
};
afterEach(() => served?.stop());

describe('the pages of webhooks', () => {
  it.each([
    ['admin', [200, 200]],
    ['auditor', [403, 200]],
    ['officer', [403, 403]],
    ['partner', [403, 403]],
  ])('are for those who watch over partners: %s', async (role, statuses) => {
    const { get } = await serve({}, role);
    expect([(await get(NEW)).statusCode, (await get(ONE)).statusCode]).toEqual(statuses);
    expect([addMakeWebhook, addWebhookPage, sendWebhook].every((each) => typeof each === 'function')).toBe(
      true,
    );
  });

  it('say what became of each sending, and offer an auditor nothing to change', async () => {
    const auditor = (await (await serve({}, 'auditor')).get(ONE)).body;
    expect(auditor).toContain('test-one');
    expect(auditor).not.toMatch(/<form[^>]*webhooks/);
    const { get } = await serve({ WebhookPage: agreementWith({ testEvent: 'test-two' }) });
    expect((await get(ONE)).body).toContain('One waits to be sent');
  });

  it.each([
    ['there is none', { agreement: null }],
    ['it is another partner’s', agreementWith({ id: 'whk_2' })],
  ])('are not there where %s', async (_, answer) => {
    const { get } = await serve({ WebhookPage: answer });
    expect((await get(ONE)).statusCode).toBe(404);
  });

  it('offer nothing more of one that was ended', async () => {
    const { get } = await serve({ WebhookPage: agreementWith({ state: 'ENDED' }) });
    expect((await get(ONE)).body).not.toContain('Send a test event');
  });
});

describe('making a webhook', () => {
  it('shows its secret once, on a page that nothing keeps', async () => {
    const { post, asked } = await serve();
    const answer = await post(NEW, { command: 'one', url: 'https://hooks.example.org/' });
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(answer.body).toContain('whsec_new');
    expect(asked.find(({ operation }) => operation === 'CreateWebhook')?.variables).toEqual({
      ...{ command: 'one', partner: 'guests', url: 'https://hooks.example.org/' },
    });
  });

  it('shows what is wrong beside the address, with what was typed', async () => {
    const { post } = await serve({ CreateWebhook: refused('url') });
    const { statusCode, body } = await post(NEW, { command: 'one', url: 'http://10.0.0.1/' });
    expect(statusCode).toBe(400);
    expect(body).toContain('It cannot be so.');
    expect(body).toContain('value="http://10.0.0.1/"');
  });
});

describe('what is done to a webhook', () => {
  it.each([
    ['address', 'ChangeWebhook', { id: 'whk_1', url: 'https://new.example/' }],
    ['test', 'TestWebhook', { id: 'whk_1', command: 'one' }],
    ['resume', 'ReplayWebhook', { id: 'whk_1', afterEvent: null }],
    ['end', 'EndWebhook', { id: 'whk_1' }],
  ])('is asked of the graph, and leads back to its page: %s', async (name, operation, variables) => {
    const { post, asked, get } = await serve();
    const answer = await post(`${ONE}/${name}`, {
      command: 'one',
      url: 'https://new.example/',
      afterEvent: '',
    });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${ONE}?done=${name}`]);
    expect(asked.find((each) => each.operation === operation)?.variables).toEqual(variables);
    expect((await get(`${ONE}?done=${name}`)).body).toContain('Done</strong>');
  });

  it('shows a second secret once', async () => {
    const { post } = await serve();
    expect((await post(`${ONE}/secret`, { command: 'one' })).body).toContain('whsec_second');
  });

  it('is refused beside its field, to auditors, and from another site', async () => {
    const { post } = await serve({ ChangeWebhook: refused('url'), ReplayWebhook: refused('afterEvent') });
    const address = await post(`${ONE}/address`, { url: 'http://10.0.0.1/' });
    expect([address.statusCode, address.body.includes('id="url-error"')]).toEqual([400, true]);
    const again = await post(`${ONE}/resume`, { afterEvent: 'none' });
    expect(again.body).toContain('id="afterEvent-error"');
    expect((await post(`${ONE}/end`, {}, 'x')).statusCode).toBe(403);
    expect(problemsOf({ outcome: null })).toEqual([]);
    const auditor = await serve({}, 'auditor');
    expect((await auditor.post(`${ONE}/test`, { command: 'one' })).statusCode).toBe(403);
  });
});
