import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
} from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { codeOf } from '../postgres/error-code';

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
const OWNER_ONLY = 0o600;
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
  const text = (await textOf(file)) ?? (await made(file));
  return parsed(text, file);
}

/** A private key written as a JWK (RFC 8037), and its public half. */
export function keyPairOf(key: { readonly [member: string]: unknown }): KeyPair {
  const privateKey = createPrivateKey({ key: { ...key }, format: 'jwk' });
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

/** Whoever links first wins, and everybody reads what the winner wrote: a link is there whole or not at all. */
async function made(file: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  const keys = { token: newKey(), identity: newKey() };
  await writeFile(draft, JSON.stringify(keys), { mode: OWNER_ONLY, flag: 'wx' });
  try {
    await link(draft, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(file, 'utf8');
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

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
