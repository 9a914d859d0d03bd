import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { listening } from '../../../platform/server/listening';
import { inTransaction } from '../../../platform/transaction/transaction';
import { createPostWebhook, type WebhookPost } from '../../../platform/webhooks/post-webhook';
import { type TestAccess, testAccess } from '../testing';
import { sendNext } from './send-next';
import { command, happen, partnerWithWebhook, passTime } from './testing';

let access: TestAccess;
beforeAll(async () => {
  access = await testAccess();
});
afterAll(() => access.stop());

/** A receiver that answers as it is told, and keeps what came. */
function receiver(answers: (number | Error)[] = []) {
  const came: { id: string; type: string }[] = [];
  const post = async ({ body }: WebhookPost) => {
    came.push(JSON.parse(body));
    const answer = answers.shift() ?? 204;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { came, post, ids: () => came.map(({ id }) => id) };
}
const all = async (post: (message: WebhookPost) => Promise<number>) => {
  while (await sendNext(access.database.of('access'), post));
};
const webhookOf = async (partner: string) => {
  const { agreement } = await access.data<{
    agreement: {
      webhooks: { state: string; failures: number; deliveries: { status: number | null; event: string }[] }[];
    };
  }>(
    `{ agreement(partner: "${partner}") { webhooks { state failures stoppedBecause deliveries { event status failure } } } }`,
  );
  return agreement.webhooks[0];
};

describe('telling a partner at its address', () => {
  it('sends each event once, in order, signed, and nothing of the record', async () => {
    const received: { headers: Record<string, unknown>; body: string }[] = [];
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part) => parts.push(part));
      request.on('end', () => {
        received.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
        response.writeHead(204).end();
      });
    });
    const port = await listening(server, { port: 0, setting: 'TEST' });
    const real = createPostWebhook({ allowsLoopback: true });
    const { secret } = await partnerWithWebhook(access, 'signed');
    await happen(access, 'signed', 's1', 's2', 's3');
    await all((message) => real({ ...message, url: `http://127.0.0.1:${port}/` }));
    server.close();
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual(['s1', 's2', 's3']);
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    expect(headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
    expect(JSON.parse(body)).toEqual({
      ...{ specversion: '1.0', id: 's1', source: '/partners/signed', subject: 'case-s1' },
      ...{ type: 'complaints.ombudsman-case.changed.v1', time: expect.any(String) },
    });
    const key = Buffer.from(secret?.slice('whsec_'.length) ?? '', 'base64');
    const text = `s1.${headers['webhook-timestamp']}.${body}`;
    expect(headers['webhook-signature']).toBe(
      `v1,${createHmac('sha256', key).update(text).digest('base64')}`,
    );
  });

  it('waits with what follows until an event was taken, and sends it again by the same id', async () => {
    await partnerWithWebhook(access, 'slow');
    await happen(access, 'slow', 'w1', 'w2');
    const { post, ids } = receiver([500, 302]);
    await all(post);
    expect(ids()).toEqual(['w1']);
    await passTime(access);
    await all(post);
    expect(await webhookOf('slow')).toMatchObject({ failures: 2 });
    await passTime(access);
    await all(post);
    expect(ids()).toEqual(['w1', 'w1', 'w1', 'w2']);
    const { deliveries } = (await webhookOf('slow')) ?? { deliveries: [] };
    expect(deliveries.map(({ event, status }) => [event, status])).toEqual([
      ...[
        ['w2', 204],
        ['w1', 204],
      ],
      ...[
        ['w1', 302],
        ['w1', 500],
      ],
    ]);
  });

  it('stops after ten failures, and goes on when somebody starts it again', async () => {
    const { webhook } = await partnerWithWebhook(access, 'dead');
    await happen(access, 'dead', 'x1', 'x2');
    const { post, ids } = receiver(Array.from({ length: 10 }, () => 500));
    for (let times = 0; times < 13; times += 1) {
      await all(post);
      await passTime(access);
    }
    expect(ids()).toEqual(Array.from({ length: 10 }, () => 'x1'));
    expect(await webhookOf('dead')).toMatchObject({ state: 'STOPPED', stoppedBecause: 'It was not taken.' });
    expect(await command(access, `replayWebhook(id: "${webhook.id}")`)).toMatchObject({
      webhook: { state: 'LIVE', failures: 0 },
    });
    await all(post);
    expect(ids().slice(10)).toEqual(['x1', 'x2']);
  });

  it('tells again, in order, what came after an event', async () => {
    const { webhook } = await partnerWithWebhook(access, 'replayed');
    await happen(access, 'replayed', 'r1', 'r2', 'r3');
    const { post, ids } = receiver();
    await all(post);
    await command(access, `replayWebhook(id: "${webhook.id}", afterEvent: "r1")`);
    await all(post);
    expect(ids()).toEqual(['r1', 'r2', 'r3', 'r2', 'r3']);
  });

  it('loses nothing and changes no order where it is killed in between', async () => {
    await partnerWithWebhook(access, 'killed');
    const names = Array.from({ length: 12 }, (_, place) => `k${place}`);
    await happen(access, 'killed', ...names);
    const { came, post, ids } = receiver();
    let sent = 0;
    // Killed after every third message went out, before anything of it was kept.
    const killedOften = async (message: WebhookPost) => {
      const status = await post(message);
      sent += 1;
      if (sent % 3 === 0) throw new Error('killed');
      return status;
    };
    for (let lives = 0; lives < 12; lives += 1) {
      await all(killedOften).catch(() => undefined);
      await passTime(access);
    }
    expect(ids().filter((id, place) => id !== ids()[place - 1])).toEqual(names);
    expect(came.length).toBeGreaterThan(names.length);
  });

  it('is done by one of several at a time', async () => {
    await partnerWithWebhook(access, 'shared');
    const names = Array.from({ length: 20 }, (_, place) => `p${place}`);
    await happen(access, 'shared', ...names);
    const { post, ids } = receiver();
    let under = 0;
    const alone = async (message: WebhookPost) => {
      under += 1;
      expect(under).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 2));
      under -= 1;
      return post(message);
    };
    for (let rounds = 0; rounds < 30 && ids().length < names.length; rounds += 1)
      await Promise.all([all(alone), all(alone), all(alone)]);
    expect(ids()).toEqual(names);
  });
});

describe('an agreement', () => {
  it.each([
    [
      'is ended',
      async (partner: string) => {
        await access.data(`mutation { endAgreement(partner: "${partner}", reason: "x") { __typename } }`);
      },
    ],
    ['is over', (partner: string) => access.agree(partner, 'parts: [EVENTS] endsOn: "2020-02-01"', 1)],
    ['opens no events any more', (partner: string) => access.agree(partner, 'parts: [CASES]', 1)],
  ])('that %s ends the sending at once', async (how, change) => {
    const partner = how.replaceAll(' ', '-');
    await partnerWithWebhook(access, partner);
    await happen(access, partner, `${partner}-1`);
    await change(partner);
    const { post, ids } = receiver();
    await all(post);
    expect(ids()).toEqual([]);
  });

  it('sends nothing of a stream that it does not name', async () => {
    await partnerWithWebhook(access, 'streams');
    await inTransaction(access.database.of('access'), { subject: 'x', role: 'projection' }, ({ query }) =>
      query(
        `insert into access.partner_event (id, partner, stream, kind, subject, at)
         values ('y1', 'streams', 'ADULTS', 'CASE_CHANGED', 'x', now()), ('y2', 'streams', 'SCHOOLS', 'CASE_CHANGED', 'x', now())`,
      ),
    );
    const { post, ids } = receiver();
    await all(post);
    expect(ids()).toEqual(['y1']);
  });
});
