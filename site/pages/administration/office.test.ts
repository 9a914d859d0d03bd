import Fastify from 'fastify';
import { madeUpSession } from '../../testing/people';
import { decidedOn, decidingIn, lookingIn } from './office';

const asked = async (role: string, look: typeof lookingIn | typeof decidingIn) => {
  const app = Fastify();
  app.decorateRequest('visitor', null);
  app.addHook('onRequest', async (request) => {
    request.visitor = { id: 'session', session: madeUpSession({ role }) };
  });
  app.get('/', async (request) => look(request) ?? {});
  const { statusCode, body } = await app.inject('/');
  await app.close();
  return statusCode === 200 ? JSON.parse(body) : null;
};

describe('who is let in', () => {
  it.each([
    ['admin', { isDeciding: true }],
    ['officer', { isDeciding: false }],
    ['analyst', null],
    ['auditor', null],
  ])('%s looks: %j', async (role, expected) => expect(await asked(role, lookingIn)).toEqual(expected));

  it('decides as an admin alone', async () => {
    expect(await asked('admin', decidingIn)).toEqual({});
    expect(await asked('officer', decidingIn)).toBeNull();
  });

  it('decided on a day in London', () => {
    expect(decidedOn('2027-06-30T23:30:00.000Z')).toBe('1 Jul 2027');
  });
});
