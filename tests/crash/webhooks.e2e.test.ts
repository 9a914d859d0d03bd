import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { childEnvironment } from '../../platform/config/child-environment';
import { listening } from '../../platform/server/listening';
import type { Scope } from '../../platform/transaction/scope';
import { inTransaction } from '../../platform/transaction/transaction';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';
import { agree } from '../attacks/target';

const KILLS = 3;
const EVENTS_BETWEEN = 3;
const EVENTS = Array.from({ length: (KILLS + 1) * EVENTS_BETWEEN }, (_, place) => `event-${place + 1}`);

let product: TestProduct;
let server: Server;
let port: number;
let sender: ChildProcess | null = null;
const came: string[] = [];
let kills = 0;

/** As each event comes: kills whoever sends it, before it is answered or as soon as it was, again and again. */
beforeAll(async () => {
  product = await startTestProduct();
  server = createServer((request, response) => {
    request.resume().once('end', () => {
      const id = String(request.headers['webhook-id']);
      const isFirst = !came.includes(id);
      came.push(id);
      const isTime = isFirst && kills < KILLS && (EVENTS.indexOf(id) + 1) % EVENTS_BETWEEN === 0;
      if (!isTime) return void response.writeHead(204).end();
      kills += 1;
      if (kills % 2 === 0) return void response.writeHead(204).end(() => sender?.kill('SIGKILL'));
      sender?.kill('SIGKILL');
    });
  });
  port = await listening(server, { port: 0, setting: 'TEST' });
});
afterAll(async () => {
  sender?.kill('SIGKILL');
  server.closeAllConnections();
  server.close();
  await product.stop();
});

const as = <Row extends object>(scope: Scope, sql: string, values: unknown[] = []) =>
  inTransaction(product.schemas.of('access'), scope, (transaction) => transaction.query<Row>(sql, values));
const POSTMAN = { subject: 'postman', role: 'postman' };

async function makeReady(): Promise<void> {
  await agree(product, 'guests', 'parts: [EVENTS]');
  await product.ask(
    'admin',
    `mutation { createWebhook(command: "${crypto.randomUUID()}", partner: "guests", url: "https://hooks.example.org/") { __typename } }`,
  );
  await as(POSTMAN, 'update access.webhook set url = $1', [`http://127.0.0.1:${port}/`]);
  await as(
    { subject: 'projection', role: 'projection' },
    `insert into access.partner_event (id, partner, kind, subject, at)
     select id, 'guests', 'CASE_CHANGED', 'case-' || id, now() from unnest($1::text[]) with ordinality as told (id, place) order by place`,
    [EVENTS],
  );
}

/** Starts whoever sends, and waits until it was killed, or everything was told. */
async function sendUntilKilled(): Promise<void> {
  // What a killed one leased is free after a minute: no test waits for that.
  await as(POSTMAN, `update access.webhook set leased_until = clock_timestamp() - interval '1 second'`);
  const child = fork(path.join(__dirname, 'send-webhooks.cjs'), [], {
    env: {
      ...childEnvironment(),
      DATABASE_URL: product.database.ownerUrl,
      DATA_DIR: product.settings.dataDirectory,
    },
    execArgv: ['--no-deprecation'],
  });
  sender = child;
  const ended = once(child, 'exit');
  while (child.exitCode === null && child.signalCode === null) {
    if (await isAllTold()) child.kill('SIGKILL');
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 50))]);
  }
}

const isAllTold = async (): Promise<boolean> => {
  const [row] = await as<{ told: boolean }>(
    POSTMAN,
    'select told_to = (select max(place) from access.partner_event) as told from access.webhook',
  );
  return row?.told === true;
};

describe('whoever sends webhooks, killed again and again while it does', () => {
  it('loses no event and no order: each comes at least once, and again only where it was under way', async () => {
    await makeReady();
    while (!(await isAllTold())) await sendUntilKilled();
    expect(kills).toBe(KILLS);
    expect(came.filter((id, place) => came.indexOf(id) === place)).toEqual(EVENTS);
    const places = came.map((id) => EVENTS.indexOf(id));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(came.length - EVENTS.length).toBeLessThanOrEqual(KILLS);
    expect(came.length).toBeGreaterThan(EVENTS.length);
  }, 120_000);
});
