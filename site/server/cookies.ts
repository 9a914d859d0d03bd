import type { FastifyReply, FastifyRequest } from 'fastify';

/** One cookie of the site: only over HTTPS where people reach the site so, never seen by scripts, not sent along from other sites. */
export interface SiteCookie {
  of(request: FastifyRequest): string | null;
  set(reply: FastifyReply, value: string, maxAgeSeconds?: number): void;
  clear(reply: FastifyReply): void;
}

/** A cookie called `name`; over HTTPS the browser itself holds it to this host (`__Host-`, RFC 6265bis). */
export function siteCookie(name: string, isSecure: boolean): SiteCookie {
  const fullName = isSecure ? `__Host-${name}` : name;
  const attributes = { path: '/', httpOnly: true, secure: isSecure, sameSite: 'lax' } as const;
  return {
    of: (request) => request.cookies[fullName] ?? null,
    set: (reply, value, maxAgeSeconds) => {
      reply.setCookie(fullName, value, {
        ...attributes,
        ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
      });
    },
    clear: (reply) => {
      reply.clearCookie(fullName, attributes);
    },
  };
}
