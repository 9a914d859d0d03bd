/**
 * Thrown when somebody is not who they say, or no longer. The message may be shown: it holds nothing of the token.
 * That the keys cannot be had is another matter and another error.
 */
export class SignInError extends Error {
  override readonly name = 'SignInError';

  constructor(
    message: string,
    /** The id of the key that was tried, where there is one of that id. Never told to whoever tried it. */
    readonly key: string | null = null,
  ) {
    super(message);
  }
}

/**
 * Says that a token is not good, in the same words whatever is wrong with it: who tries tokens out learns nothing by which
 * part was looked at.
 */
export const tokenRefused = (): SignInError =>
  new SignInError('Sign in again: the bearer token is not valid here, or no longer.');

/** Thrown when somebody is who they say, and has no place here. The message may be shown. */
export class NotAdmittedError extends Error {
  override readonly name = 'NotAdmittedError';

  constructor(
    message: string,
    /** Who it is, where the token says. */
    readonly subject: string | undefined,
  ) {
    super(message);
  }
}
