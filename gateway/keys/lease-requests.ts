import { z } from 'zod';
import type { Rate } from '../../platform/limits/token-bucket';
import { askKeyPart, type KeyPart } from './key-book';

/** What is wanted of a caller's allowance. */
export interface Wanted {
  readonly budget: string;
  readonly caller: string;
  readonly wanted: number;
  readonly rate: Rate;
}

export interface Lease {
  readonly granted: number;
  /** In how many milliseconds there is one more. */
  readonly waitMillis: number;
}

/** Leases from what all gateways share. Rejects when the part does not answer. */
export type LeaseRequests = (wanted: Wanted) => Promise<Lease>;

const LEASE = `mutation LeaseRequests($leases: [RequestLease!]!) {
  leaseRequests(leases: $leases) { budget caller granted waitMillis }
}`;

const model = z.object({
  leaseRequests: z.array(
    z.object({ budget: z.string(), caller: z.string(), granted: z.int(), waitMillis: z.int() }),
  ),
});

/** Asks the part once for all that is wanted in the same moment. */
export function leasesOf(of: KeyPart): LeaseRequests {
  let together: { readonly leases: object[]; readonly answer: Promise<z.output<typeof model>> } | null = null;
  const collect = () => {
    const leases: object[] = [];
    const answer = new Promise((resolve) => setImmediate(resolve)).then(async () => {
      together = null;
      return model.parse(await askKeyPart(of, { query: LEASE, variables: { leases } }));
    });
    return { leases, answer };
  };
  return async ({ rate: { burst, perSecond }, ...wanted }) => {
    together ??= collect();
    together.leases.push({ ...wanted, burst, perSecond });
    const { leaseRequests } = await together.answer;
    const given = leaseRequests.find(
      ({ budget, caller }) => budget === wanted.budget && caller === wanted.caller,
    );
    if (given === undefined) throw new Error('The part leased nothing that was asked for');
    return given;
  };
}
