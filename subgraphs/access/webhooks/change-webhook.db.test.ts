import { inTransaction } from '../../../platform/transaction/transaction';
import { type TestAccess, testAccess } from '../testing';
import { readDeliveries, readWebhooks } from './read-webhooks';
import { sendNext } from './send-next';
import { command, happen, partnerWithWebhook } from './testing';

let access: TestAccess;
beforeAll(async () => {
  access = await testAccess();
});
afterAll(() => access.stop());

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const create = (number: number, partner: string, url = 'https://hooks.example.org/') =>
  command(access, `createWebhook(command: "${id(number)}", partner: "${partner}", url: "${url}")`);

describe('making a webhook', () => {
  it.each([
    ['an analyst', { role: 'analyst', scopes: ['figures'] }],
    ['an auditor', { role: 'auditor', scopes: ['agreements'] }],
    ['the partner', { role: 'partner', partner: 'guests', scopes: ['own-agreement', 'events'] }],
  ])('is not for %s, nor is any other change', async (_, as) => {
    for (const written of [
      `createWebhook(command: "${id(1)}", partner: "x", url: "https://x.example")`,
      `rotateWebhookSecret(command: "${id(1)}", id: "x")`,
      'replayWebhook(id: "x")',
      'changeWebhook(id: "x", url: "https://x.example")',
      `testWebhook(command: "${id(1)}", id: "x")`,
      'endWebhook(id: "x")',
    ]) {
      const { errors } = await access.ask(`mutation { ${written} { __typename } }`, as);
      expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    }
  });

  it.each([
    'http://hooks.example.org/',
    'https://127.0.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[::1]/',
    'https://10.0.0.8:8443/',
    'https://user:word@hooks.example.org/',
    'nonsense',
  ])('is refused for %s', async (url) => {
    await access.agree('guests', 'parts: [EVENTS]');
    expect(await create(2, 'guests', url)).toMatchObject({ code: 'WEBHOOK_UNUSABLE', part: 'url' });
  });

  it('needs an agreement in force that opens events', async () => {
    await access.agree('no-events', 'parts: [CASES]');
    for (const partner of ['no-events', 'nobody'])
      expect(await create(3, partner)).toMatchObject({ code: 'WEBHOOK_UNUSABLE', part: 'partner' });
  });

  it('gives its secret this once, and begins with what happens from then on', async () => {
    await access.agree('once', 'parts: [EVENTS]');
    await happen(access, 'once', 'before');
    const made = await create(4, 'once');
    expect(made).toMatchObject({
      webhook: { state: 'LIVE' },
      secret: expect.stringMatching(/^whsec_.{44}$/),
    });
    expect(await create(4, 'once')).toMatchObject({ webhook: { id: made.webhook.id }, secret: null });
    await happen(access, 'once', 'after');
    const came: string[] = [];
    const post = async ({ body }: { body: string }) => came.push(JSON.parse(body).id) && 204;
    while (await sendNext(access.database.of('access'), post));
    expect(came).toEqual(['after']);
  });

  it('is seen by its own partner, without a secret anywhere', async () => {
    const { ownAgreement } = await access.data<{ ownAgreement: { webhooks: object[] } }>(
      '{ ownAgreement { webhooks { id url state deliveries { event status } } } }',
      { role: 'partner', partner: 'once', scopes: ['own-agreement'] },
    );
    expect(ownAgreement.webhooks).toEqual([
      {
        ...{ id: expect.any(String), url: 'https://hooks.example.org/', state: 'LIVE' },
        deliveries: [{ event: 'after', status: 204 }],
      },
    ]);
  });
});

describe('the webhooks of a partner', () => {
  it.each([
    ['once', 1],
    ['others', 0],
  ])('are seen in the database by itself alone: %s', async (partner, number) => {
    const as = { subject: 'sid', role: 'partner', partner };
    const found = await inTransaction(access.database.of('access'), as, async (transaction) => {
      const [webhook] = await readWebhooks(transaction, 'once');
      const secrets = await transaction.query('select from access.webhook_secret');
      return { webhook, secrets, deliveries: webhook ? await readDeliveries(transaction, webhook.id) : [] };
    });
    expect([found.webhook?.partner, found.deliveries.length, found.secrets]).toEqual([
      ...[number === 0 ? undefined : partner, number, []],
    ]);
  });
});

describe('changing a webhook', () => {
  it('signs by two secrets for a day after one was made', async () => {
    const { webhook } = await partnerWithWebhook(access, 'rotated');
    const second = await command(access, `rotateWebhookSecret(command: "${id(9)}", id: "${webhook.id}")`);
    expect(second.secret).toMatch(/^whsec_/);
    expect(
      await command(access, `rotateWebhookSecret(command: "${id(9)}", id: "${webhook.id}")`),
    ).toMatchObject({
      secret: null,
    });
    await happen(access, 'rotated', 'z1');
    let signatures = '';
    const post = async ({ headers }: { headers: Readonly<Record<string, string>> }) => {
      signatures = headers['webhook-signature'] ?? '';
      return 204;
    };
    while (await sendNext(access.database.of('access'), post));
    expect(signatures.split(' ')).toHaveLength(2);
  });

  it('that is not there, or was ended, is refused', async () => {
    const { webhook } = await partnerWithWebhook(access, 'over');
    expect(await command(access, `endWebhook(id: "${webhook.id}")`)).toMatchObject({
      webhook: { state: 'ENDED' },
    });
    expect(await command(access, `endWebhook(id: "${webhook.id}")`)).toMatchObject({
      webhook: { state: 'ENDED' },
    });
    await happen(access, 'over', 'o1');
    expect(await sendNext(access.database.of('access'), async () => 204)).toBe(false);
    expect(await command(access, `replayWebhook(id: "${webhook.id}")`)).toMatchObject({
      code: 'WEBHOOK_ENDED',
    });
    for (const written of [
      'changeWebhook(id: "x", url: "https://x.example")',
      `testWebhook(command: "${id(1)}", id: "x")`,
      'endWebhook(id: "x")',
      'replayWebhook(id: "x")',
      `rotateWebhookSecret(command: "${id(8)}", id: "x")`,
    ])
      expect(await command(access, written)).toMatchObject({ code: 'WEBHOOK_NOT_FOUND' });
  });

  it('goes back to no event of another partner', async () => {
    const { webhook } = await partnerWithWebhook(access, 'mine');
    await happen(access, 'theirs', 't1');
    expect(await command(access, `replayWebhook(id: "${webhook.id}", afterEvent: "t1")`)).toMatchObject({
      ...{ code: 'WEBHOOK_UNUSABLE', part: 'afterEvent' },
    });
  });
});
