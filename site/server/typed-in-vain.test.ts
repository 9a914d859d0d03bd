import forms from '@fastify/formbody';
import Fastify, { type FastifyInstance } from 'fastify';
import { createLogger } from '../../platform/logging/logger';
import { addErrorPages } from './errors';
import { typedInVain } from './typed-in-vain';
import { signedIn } from './visitor';

const OURS = { 'sec-fetch-site': 'same-origin' };

describe('what was typed into a form that is not taken', () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = Fastify();
    await app.register(forms);
    app.decorateRequest('visitor', null);
    addErrorPages(app, {
      page: (_, template, view) => JSON.stringify({ template, ...view }),
      logger: createLogger({ level: 'silent' }),
    });
    app.post('/typed', async (request) => typedInVain(request));
    app.post('/save', async (request) => signedIn(request));
  });
  afterAll(() => app.close());

  const post = (url: string, headers: object, fields = '') =>
    app.inject({
      ...{ method: 'POST', url, payload: fields },
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });

  it('is shown to whoever was signed out meanwhile, and nothing is saved', async () => {
    const answer = await post('/save', OURS, 'heldBy=Head+of+complaints&about=a%0Ab&formToken=x');
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({
      title: 'You have been signed out',
      typed: [
        { name: 'Held by', text: 'Head of complaints' },
        { name: 'About', text: 'a\nb' },
      ],
    });
  });

  it.each([{}, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'none' }])(
    'is shown of no other site’s form: %j',
    async (headers) => {
      expect((await post('/typed', headers, 'title=Ours')).json()).toEqual([]);
      expect((await post('/save', headers, 'title=Ours')).headers.location).toBe('/sign-in');
    },
  );

  it('has nothing that pages put there themselves', async () => {
    const hidden = 'id=6d6e1f3c-58a4-4a0b-9f5e-1d2a3b4c5d6e&basedOnVersion=3&formToken=x&note=+';
    expect((await post('/typed', OURS, hidden)).json()).toEqual([]);
    expect((await post('/save', OURS, hidden)).headers.location).toBe('/sign-in');
    expect((await post('/typed', OURS, 'on-day=3')).json()).toEqual([{ name: 'On day', text: '3' }]);
  });
});
