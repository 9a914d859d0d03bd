import fs from 'node:fs';
import path from 'node:path';

/** What secrets look like, those of this product first. Written so that this file holds none. */
const SECRETS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ["a program's key", /\bcck_[0-9a-z]{12}_[0-9a-f]{64}\b/],
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ['a private key as a JWK', /"d"\s*:\s*"[\w-]{40,}"/],
  ['a token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/],
  ['a password in an address', /\b[a-z]+:\/\/[^\s:/@"'`$<{]+:(?!PASSWORD\b|\$|<|\{|…)[^\s:/@"'`]{8,}@/],
  ['a key of a cloud', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a key of a forge', /\bgh[pousr]_[0-9A-Za-z]{36}\b/],
];

/** Lines of text files that hold something like a secret, as `file:line: kind`; never the secret. */
export function secretsIn(root: string, files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const content = fs.readFileSync(path.join(root, file));
    if (content.includes(0)) return [];
    return content
      .toString('utf8')
      .split('\n')
      .flatMap((line, place) =>
        SECRETS.filter(([, pattern]) => pattern.test(line)).map(([kind]) => `${file}:${place + 1}: ${kind}`),
      );
  });
}
