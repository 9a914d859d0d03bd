import { Refusal, SignInRefusal } from '../entrance/refusal';
import { openSession } from './session';
import { callerFor, keepingStream } from './testing';
import { ended } from './told-error';

describe('a subscription', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const second = () => jest.advanceTimersByTimeAsync(1_000);

  it('goes on while its caller may sign in, and is theirs as they are then', async () => {
    const renewed = callerFor({ scopes: ['facts'] });
    const onRenewed = jest.fn();
    const { stream, told } = keepingStream();
    const caller = callerFor({}, { admitAgain: async () => renewed });
    const session = openSession({ caller, stream, onRenewed });
    expect(session.caller().identity.scopes).toEqual([]);
    await second();
    expect(session.caller().identity.scopes).toEqual(['facts']);
    expect(session.caller().requestId).toBe('request-1');
    await second();
    expect(onRenewed).toHaveBeenCalledTimes(2);
    expect(told).toEqual([]);
    session.end(null);
  });

  it.each([
    ['their sign-in has ended', new SignInRefusal('The token is not good', true), 'UNAUTHENTICATED'],
    ['their role is gone', new Refusal(403, 'FORBIDDEN', 'No role'), 'FORBIDDEN'],
    ['that cannot be found out', new Error('select secret'), 'SIGN_IN_UNAVAILABLE'],
  ])('ends within a second where %s, and says so', async (_, error, code) => {
    const { stream, told, isComplete } = keepingStream();
    const caller = callerFor({}, { admitAgain: () => Promise.reject(error) });
    const session = openSession({ caller, stream, onRenewed: () => undefined });
    await second();
    expect(told).toMatchObject([{ errors: [{ extensions: { code } }] }]);
    expect(JSON.stringify(told)).not.toContain('secret');
    expect(isComplete()).toBe(true);
    expect(session.signal.aborted).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('ends once, by whatever ends it first', () => {
    const { stream, told } = keepingStream();
    const session = openSession({ caller: callerFor(), stream, onRenewed: () => undefined });
    session.end(ended('GOING_AWAY', 'Gone'));
    session.end(ended('OTHER', 'Other'));
    expect(told).toEqual([{ errors: [{ message: 'Gone', extensions: { code: 'GOING_AWAY' } }] }]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('leaves nothing running where its reader has gone, before it began too', () => {
    for (const isBefore of [true, false]) {
      const gone = new AbortController();
      if (isBefore) gone.abort();
      const { stream, told } = keepingStream();
      const caller = callerFor({}, { signal: gone.signal });
      const session = openSession({ caller, stream, onRenewed: () => undefined });
      gone.abort();
      expect(session.signal.aborted).toBe(true);
      expect(told).toEqual([]);
      expect(jest.getTimerCount()).toBe(0);
    }
  });
});
