import { createServer } from 'node:http';
import { createLogger } from '../../platform/logging/logger';
import { listening } from '../../platform/server/listening';
import type { Scope } from '../../platform/transaction/scope';
import { inTransaction } from '../../platform/transaction/transaction';
import { createPostWebhook } from '../../platform/webhooks/post-webhook';
import { startWebhooks } from '../../scripts/product/webhooks';
import type { RunningProduct } from '../../scripts/testing/running-product';

/** Twice as long as whoever sends takes to look again. */
const LOOKS_MILLIS = 2_200;
const POSTMAN: Scope = { subject: 'postman', role: 'postman' };
const PROJECTION: Scope = { subject: 'projection', role: 'projection' };

/** Tells a partner at an address of this machine, as the started product does: by a webhook, whose senders run until they are stopped. */
export async function tellAt(product: RunningProduct, partner: string) {
  const received = new Set<string>();
  const server = createServer((request, response) => {
    received.add(String(request.headers['webhook-id']));
    request.resume().once('end', () => response.writeHead(204).end());
  });
  const port = await listening(server, { port: 0, setting: 'TEST' });
  const access = product.schemas.of('access');
  const done = (scope: Scope, sql: string, values: readonly unknown[]) =>
    inTransaction(access, scope, (transaction) => transaction.query(sql, [...values]));
  await product.ask(
    'admin',
    `mutation { createWebhook(command: "${crypto.randomUUID()}", partner: "${partner}", url: "https://hooks.example.org/") { __typename } }`,
  );
  await done(POSTMAN, 'update access.webhook set url = $2 where partner = $1', [
    partner,
    `http://127.0.0.1:${port}/`,
  ]);
  const senders = startWebhooks(
    { schemas: product.schemas, logger: createLogger({ level: 'silent' }) },
    createPostWebhook({ allowsLoopback: true }),
  );
  return {
    happens: (id: string) =>
      done(
        PROJECTION,
        `insert into access.partner_event (id, partner, kind, subject, at) values ($2, $1, 'CASE_CHANGED', 'case', now())`,
        [partner, id],
      ),
    /** Whether it came while whoever sends has looked twice. */
    async came(id: string): Promise<boolean> {
      const until = performance.now() + LOOKS_MILLIS;
      while (!received.has(id) && performance.now() < until)
        await new Promise((resolve) => setTimeout(resolve, 20));
      return received.has(id);
    },
    async stop() {
      await senders.stop();
      server.close();
    },
  };
}
