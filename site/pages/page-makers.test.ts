import type { FastifyRequest } from 'fastify';
import { SignInNeeded } from '../server/visitor';
import { madeUpSession } from '../testing/people';
import { askingOf, queryOf, steadyAskingOf } from './page-makers';

const requestOf = (parts: object = {}) =>
  ({
    id: 'request-7',
    query: {},
    visitor: { id: 'session', session: madeUpSession() },
    ...parts,
  }) as FastifyRequest;

describe('a page that asks the gateway', () => {
  afterEach(() => jest.restoreAllMocks());

  it('asks in the name of who is signed in, and counts its time from its first question', () => {
    const now = jest.spyOn(performance, 'now').mockReturnValue(1_000);
    const [one, other] = [requestOf(), requestOf()];
    const asking = {
      accessToken: 'access-1',
      requestId: 'request-7',
      audience: 'the council',
      sinceMillis: 1_000,
    };
    expect(askingOf(one)).toEqual(asking);
    now.mockReturnValue(1_900);
    expect(askingOf(one)).toEqual(asking);
    expect(askingOf(other)).toEqual({ ...asking, sinceMillis: 1_900 });
  });

  it('is not hurried where nobody waits for it', () => {
    const asking = { accessToken: 'access-1', requestId: 'request-7', audience: 'the council' };
    expect(steadyAskingOf(requestOf())).toEqual(asking);
  });

  it('is told what those are told who see the same: a partner, what the same partner is', () => {
    const session = madeUpSession({ role: 'partner', partner: 'homes' });
    const { audience } = askingOf(requestOf({ visitor: { id: 'session', session } }));
    expect(audience).toBe('homes');
  });

  it('asks nothing for nobody', () => {
    expect(() => askingOf(requestOf({ visitor: null }))).toThrow(SignInNeeded);
    expect(() => steadyAskingOf(requestOf({ visitor: null }))).toThrow(SignInNeeded);
  });

  it('reads an address as it came', () => {
    expect(queryOf(requestOf({ query: { services: ['a', 'b'] } }))).toEqual({ services: ['a', 'b'] });
    expect(queryOf(requestOf({ query: null }))).toEqual({});
  });
});
