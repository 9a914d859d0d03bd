import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps a text from whoever does not have the secret, and shows when somebody changed it. */
export interface Seal {
  seal(text: string): string;
  /** The text; null for what was not sealed so. */
  open(sealed: string): string | null;
}

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals by AES-256-GCM under a key drawn from `secret` (HKDF, RFC 5869) for one purpose. */
export function createSeal({ secret, purpose }: { secret: string | Buffer; purpose: string }): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `council-complaints ${purpose}`, KEY_BYTES));
  return {
    seal(text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
      try {
        const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES));
        decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const text = [decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()];
        return Buffer.concat(text).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}

/** A hash under which something secret is looked up. What is hashed is long and random, so nobody can guess it back. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
