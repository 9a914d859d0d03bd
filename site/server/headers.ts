import type { FastifyInstance } from 'fastify';

/**
 * What a browser may do with a page: take styles, scripts and pictures from the site itself, and nothing else from
 * anywhere, unless the page says otherwise of itself. `signInOrigin` is where the sign-out leads, which a form may then go on to.
 */
export function addHeaders(
  app: FastifyInstance,
  options: { isSecure: boolean; signInOrigin: string | null },
): void {
  const { isSecure, signInOrigin } = options;
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    `form-action 'self'${signInOrigin === null ? '' : ` ${signInOrigin}`}`,
    "frame-ancestors 'none'",
  ].join('; ');
  app.addHook('onSend', async (_, reply) => {
    reply.headers({
      ...(reply.hasHeader('content-security-policy') ? {} : { 'content-security-policy': policy }),
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=()',
      ...(isSecure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    });
    // What one person saw is no other's, on a shared machine neither.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
}
