import type { Seal } from '../sessions/seal';

/** The token that a session's forms carry: it tells nobody but the site for whom they were made, even once the session has ended. */
export interface FormTokens {
  /** A token of its own for each session. */
  make(subject: string): string;
  /** For whom a token was made; null for one that is not the site's own. */
  subjectOf(token: string): string | null;
}

/** Tokens sealed by `seal`, so that nobody else can make one. */
export const createFormTokens = (seal: Seal): FormTokens => ({
  make: (subject) => seal.seal(subject),
  subjectOf: (token) => seal.open(token),
});
