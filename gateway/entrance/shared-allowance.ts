import type { Clock } from '../../platform/config/clock';
import type { Rate } from '../../platform/limits/token-bucket';
import type { Lease, LeaseRequests } from '../keys/lease-requests';

/** What all gateways together let a caller ask, used up in parts that are leased beforehand. */
export interface SharedAllowance {
  /** Takes one: 0, or how many milliseconds it takes until there is one. Where nobody can tell, 0. */
  take(caller: string): Promise<number>;
}

export interface ShareAllowance {
  readonly budget: string;
  readonly rate: Rate;
  readonly lease: LeaseRequests;
  readonly clock: Clock;
}

/** A lease is a tenth of a burst: a caller asks for the next one every fifty requests or so. */
const OF_BURST = 10;
/** Requests that go on while the first lease is on its way; they are taken off it. */
const MOST_CREDIT = 10;
/** Whoever was given less than was wanted has used up nearly everything: they are leased no more than so often. */
const BETWEEN_MILLIS = 200;
/** For so long nobody is asked again where the part did not answer; each gateway's own limit holds. */
const ALONE_MILLIS = 5_000;
const MOST_CALLERS = 10_000;

interface Stock {
  /** Below zero for what was given on credit. */
  left: number;
  leasing: Promise<void> | null;
  /** When it is worth asking again. */
  leaseAtMillis: number;
  usedAtMillis: number;
}

/**
 * A request waits for nobody while something of the last lease is left, or on the first one's credit. Callers who have asked nothing
 * for as long as everything takes to come back are forgotten, with what was leased to them.
 */
export function shareAllowance({ budget, rate, lease, clock }: ShareAllowance): SharedAllowance {
  const stocks = new Map<string, Stock>();
  const most = Math.max(1, Math.ceil(rate.burst / OF_BURST));
  const credit = Math.min(MOST_CREDIT, most);
  const refillMillis = (rate.burst / rate.perSecond) * 1_000;
  let aloneUntilMillis = Number.NEGATIVE_INFINITY;
  const nowMillis = () => clock.now().getTime();

  /** Ordered by who asked last, so that the first ones are those to forget. */
  function stockOf(caller: string): Stock {
    const now = nowMillis();
    const known = stocks.get(caller);
    const stock = known ?? { left: 0, leasing: null, leaseAtMillis: 0, usedAtMillis: now };
    stocks.delete(caller);
    for (const [oldest, { usedAtMillis }] of stocks) {
      if (stocks.size < MOST_CALLERS && now - usedAtMillis < refillMillis) break;
      stocks.delete(oldest);
    }
    stock.usedAtMillis = now;
    stocks.set(caller, stock);
    return stock;
  }

  const lending = (stock: Stock, caller: string): Promise<void> => {
    const wanted = most - stock.left;
    return lease({ budget, caller, rate, wanted })
      .then(
        ({ granted, waitMillis }: Lease) => {
          stock.left += granted;
          if (granted < wanted) stock.leaseAtMillis = nowMillis() + Math.max(waitMillis, BETWEEN_MILLIS);
        },
        () => {
          aloneUntilMillis = nowMillis() + ALONE_MILLIS;
        },
      )
      .finally(() => {
        stock.leasing = null;
      });
  };

  const isAlone = () => nowMillis() < aloneUntilMillis;
  return {
    async take(caller) {
      while (!isAlone()) {
        const stock = stockOf(caller);
        const waitMillis = stock.leaseAtMillis - nowMillis();
        if (stock.left < 1 && waitMillis > 0) return Math.ceil(waitMillis);
        if (stock.left < most / 2 && waitMillis <= 0) stock.leasing ??= lending(stock, caller);
        if (stock.left > -credit) {
          stock.left -= 1;
          return 0;
        }
        await stock.leasing;
      }
      return 0;
    },
  };
}
