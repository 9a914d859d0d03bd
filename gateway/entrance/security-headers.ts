import type { ServerResponse } from 'node:http';

/** What is answered is for programs: a browser shows none of it in a page of its own or of others, takes nothing from it, and keeps it nowhere. */
const ALWAYS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** A year: whoever was answered over TLS asks no other way from then on. */
const OVER_TLS = { 'strict-transport-security': 'max-age=31536000' };

/** What every answer says to browsers; a door that knows better says so after. */
export function addSecurityHeaders(response: ServerResponse, { isOverTls }: { isOverTls: boolean }): void {
  for (const [name, value] of Object.entries({ ...ALWAYS, ...(isOverTls ? OVER_TLS : {}) }))
    response.setHeader(name, value);
}
