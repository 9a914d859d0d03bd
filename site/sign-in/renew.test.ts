import type { KeptSession } from '../sessions/session';
import type { Sessions } from '../sessions/sessions';
import { madeUpSession, movingClock } from '../testing/people';
import { createRenewal } from './renew';
import type { Grant, SignInService } from './sign-in-service';

const MINUTE = 60_000;

const notAsked = async (): Promise<never> => {
  throw new Error('Nobody asks for this here');
};

/** A site whose sign-in service takes each refresh token once, as real ones do. */
function site({ isRefusing = false } = {}) {
  const clock = movingClock();
  const kept = new Map<string, KeptSession>();
  const good = new Set(['refresh-1']);
  let renewals = 0;
  const sessions: Sessions = {
    begin: notAsked,
    end: notAsked,
    endOfProvider: notAsked,
    find: async (id) => kept.get(id) ?? null,
    keep: async (session) => void kept.set(session.id, session),
  };
  const renew = async (refreshToken: string): Promise<Grant> => {
    await new Promise((resolve) => setImmediate(resolve));
    if (isRefusing || !good.delete(refreshToken)) throw new Error('invalid_grant');
    renewals += 1;
    const next = `refresh-${renewals + 1}`;
    good.add(next);
    return {
      ...{ accessToken: `access-${renewals + 1}`, accessTokenEndsAt: clock.now().getTime() + 60 * MINUTE },
      ...{ refreshToken: next, idToken: null, name: null, providerSession: null },
    };
  };
  const service: SignInService = { begin: notAsked, finish: notAsked, endAt: notAsked, renew };
  const begin = (given: Parameters<typeof madeUpSession>[0] = {}): KeptSession => {
    const session = madeUpSession({ accessTokenEndsAt: clock.now().getTime() + 60 * MINUTE, ...given });
    const one = { id: 'one', session };
    kept.set(one.id, one);
    return one;
  };
  return {
    ...{ clock, kept, begin, renewals: () => renewals },
    copy: () => createRenewal({ sessions, service, clock }),
  };
}

describe('a session whose token', () => {
  it('holds goes on as it is', async () => {
    const { begin, clock, copy, renewals } = site();
    const kept = begin();
    clock.move(58);
    expect(await copy()(kept)).toBe(kept);
    expect(renewals()).toBe(0);
  });

  it('is about to end gets a new one before it does, and keeps who it is', async () => {
    const { begin, clock, copy, kept } = site();
    const old = begin({ role: 'manager', services: ['greenspace'] });
    clock.move(59.5);
    const renewed = await copy()(old);
    expect(renewed).toMatchObject({
      id: 'one',
      session: { accessToken: 'access-2', refreshToken: 'refresh-2' },
    });
    expect(renewed?.session).toMatchObject({
      role: 'manager',
      services: ['greenspace'],
      formToken: old.session.formToken,
    });
    expect(kept.get('one')).toEqual(renewed);
  });

  it('has ended is renewed once for all pages that ask at once', async () => {
    const { begin, clock, copy, renewals } = site();
    const kept = begin();
    clock.move(90);
    const renewed = copy();
    const all = await Promise.all(Array.from({ length: 8 }, () => renewed(kept)));
    expect(renewals()).toBe(1);
    expect(new Set(all.map((one) => one?.session.accessToken))).toEqual(new Set(['access-2']));
  });

  it('was renewed by another copy of the site a moment ago goes on with that one', async () => {
    const { begin, clock, copy, renewals } = site();
    const kept = begin();
    clock.move(90);
    const [one, other] = await Promise.all([copy()(kept), copy()(kept)]);
    expect(renewals()).toBe(1);
    expect([one, other].map((each) => each?.session.accessToken)).toContain('access-2');
    // Whoever came second finds the new one at the next page, at the latest.
    expect((await copy()(kept))?.session.accessToken).toBe('access-2');
  });

  it('cannot be renewed has to sign in again, at once', async () => {
    const { begin, clock, copy } = site({ isRefusing: true });
    const kept = begin();
    clock.move(90);
    expect(await copy()(kept)).toBeNull();
  });

  it('cannot be renewed yet goes on with it to its end', async () => {
    const { begin, clock, copy } = site({ isRefusing: true });
    const kept = begin();
    clock.move(59.5);
    expect(await copy()(kept)).toEqual(kept);
    clock.move(1);
    expect(await copy()(kept)).toBeNull();
  });

  it('has none to renew it with goes on to its end, and then signs in again', async () => {
    const { begin, clock, copy, renewals } = site();
    const kept = begin({ refreshToken: null });
    clock.move(59.5);
    expect(await copy()(kept)).toBe(kept);
    clock.move(1);
    expect(await copy()(kept)).toBeNull();
    expect(renewals()).toBe(0);
  });

  it('was renewed is renewed again when that one ends, with the newest refresh token', async () => {
    const { begin, clock, copy, renewals } = site();
    const renewed = copy();
    let kept: KeptSession | null = begin();
    for (const count of [1, 2, 3]) {
      clock.move(60);
      kept = kept && (await renewed(kept));
      expect([renewals(), kept?.session.refreshToken]).toEqual([count, `refresh-${count + 1}`]);
    }
  });
});
