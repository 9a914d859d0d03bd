import { createRests } from './rests';

describe('a lane in which nothing is left', () => {
  let now = 1_000;
  const nowMillis = () => now;
  const rests = () => createRests<string>({ restMillis: 500, nowMillis });
  beforeEach(() => {
    now = 1_000;
  });

  it('rests until the next poll, and no other lane with it', () => {
    const { rest, isResting } = rests();
    rest('quiet', 1_000);
    now = 1_499;
    expect([isResting('quiet'), isResting('busy')]).toEqual([true, false]);
    now = 1_500;
    expect(isResting('quiet')).toBe(false);
  });

  it('is woken', () => {
    const { rest, isResting, wakeAll } = rests();
    rest('quiet', 1_000);
    now = 1_001;
    wakeAll();
    expect(isResting('quiet')).toBe(false);
    rest('quiet', 1_002);
    expect(isResting('quiet')).toBe(true);
  });

  it('does not rest when the call came while it was asked', () => {
    const { rest, isResting, wakeAll } = rests();
    const askedAt = now;
    now = 1_005;
    wakeAll();
    rest('quiet', askedAt);
    expect(isResting('quiet')).toBe(false);
  });
});
