import { createPollDelays } from './poll-delays';

describe('a subscription in which nothing is left', () => {
  let now = 1_000;
  const nowMillis = () => now;
  const delays = () => createPollDelays<string>({ delayMillis: 500, nowMillis });
  beforeEach(() => {
    now = 1_000;
  });

  it('delays until the next poll, and no other subscription with it', () => {
    const { delay, isDelayed } = delays();
    delay('quiet', 1_000);
    now = 1_499;
    expect([isDelayed('quiet'), isDelayed('busy')]).toEqual([true, false]);
    now = 1_500;
    expect(isDelayed('quiet')).toBe(false);
  });

  it('is woken', () => {
    const { delay, isDelayed, endAll } = delays();
    delay('quiet', 1_000);
    now = 1_001;
    endAll();
    expect(isDelayed('quiet')).toBe(false);
    delay('quiet', 1_002);
    expect(isDelayed('quiet')).toBe(true);
  });

  it('does not rest when the call came while it was asked', () => {
    const { delay, isDelayed, endAll } = delays();
    const askedAt = now;
    now = 1_005;
    endAll();
    delay('quiet', askedAt);
    expect(isDelayed('quiet')).toBe(false);
  });
});
