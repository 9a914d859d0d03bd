import type { IdentitySigner } from '../../platform/identity/signer';
import type { SubgraphExecutor } from '../../platform/server/executor';
import { createRefusalBook, NO_BOOK, type RefusalBook } from '../audit/refusal-book';
import type { Verifier } from '../entrance/sign-in';
import { type Agreements, agreementsOf, NO_AGREEMENTS } from '../partners/agreements';
import { createRequestLog, type RequestLog } from '../partners/request-log';
import { apiKeys } from './api-keys';
import { createKeyBook } from './key-book';
import { createKeyUses } from './key-uses';
import { type LeaseRequests, leasesOf } from './lease-requests';

/** What the gateway has from the part that keeps keys and agreements, and tells it. */
export interface KeptByAccess {
  readonly keyVerifiers: readonly Verifier[];
  readonly agreements: Agreements;
  readonly partnerRequests: Pick<RequestLog, 'note'>;
  readonly book: RefusalBook;
  /** Null where each gateway's own limit holds alone. */
  readonly lease: LeaseRequests | null;
  /** Tells what has not been told yet. */
  flush(): Promise<void>;
}

const NOTHING_KEPT: KeptByAccess = {
  ...{ keyVerifiers: [], agreements: NO_AGREEMENTS, book: NO_BOOK, lease: null },
  partnerRequests: { note: () => undefined },
  flush: () => Promise.resolve(),
};

/** Asks that part. Where none is named no key is taken, and no partner let in. Throws where it is not given. */
export function keptByAccess(
  { keyPart, identitySigner }: { readonly keyPart?: string; readonly identitySigner: IdentitySigner },
  executors: ReadonlyMap<string, SubgraphExecutor>,
): KeptByAccess {
  if (keyPart === undefined) return NOTHING_KEPT;
  const part = executors.get(keyPart);
  if (part === undefined) throw new Error(`The part that keeps keys, ${keyPart}, is not given.`);
  const of = { part, partName: keyPart, identitySigner };
  const [uses, partnerRequests, book] = [createKeyUses(of), createRequestLog(of), createRefusalBook(of)];
  return {
    keyVerifiers: [apiKeys({ book: createKeyBook(of), uses })],
    ...{ agreements: agreementsOf(of), partnerRequests, book, lease: leasesOf(of) },
    async flush() {
      await Promise.all([uses.flush(), partnerRequests.flush(), book.flush()]);
    },
  };
}
