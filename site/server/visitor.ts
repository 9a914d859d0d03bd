import type { KeptSession, Session } from '../sessions/session';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null where nobody is signed in. */
    visitor: KeptSession | null;
    /** What every page tells whoever asks; null where there is nothing to tell. */
    notes: readonly Note[] | null;
  }
}

/** Something that has ended, for the one who asked for it. */
export interface Note {
  readonly says: string;
  readonly href: string;
}

/** Thrown by a page for whoever has not signed in: they are taken to the sign-in, and come back. */
export class SignInNeeded extends Error {
  override readonly name = 'SignInNeeded';
}

/** Who is signed in. Throws `SignInNeeded` where nobody is. */
export function signedIn(request: { readonly visitor: KeptSession | null }): Session {
  if (request.visitor === null) throw new SignInNeeded();
  return request.visitor.session;
}
