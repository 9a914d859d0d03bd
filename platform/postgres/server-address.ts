import { readFileSync } from 'node:fs';
import { type ConnectionOptions, checkServerIdentity } from 'node:tls';

/** How to connect to a server, in `pg`'s own words. */
export interface ServerAddress {
  readonly connectionString: string;
  readonly ssl: false | ConnectionOptions;
}

/**
 * Takes from an address what it says of TLS. `sslmode=verify-full` speaks to a server alone whose certificate is for the host of
 * the address, by a CA of `sslrootcert` or, without it, of the machine; anything else is without TLS (the settings let nothing else
 * through). Left in the address, `pg` would read it in ways of its own.
 */
export function serverAddress(address: string): ServerAddress {
  const url = new URL(address);
  const mode = url.searchParams.get('sslmode');
  const rootFile = url.searchParams.get('sslrootcert');
  for (const name of ['sslmode', 'sslrootcert']) url.searchParams.delete(name);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return {
    connectionString: url.href,
    ssl: mode === 'verify-full' && {
      rejectUnauthorized: true,
      // By default an address that is a number would not be looked for in the certificate.
      checkServerIdentity: (_, certificate) => checkServerIdentity(host, certificate),
      ...(rootFile === null ? {} : { ca: readFileSync(rootFile) }),
    },
  };
}
