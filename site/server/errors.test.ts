import Fastify, { type FastifyInstance } from 'fastify';
import { createLogger } from '../../platform/logging/logger';
import { GatewayRefusal } from '../gateway/refusal';
import type { KeepLateForm } from '../kept-forms/keep-late-form';
import { ForeignForm } from './check-form';
import { addErrorPages } from './errors';
import { NotFound } from './not-found';
import { SignInNeeded } from './visitor';

/** What may happen on a page. */
const HAPPENS: Readonly<Record<string, () => Error>> = {
  missing: () => new NotFound(),
  foreign: () => new ForeignForm(),
  forbidden: () => new GatewayRefusal('FORBIDDEN', 'Not for you'),
  stranger: () => new GatewayRefusal('UNAUTHENTICATED', 'Sign in again'),
  down: () => new GatewayRefusal('TIMEOUT', 'The gateway took too long'),
  nobody: () => new SignInNeeded(),
  broken: () => new Error('Mrs Secret of 1 Hidden Lane'),
};

describe('what happens on a page', () => {
  const logged: unknown[] = [];
  let app: FastifyInstance;

  beforeAll(() => {
    const logger = createLogger({ level: 'silent' });
    logger.error = (...said: unknown[]) => void logged.push(said);
    app = Fastify({ genReqId: () => 'request-7' });
    app.decorateRequest('visitor', null);
    const keepLateForm: KeepLateForm = async ({ method, url }, why = 'LATE') =>
      method === 'POST' && url === '/down' ? `/kept-forms/${why}` : null;
    addErrorPages(app, {
      page: (_, template, view) => JSON.stringify({ template, ...view }),
      ...{ logger, keepLateForm },
    });
    for (const method of ['GET', 'POST'] as const)
      app.route<{ Params: { what: string } }>({
        ...{ method, url: '/:what' },
        handler: async ({ params: { what } }) => {
          throw HAPPENS[what]?.() ?? new Error(what);
        },
      });
  });
  beforeEach(() => logged.splice(0));
  afterAll(() => app.close());

  it.each([
    ['is not there', '/missing', 404, 'Page not found'],
    ['is no page', '/a/b/c', 404, 'Page not found'],
    ['is not for the role', '/forbidden', 403, 'Your role does not open this page'],
    ['does not take the sign-in', '/stranger', 403, 'You are not let in'],
    ['was made by another session', '/foreign', 403, 'This form is out of date'],
    ['gets no answer', '/down', 503, 'This page cannot be shown right now'],
  ])('that %s is told with what to do, and is no fault to log', async (_what, url, status, title) => {
    const answer = await app.inject(url);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
    expect(answer.json()).toMatchObject({ template: 'told.njk', title });
    expect(answer.json().says.length).toBeGreaterThan(0);
    expect(logged).toEqual([]);
  });

  it('without an answer is asked for again, and what was typed is kept', async () => {
    const page = await app.inject('/down?streams=ADULTS');
    expect(page.json().goOn).toEqual({ href: '/down?streams=ADULTS', text: 'Try again' });
    const form = await app.inject({ method: 'POST', url: '/down' });
    expect([form.statusCode, form.json().goOn.href]).toEqual([503, '/kept-forms/NO_ANSWER']);
  });

  it('and was not expected is masked, and logged with the number that the page shows', async () => {
    const answer = await app.inject('/broken');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).toContain('request-7');
    expect(answer.body).not.toMatch(/Secret|Hidden/);
    expect(logged).toEqual([[expect.objectContaining({ requestId: 'request-7' }), 'A page failed']]);
  });

  it('without anybody signed in leads to the sign-in, and from there back to the page', async () => {
    const answer = await app.inject('/nobody?streams=ADULTS&from=2021-04-01');
    expect([answer.statusCode, answer.headers.location]).toEqual([
      303,
      '/sign-in?returnTo=%2Fnobody%3Fstreams%3DADULTS%26from%3D2021-04-01',
    ]);
    const form = await app.inject({ method: 'POST', url: '/nobody' });
    expect([form.statusCode, form.headers.location]).toEqual([303, '/sign-in']);
  });

  it('that cannot be read is told as such', async () => {
    const headers = { 'content-type': 'application/json' };
    const answer = await app.inject({ method: 'POST', url: '/broken', headers, payload: '{' });
    expect([answer.statusCode, answer.json().title]).toEqual([400, 'This cannot be read']);
    expect(logged).toEqual([]);
  });
});
