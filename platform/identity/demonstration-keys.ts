import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { secretFile } from '../files/secret-file';

/** An Ed25519 key and its public half. */
export interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** What a demonstration signs with, in place of a council's sign-in service and its own keys. */
export interface DemonstrationKeys {
  /** Signs bearer tokens. */
  readonly token: KeyPair;
  /** Signs the identities that the gateway vouches for. */
  readonly identity: KeyPair;
}

const FILE = 'demonstration-keys.json';
const jwk = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() });
const fileModel = z.object({ token: jwk, identity: jwk });

/** Where the demonstration's keys are kept. */
export const demonstrationKeysFile = (dataDirectory: string): string => path.join(dataDirectory, FILE);

/**
 * The demonstration's keys, from the data directory; made at first use, readable by their owner alone. Two processes
 * that start at once get the same ones. Throws with a sentence when the file there is not ours.
 */
export async function demonstrationKeys({
  dataDirectory,
}: {
  dataDirectory: string;
}): Promise<DemonstrationKeys> {
  const file = demonstrationKeysFile(dataDirectory);
  const text = await secretFile(file, () => JSON.stringify({ token: newKey(), identity: newKey() }));
  return parsed(text, file);
}

/** A private key written as a JWK (RFC 8037), and its public half. */
export function keyPairOf(key: { readonly [member: string]: unknown }): KeyPair {
  const privateKey = createPrivateKey({ key: { ...key }, format: 'jwk' });
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

const newKey = () => generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });

function parsed(text: string, file: string): DemonstrationKeys {
  try {
    const { token, identity } = fileModel.parse(JSON.parse(text));
    return { token: keyPairOf(token), identity: keyPairOf(identity) };
  } catch {
    throw new Error(`${file} does not hold the demonstration's keys. Remove it, and new ones are made.`);
  }
}
