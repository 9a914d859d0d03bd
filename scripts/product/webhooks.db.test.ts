import { demonstrationAgreements } from '../../demo/agreements';
import { createLogger } from '../../platform/logging/logger';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction } from '../../platform/transaction/transaction';
import { installed } from '../../subgraphs/access/subgraph';
import { startWebhooks } from './webhooks';

const PARTNER = 'stockport-homes';
const EVENTS = Array.from({ length: 30 }, (_, place) => `e${place}`);

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([installed({ longestKeyDays: 365 }, demonstrationAgreements)]);
  const as = (role: string, sql: string, values: unknown[] = []) =>
    inTransaction(database.of('access'), { subject: 'ada', role }, ({ query }) => query(sql, values));
  await as(
    'admin',
    `insert into access.webhook (id, partner, url, command, made_by, made_at, told_to, attempts, due_at)
     values ('w', '${PARTNER}', 'https://x.example/', 'c', 'ada', now(), 0, 0, now())`,
  );
  await as('admin', `insert into access.webhook_secret values ('c', 'w', 'whsec_AAAA', now(), null)`);
  await as(
    'projection',
    `insert into access.partner_event (id, partner, kind, subject, at)
     select id, '${PARTNER}', 'CASE_CHANGED', id, now() from unnest($1::text[]) with ordinality as told (id, place) order by place`,
    [EVENTS],
  );
});
afterAll(() => database.stop());

describe('the sending of webhooks', () => {
  it('tells everything, once and in order, by however many products, of which one stops half-way', async () => {
    const came: string[] = [];
    const start = () =>
      startWebhooks(
        { schemas: { of: (name) => database.of(name) }, logger: createLogger({ level: 'silent' }) },
        async ({ body }) => {
          await new Promise((resolve) => setTimeout(resolve, 5));
          came.push(JSON.parse(body).id);
          return 204;
        },
      );
    const [first, second] = [start(), start()];
    while (came.length < 10) await new Promise((resolve) => setTimeout(resolve, 5));
    await first.stop();
    for (let waited = 0; came.length < EVENTS.length && waited < 1_000; waited += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    await second.stop();
    expect(came).toEqual(EVENTS);
  });
});
