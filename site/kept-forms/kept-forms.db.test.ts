import forms from '@fastify/formbody';
import Fastify, { type FastifyInstance } from 'fastify';
import { createLogger } from '../../platform/logging/logger';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { withSettings } from '../../platform/testing/with-settings';
import { siteSchema } from '../schema';
import { checkForm, FORM_TOKEN, maskedToken } from '../server/check-form';
import { addErrorPages } from '../server/errors';
import { createSeal } from '../sessions/seal';
import type { KeptSession } from '../sessions/session';
import { madeUpSession, movingClock } from '../testing/people';
import { createFormTokens } from './form-tokens';
import { createKeepLateForm } from './keep-late-form';
import { addKeptFormPage } from './kept-form-page';
import { createKeptForms } from './kept-forms';

const HOUR = 60;
const secret = 'the secret of the site';
const tokens = createFormTokens(createSeal({ secret, purpose: 'forms' }));

describe('a form that came too late', () => {
  const clock = movingClock();
  let database: TestDatabase;
  let app: FastifyInstance;
  let who: KeptSession | null = null;

  const keptForms = () =>
    createKeptForms({
      dataSource: database.of('site'),
      seal: createSeal({ secret, purpose: 'kept forms' }),
      clock,
    });

  beforeAll(async () => {
    database = await testDatabase([siteSchema]);
    app = Fastify();
    await app.register(forms);
    app.decorateRequest('visitor', null);
    app.addHook('onRequest', async (request) => {
      request.visitor = who;
    });
    const page = (_: unknown, template: string, view: object) => JSON.stringify({ template, ...view });
    addKeptFormPage(app, { page, keptForms: keptForms() });
    app.post('/write/:id', async (request) => checkForm(request));
    addErrorPages(app, {
      ...{ page, logger: createLogger({ level: 'silent' }) },
      keepLateForm: createKeepLateForm({ tokens, keptForms: keptForms() }),
    });
  });
  beforeEach(() => {
    who = null;
  });
  afterAll(async () => {
    await app?.close();
    await database?.stop();
  });

  const signedInAs = (subject: string): KeptSession => ({
    id: subject,
    session: madeUpSession({ subject, formToken: tokens.make(subject) }),
  });
  const send = (token: string, fields = 'title=Mine&body=One%0D%0Atwo&streams=A&streams=B') =>
    app.inject({
      ...{ method: 'POST', url: '/write/7?x=1' },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `${fields}&${FORM_TOKEN}=${encodeURIComponent(token)}`,
    });
  const placeIn = (location: unknown): string =>
    /^\/sign-in\?returnTo=(.+)$/.exec(String(location))?.[1] ?? '';

  it('is found again, by whom it was made for and nobody else, after they have signed in', async () => {
    const late = await send(maskedToken(tokens.make('olu')));
    expect(late.statusCode).toBe(303);
    const place = decodeURIComponent(placeIn(late.headers.location));
    expect(place).toMatch(/^\/kept-forms\/[\w-]{43}$/);
    expect((await app.inject(place)).headers.location).toBe(`/sign-in?returnTo=${encodeURIComponent(place)}`);
    who = signedInAs('ana');
    expect((await app.inject(place)).statusCode).toBe(404);
    who = signedInAs('olu');
    const shown = (await app.inject(place)).json();
    expect(shown).toMatchObject({ template: 'kept-form.njk', action: '/write/7?x=1' });
    expect(shown.fields).toEqual([
      { name: 'title', value: 'Mine', isLong: false },
      { name: 'body', value: 'One\r\ntwo', isLong: true },
      { name: 'streams', value: 'A', isLong: false },
      { name: 'streams', value: 'B', isLong: false },
    ]);
  });

  it('of a session before this one is shown once more before anything is done', async () => {
    who = signedInAs('olu');
    const answer = await send(maskedToken(tokens.make('olu')));
    expect([answer.statusCode, String(answer.headers.location)]).toEqual([
      303,
      expect.stringMatching(/^\/kept-forms\//),
    ]);
    expect((await send(maskedToken(who.session.formToken))).statusCode).toBe(200);
  });

  it('that says nothing, such as a sign-out, is not kept, unless somebody is signed in to press it again', async () => {
    const token = maskedToken(tokens.make('olu'));
    expect((await send(token, '')).headers.location).toBe('/sign-in');
    who = signedInAs('olu');
    const place = String((await send(token, '')).headers.location);
    expect(place).toMatch(/^\/kept-forms\//);
    expect((await app.inject(place)).json()).toMatchObject({ fields: [], isTyped: false });
  });

  it.each([
    ['another site made', 'x.y'],
    ['has no token', ''],
    [
      'another secret sealed',
      maskedToken(createFormTokens(createSeal({ secret: 'another', purpose: 'forms' })).make('olu')),
    ],
  ])('that %s is not kept', async (_what, token) => {
    expect((await send(token)).headers.location).toBe('/sign-in');
    who = signedInAs('olu');
    expect((await send(token)).statusCode).toBe(403);
  });

  it('that was made for somebody else is not kept for who is signed in', async () => {
    who = signedInAs('ana');
    expect((await send(maskedToken(tokens.make('olu')))).statusCode).toBe(403);
  });

  it('cannot be read in the database, and is gone after half a day', async () => {
    const id = await keptForms().keep({
      subject: 'olu',
      action: '/write',
      fields: [['title', 'Hidden Lane']],
      why: 'LATE',
    });
    const kept = await withSettings(database.owner, { role: 'site' }, (runner) =>
      runner.query('select * from site.kept_form'),
    );
    expect(JSON.stringify(kept)).not.toMatch(/Hidden|olu|write/);
    expect(JSON.stringify(kept)).not.toContain(id);
    clock.move(11 * HOUR);
    expect(await keptForms().find(id, 'olu')).not.toBeNull();
    clock.move(2 * HOUR);
    expect(await keptForms().find(id, 'olu')).toBeNull();
    await keptForms().keep({ subject: 'ana', action: '/', fields: [], why: 'NO_ANSWER' });
    const left = await withSettings(database.owner, { role: 'site' }, (runner) =>
      runner.query('select count(*)::int as count from site.kept_form'),
    );
    expect(left).toEqual([{ count: 1 }]);
  });

  it('is one of twenty of a person at most', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 22; count++) {
      clock.move(1);
      ids.push(await keptForms().keep({ subject: 'dee', action: '/', fields: [], why: 'LATE' }));
    }
    const found = await Promise.all(ids.map((id) => keptForms().find(id, 'dee')));
    expect(found.map((form) => form !== null)).toEqual(ids.map((_, index) => index >= 2));
  });

  it('is closed to everybody but the site itself', async () => {
    for (const role of ['analyst', 'officer', 'admin', ''])
      expect(
        await withSettings(database.of('site'), { role, subject: 'ana' }, (runner) =>
          runner.query('select 1 from site.kept_form'),
        ),
      ).toEqual([]);
  });
});
