import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

/** What of an entry is signed: all that the part says, and not what the database adds (its number, time and transaction). */
export interface SignedFields {
  /** The schema of the part whose log it is in: an entry is of no use in another's. */
  readonly schema: string;
  readonly actor: string;
  readonly role: string;
  readonly action: string;
  readonly recordId: string;
  readonly requestId: string;
  /** Never used twice: an entry that is copied is found by it. */
  readonly nonce: string;
}

/** Signs what parts write into their audit logs, with a key that is not in the database. */
export interface AuditSigner {
  sign(fields: Omit<SignedFields, 'nonce'>): { readonly nonce: string; readonly signature: string };
  /** Whether the product signed this, with its key or with one that it had before. */
  hasSigned(fields: SignedFields, signature: string): boolean;
}

/**
 * Makes a signer (HMAC with SHA-256, RFC 2104). The first of `keys` signs; the others are keys of before, whose entries stay
 * as good as they were. Throws where there is none.
 */
export function createAuditSigner(keys: readonly string[]): AuditSigner {
  const [key] = keys;
  if (key === undefined) throw new Error('An audit log cannot be signed without a key');
  return {
    sign(fields) {
      const nonce = randomUUID();
      return { nonce, signature: signatureOf(key, { ...fields, nonce }).toString('hex') };
    },
    hasSigned(fields, signature) {
      const given = Buffer.from(signature, 'hex');
      return keys.some((one) => {
        const expected = signatureOf(one, fields);
        return given.length === expected.length && timingSafeEqual(given, expected);
      });
    },
  };
}

function signatureOf(key: string, fields: SignedFields): Buffer {
  const { schema, actor, role, action, recordId, requestId, nonce } = fields;
  const text = JSON.stringify([schema, actor, role, action, recordId, requestId, nonce]);
  return createHmac('sha256', key).update(text).digest();
}
