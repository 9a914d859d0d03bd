/**
 * Thrown when somebody is not who they say, or no longer. The message may be shown: it holds nothing of the token.
 * That the keys cannot be had is another matter and another error.
 */
export class SignInError extends Error {
  override readonly name = 'SignInError';
}

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
