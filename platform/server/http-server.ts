import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { TlsFiles } from '../config/tls';

/** Thrown for files that no server can be certified by. The message says which, and what to do. */
export class CertificateError extends Error {
  override readonly name = 'CertificateError';
}

export interface HttpServer {
  /** Null for plain HTTP. */
  readonly tls: TlsFiles | null;
  readonly options?: ServerOptions;
}

/** A server that answers by HTTP, over TLS where it has a certificate. Throws `CertificateError`. */
export function httpServer({ tls, options = {} }: HttpServer, listener: RequestListener): Server {
  if (tls === null) return createServer(options, listener);
  try {
    const [cert, key] = [readFileSync(tls.certificate), readFileSync(tls.key)];
    return createTlsServer({ ...options, cert, key, minVersion: 'TLSv1.2' }, listener);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new CertificateError(
      `TLS_CERT_FILE and TLS_KEY_FILE cannot be used together (${reason}). Write a certificate with its chain and the key that it was made for, both in PEM.`,
    );
  }
}
