import fc from 'fast-check';
import type { Rate } from '../../platform/limits/token-bucket';
import type { LeaseRequests } from '../keys/lease-requests';
import { type SharedAllowance, shareAllowance } from './shared-allowance';

let nowMillis = 0;
const clock = { now: () => new Date(nowMillis) };
beforeEach(() => {
  nowMillis = 0;
});

/** What all share, as the database keeps it; how often it was asked. */
function central({ burst, perSecond }: Rate) {
  let fullAtMillis = 0;
  const counted = { asked: 0, isDown: false };
  const lease: LeaseRequests = async ({ wanted }) => {
    counted.asked += 1;
    await null;
    if (counted.isDown) throw new Error('down');
    const fullAt = Math.max(fullAtMillis, nowMillis);
    const room = burst - ((fullAt - nowMillis) * perSecond) / 1_000;
    const granted = Math.max(0, Math.min(wanted, Math.floor(room + 1e-6)));
    fullAtMillis = fullAt + (granted * 1_000) / perSecond;
    return { granted, waitMillis: Math.max(0, Math.ceil(((1 - room + granted) * 1_000) / perSecond)) };
  };
  return { lease, counted };
}

const gateways = (rate: Rate, count: number, lease: LeaseRequests): SharedAllowance[] =>
  Array.from({ length: count }, () => shareAllowance({ budget: 'requests', rate, lease, clock }));

/** How many of so many at once may go on. */
const passed = async (
  allowance: SharedAllowance | undefined,
  times: number,
  caller = 'ana',
): Promise<number> =>
  (await Promise.all(Array.from({ length: times }, () => allowance?.take(caller)))).filter(
    (wait) => wait === 0,
  ).length;

const RATE = { burst: 1_000, perSecond: 100 };

describe('what gateways share', () => {
  it('is a burst, and then a rate, at one gateway as at several', async () => {
    for (const count of [1, 2, 5]) {
      const { lease } = central(RATE);
      const all = gateways(RATE, count, lease);
      const through = await Promise.all(all.map((each) => passed(each, 2_000)));
      const sum = through.reduce((total, each) => total + each, 0);
      expect(sum).toBeGreaterThanOrEqual(RATE.burst);
      expect(sum).toBeLessThanOrEqual(RATE.burst + 10 * count);
    }
  });

  it('is asked for once in fifty requests or so, and no request waits for it', async () => {
    const { lease, counted } = central(RATE);
    const [one] = gateways(RATE, 1, lease);
    for (let request = 0; request < 900; request += 1) expect(await one?.take('ana')).toBe(0);
    expect(counted.asked).toBeLessThanOrEqual(20);
  });

  it('is asked for five times a second at most once it is used up, and then gives what came back', async () => {
    const { lease, counted } = central(RATE);
    const [one] = gateways(RATE, 1, lease);
    await passed(one, 2_000);
    const before = counted.asked;
    let through = 0;
    for (; nowMillis < 10_000; nowMillis += 10) through += await passed(one, 3);
    expect(counted.asked - before).toBeLessThanOrEqual(51);
    expect(through).toBeGreaterThan(950);
    expect(through).toBeLessThanOrEqual(1_000 + 10);
  });

  it('never refuses a caller who keeps to the rate, however many gateways they ask', async () => {
    const { lease } = central(RATE);
    const all = gateways(RATE, 4, lease);
    for (let request = 0; nowMillis < 60_000; nowMillis += 20, request += 1)
      expect(await all[request % 4]?.take('ana')).toBe(0);
  });

  it('is each caller’s own, and says when to come again', async () => {
    const lent = new Map<string, LeaseRequests>();
    const [one] = gateways({ burst: 20, perSecond: 1 }, 1, (wanted) => {
      const own = lent.get(wanted.caller) ?? central({ burst: 20, perSecond: 1 }).lease;
      lent.set(wanted.caller, own);
      return own(wanted);
    });
    await passed(one, 100);
    expect(await one?.take('ana')).toBeGreaterThan(500);
    expect(await one?.take('mark')).toBe(0);
  });

  it('is left to each gateway’s own limit while nobody can tell, and asked for again after a while', async () => {
    const { lease, counted } = central({ burst: 20, perSecond: 1 });
    const [one] = gateways({ burst: 20, perSecond: 1 }, 1, lease);
    await passed(one, 100);
    nowMillis = 1_000;
    counted.isDown = true;
    expect(await passed(one, 100)).toBe(100);
    expect(await passed(one, 100)).toBe(100);
    const before = counted.asked;
    nowMillis = 5_999;
    expect(await passed(one, 100)).toBe(100);
    expect(counted.asked).toBe(before);
    counted.isDown = false;
    nowMillis = 6_001;
    expect(await passed(one, 100)).toBeLessThan(30);
  });

  it('never lets more through than a burst and what came back, but for the credit of each gateway', async () => {
    const steps = fc.array(
      fc.record({ at: fc.nat(3), times: fc.integer({ min: 1, max: 60 }), pauseMillis: fc.nat(700) }),
      { minLength: 1, maxLength: 40 },
    );
    const rates = fc.record({
      burst: fc.integer({ min: 1, max: 200 }),
      perSecond: fc.integer({ min: 1, max: 50 }),
    });
    await fc.assert(
      fc.asyncProperty(rates, steps, async (rate, asked) => {
        nowMillis = 0;
        const { lease } = central(rate);
        const all = gateways(rate, 4, lease);
        let through = 0;
        for (const { at, times, pauseMillis } of asked) {
          through += await passed(all[at], times);
          expect(through).toBeLessThanOrEqual(
            rate.burst +
              (nowMillis * rate.perSecond) / 1_000 +
              1 +
              4 * Math.min(10, Math.ceil(rate.burst / 10)),
          );
          nowMillis += pauseMillis;
        }
      }),
      { numRuns: 200 },
    );
  });
});
