import { z } from 'zod';
import type { Clock } from '../../platform/config/clock';
import { type AddressList, addressList } from '../../platform/identity/address-list';
import type { Identity } from '../../platform/identity/identity';
import type { IdentitySigner } from '../../platform/identity/signer';
import type { SubgraphExecutor } from '../../platform/server/executor';
import { requestIdOf } from '../../platform/server/request-id';
import { rememberShortly } from './remember-shortly';

/** What a key is checked by. */
export interface KnownKey {
  readonly hash: string;
  /** Whether it was neither revoked nor has expired. */
  readonly isLive: boolean;
  /** From where it is taken; null for anywhere. */
  readonly addresses: AddressList | null;
  readonly role: string;
  readonly streams: readonly string[];
  readonly services: readonly string[];
  readonly partner: string | null;
  /** Whether it opens the sandbox, and no record. */
  readonly isSandbox: boolean;
}

/** The keys, as the part that keeps them knows them. */
export interface KeyBook {
  /** A key by its id; null where there is none. Rejects when the part does not answer: then nobody is signed in by a key. */
  find(id: string): Promise<KnownKey | null>;
}

/** The part that keeps keys, and the gateway's own word to it. */
export interface KeyPart {
  readonly part: Pick<SubgraphExecutor, 'execute'>;
  /** What it is called: the gateway's word is good for this part alone. */
  readonly partName: string;
  readonly identitySigner: IdentitySigner;
}

/** Callers wait no longer for the part. */
const TIMEOUT_MILLIS = 2_000;

/** Nobody can sign in as the gateway: its role is none of the contract's. */
const GATEWAY: Identity = {
  ...{ subject: 'gateway', role: 'gateway', scopes: [], streams: [], services: [], partner: null },
};

const FIND = `query KeyForSignIn($id: ID!) {
  keyForSignIn(id: $id) { hash isLive addresses role streams services partner isSandbox }
}`;

const model = z.object({
  keyForSignIn: z
    .object({
      ...{ hash: z.string(), isLive: z.boolean(), addresses: z.array(z.string()), role: z.string() },
      ...{ streams: z.array(z.string()), services: z.array(z.string()), partner: z.string().nullable() },
      isSandbox: z.boolean(),
    })
    .nullable(),
});

/** Asks the part for a key once for all who name it within half a second, whether there is one or not. */
export const createKeyBook = (of: KeyPart, clock: { readonly clock?: Clock } = {}): KeyBook => ({
  find: rememberShortly((id) => ask(of, id), clock),
});

async function ask(of: KeyPart, id: string): Promise<KnownKey | null> {
  const { keyForSignIn: found } = model.parse(await askKeyPart(of, { query: FIND, variables: { id } }));
  if (found === null) return null;
  return { ...found, addresses: found.addresses.length === 0 ? null : addressList(found.addresses) };
}

/** Asks the part as the gateway. Rejects for every answer with an error, and when there is none in time. */
export async function askKeyPart(
  { part, partName, identitySigner }: KeyPart,
  { query, variables }: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> },
): Promise<unknown> {
  // First, so that nothing waits for the time to be up that nobody listens to.
  const asking = { query, variables, operationName: null };
  const identityToken = await identitySigner.sign(GATEWAY, { part: partName, ...asking });
  const signal = AbortSignal.timeout(TIMEOUT_MILLIS);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  const asked = part.execute({
    ...{ ...asking, signal, identityToken },
    requestId: requestIdOf(null),
  });
  const { data, errors } = await Promise.race([asked, late]);
  if (errors === undefined || errors.length === 0) return data;
  throw new Error('The part that keeps keys answered with an error');
}
