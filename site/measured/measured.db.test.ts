import Fastify from 'fastify';
import { systemClock } from '../../platform/config/clock';
import { writeExposition } from '../../platform/metrics/exposition';
import { processRegistry } from '../../platform/metrics/process-registry';
import { readExposition } from '../../platform/metrics/testing';
import { readDatabaseSize } from '../../platform/postgres/database-size';
import { readPools } from '../../platform/postgres/pool-state';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { siteSchema } from '../schema';
import { createSeal } from '../sessions/seal';
import { createSessions } from '../sessions/sessions';
import { readKeptState } from './kept-state';
import { pageNameOf } from './page-name';
import { measureSite } from './requests';

const CANARY = 'canary-Mrs-Secret';

describe('what the site measures of what it keeps', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([siteSchema]);
  });
  afterAll(() => database.stop());

  it('is how many are signed in, and how mail stands, none of whom by name', async () => {
    const seal = createSeal({ secret: Buffer.from('a secret of tests'), purpose: 'sessions' });
    const sessions = createSessions({ dataSource: database.of('site'), seal, clock: systemClock });
    const [before] = await readKeptState(database.of('site'));
    await sessions.begin(
      { subject: CANARY, role: 'analyst', tokens: { access: CANARY, refresh: null, expiresAt: 0 } } as never,
      null,
    );
    const families = await readKeptState(database.of('site'));
    expect([before?.samples[0]?.value, families[0]?.samples[0]?.value]).toEqual([0, 1]);
    const text = writeExposition(families);
    expect(readExposition(text).filter(({ name }) => name === 'complaints_site_mails')).toHaveLength(4);
    expect(text).not.toContain(CANARY);
  });

  it('is its connections, and the size of its database', async () => {
    const dataSource = database.of('site');
    const pools = readPools([{ name: 'site', dataSource }]).samples.map(({ value }) => value);
    expect(pools).toHaveLength(3);
    expect(pools[0]).toBeGreaterThan(0);
    expect((await readDatabaseSize('site', dataSource)).samples[0]?.value).toBeGreaterThan(1_000_000);
  });
});

/** How often a page was answered: other files of the same worker count into the same registry. */
async function counted() {
  const samples = readExposition(writeExposition(await processRegistry.read()));
  return (page: string, status: string): number =>
    samples.find(
      ({ name, labels }) =>
        name === 'complaints_site_requests_total' && labels.page === page && labels.status === status,
    )?.value ?? 0;
}

describe('what the site measures of its pages', () => {
  it('is each page as the program writes it, and nothing of an address', async () => {
    const earlier = await counted();
    const app = Fastify();
    measureSite(app);
    app.get('/complaints/:id', async () => 'shown');
    for (const path of [`/complaints/${CANARY}`, `/${CANARY}`, `/complaints/c1?text=${CANARY}`])
      await app.inject({ url: path });
    await app.close();
    const text = writeExposition(await processRegistry.read());
    const grown = await counted();
    expect([grown('complaints/*', '2xx'), grown('other', '4xx')]).toEqual([
      earlier('complaints/*', '2xx') + 2,
      earlier('other', '4xx') + 1,
    ]);
    expect(text).not.toContain(CANARY);
  });

  it.each([
    ['/', 'home'],
    ['/complaints/:id/letters/:letterId', 'complaints/*/letters/*'],
  ])('knows %s as %s', (route, name) => expect(pageNameOf(route)).toBe(name));
});
