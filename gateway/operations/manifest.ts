import type { KeyObject } from 'node:crypto';
import { parse } from 'graphql';
import { CompactSign, compactVerify } from 'jose';
import { z } from 'zod';
import { jsonIn } from '../../platform/server/json-in';
import { type TrustedOperation, trustedOperation } from './trusted-operation';

/** So that nothing else that the same key signs is taken for a manifest, nor a manifest for anything else. */
const TYPE = 'operations+jws';
const ALGORITHM = 'EdDSA';

/** Thrown for a manifest that is not taken. The message is for whoever starts the gateway: what is wrong, and what to do. */
export class ManifestRefused extends Error {
  override readonly name = 'ManifestRefused';
}

const model = z.object({
  operations: z.array(z.object({ name: z.string(), hash: z.string(), text: z.string() })),
});

/** Writes operations down, signed (JWS, RFC 7515, by Ed25519). */
export async function signManifest(
  operations: readonly TrustedOperation[],
  privateKey: KeyObject,
): Promise<string> {
  const listed = operations.map(({ name, hash, text }) => ({ name, hash, text }));
  return new CompactSign(new TextEncoder().encode(JSON.stringify({ operations: listed })))
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
    .sign(privateKey);
}

/**
 * The operations of a manifest that one of these keys signed. Throws `ManifestRefused` for any other, and for one in which a name
 * or a hash is not its text's.
 */
export async function readManifest(
  manifest: string,
  publicKeys: readonly KeyObject[],
): Promise<TrustedOperation[]> {
  const payload = await payloadOf(manifest.trim(), publicKeys);
  if (payload === null)
    throw new ManifestRefused('it is not signed with the key that it has to be (OPERATIONS_PUBLIC_KEY)');
  const { success, data } = model.safeParse(payload);
  if (!success) throw new ManifestRefused('it does not list operations');
  return data.operations.map(operationIn);
}

async function payloadOf(manifest: string, publicKeys: readonly KeyObject[]): Promise<unknown> {
  for (const key of publicKeys) {
    const verified = await compactVerify(manifest, key, { algorithms: [ALGORITHM] }).catch(() => null);
    if (verified?.protectedHeader.typ === TYPE) return jsonIn(new TextDecoder().decode(verified.payload));
  }
  return null;
}

function operationIn({ name, hash, text }: { name: string; hash: string; text: string }): TrustedOperation {
  const operation = documentOperation(text);
  if (operation?.name === name && operation.hash === hash && operation.text === text) return operation;
  throw new ManifestRefused(`what it says of ${JSON.stringify(name.slice(0, 100))} is not so`);
}

function documentOperation(text: string): TrustedOperation | null {
  try {
    return trustedOperation(parse(text, { noLocation: true }));
  } catch {
    return null;
  }
}
