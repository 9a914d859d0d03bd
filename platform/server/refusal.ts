/** A refusal that callers expect, as the graph shows it. */
export interface Refused<Type extends string> {
  readonly __typename: Type;
  readonly code: string;
  readonly message: string;
}

/** How long a reason for a decision may be, in characters. */
const MOST_REASON = 1_000;

/** Null for a reason that can be kept. */
export function reasonUnusable(reason: string): Refused<'ReasonUnusable'> | null {
  const length = reason.trim().length;
  if (length > 0 && length <= MOST_REASON) return null;
  return {
    __typename: 'ReasonUnusable',
    code: 'REASON_UNUSABLE',
    message: `Say why in 1 to ${MOST_REASON} characters besides spaces: whoever asks later will want to know.`,
  };
}
