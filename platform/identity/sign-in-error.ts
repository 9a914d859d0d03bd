/**
 * Thrown when somebody is not who they say, or no longer. The message may be shown: it holds nothing of the token.
 * That the keys cannot be had is another matter and another error.
 */
export class SignInError extends Error {
  override readonly name = 'SignInError';
}
