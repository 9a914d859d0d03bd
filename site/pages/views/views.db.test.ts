import cookies from '@fastify/cookie';
import forms from '@fastify/formbody';
import Fastify, { type FastifyInstance } from 'fastify';
import { createLogger } from '../../../platform/logging/logger';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { siteSchema } from '../../schema';
import { maskedToken } from '../../server/check-form';
import { addErrorPages } from '../../server/errors';
import { madeUpSession, movingClock } from '../../testing/people';
import { MOST_VIEWS } from './read-view';
import { createSavedViews } from './saved-views';
import { addViewPages } from './views';

const MINE = { title: 'Overdue in Highways', address: '/complaints?measure=OVERDUE&services=Highways' };

describe('saved views', () => {
  let database: TestDatabase;
  let app: FastifyInstance;
  let subject: string | null = 'ana';

  beforeAll(async () => {
    database = await testDatabase([siteSchema]);
    app = Fastify();
    await app.register(cookies);
    await app.register(forms);
    app.decorateRequest('visitor', null);
    app.addHook('onRequest', async (request) => {
      request.visitor = subject === null ? null : { id: subject, session: madeUpSession({ subject }) };
    });
    const page = (_: unknown, template: string, view: object) => JSON.stringify({ template, ...view });
    const gateway = { ask: () => Promise.reject(new Error('Views ask the gateway nothing')) };
    addViewPages(app, {
      page,
      gateway,
      dataSource: database.of('site'),
      clock: movingClock(),
      council: '',
      nameOf: (subject: string) => subject,
    });
    addErrorPages(app, { page, logger: createLogger({ level: 'silent' }) });
    await app.ready();
  });
  beforeEach(() => {
    subject = 'ana';
  });
  afterAll(async () => {
    await app?.close();
    await database?.stop();
  });

  const post = (url: string, fields: Record<string, string> = {}, formToken = maskedToken(TOKEN)) =>
    app.inject({
      ...{ method: 'POST', url, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      payload: new URLSearchParams({ ...fields, formToken }).toString(),
    });
  const TOKEN = madeUpSession().formToken;
  const listed = async (): Promise<{ id: string; title: string; href: string; removeAction: string }[]> =>
    (await app.inject('/views')).json().views;

  it('are kept under their title, and the same form sent twice keeps one', async () => {
    for (const _ of [1, 2]) {
      const answer = await post('/views', MINE);
      expect([answer.statusCode, answer.headers.location]).toEqual([
        303,
        expect.stringMatching(/^\/views\?saved=/),
      ]);
    }
    expect(await listed()).toMatchObject([{ title: MINE.title, href: MINE.address }]);
  });

  it('are nobody else’s: another person neither sees nor removes them', async () => {
    const [mine] = await listed();
    subject = 'dee';
    expect(await listed()).toEqual([]);
    expect((await post(mine?.removeAction ?? '')).statusCode).toBe(404);
    subject = 'ana';
    expect(await listed()).toHaveLength(1);
  });

  it('are refused in words, with what was sent still there', async () => {
    const answer = await post('/views', { ...MINE, title: '' });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().refused).toMatchObject({
      ...{ sent: { address: MINE.address }, problems: [{ says: 'Give the view a title.' }] },
    });
    expect(await listed()).toHaveLength(1);
  });

  it('are neither kept nor removed by a form of another site, or by nobody', async () => {
    const [mine] = await listed();
    for (const url of ['/views', mine?.removeAction ?? '']) {
      expect((await post(url, MINE, 'of-somebody-else')).statusCode).toBe(403);
      subject = null;
      const answer = await post(url, MINE);
      expect([answer.statusCode, answer.headers.location]).toEqual([303, '/sign-in']);
      subject = 'ana';
    }
    subject = null;
    expect((await app.inject('/views')).headers.location).toBe('/sign-in?returnTo=%2Fviews');
    subject = 'ana';
    expect(await listed()).toHaveLength(1);
  });

  it('stay their owner’s in the database, whoever asks by their id', async () => {
    const views = createSavedViews({ dataSource: database.of('site'), clock: movingClock() });
    const [mine] = await listed();
    expect(await views.remove({ subject: 'dee', role: 'admin' }, mine?.id ?? '')).toBe(false);
    expect(await views.list({ subject: 'ana', role: 'analyst' })).toHaveLength(1);
  });

  it('are removed, once', async () => {
    const [mine] = await listed();
    expect((await post(mine?.removeAction ?? '')).statusCode).toBe(303);
    expect(await listed()).toEqual([]);
    expect((await post(mine?.removeAction ?? '')).statusCode).toBe(404);
  });

  it(`are ${MOST_VIEWS} at most, whichever tabs they are kept from`, async () => {
    subject = 'cora';
    const titles = Array.from({ length: MOST_VIEWS + 5 }, (_, index) => `View ${index}`);
    const answers = await Promise.all(titles.map((title) => post('/views', { ...MINE, title })));
    expect(answers.filter(({ statusCode }) => statusCode === 303)).toHaveLength(MOST_VIEWS);
    const refused = answers.find(({ statusCode }) => statusCode === 400);
    expect(refused?.json().refused.problems).toMatchObject([
      { says: expect.stringContaining('Remove one first') },
    ]);
    expect(await listed()).toHaveLength(MOST_VIEWS);
  });
});
