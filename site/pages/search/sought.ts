/** What somebody looks for, and how it went so far. */
export interface Sought {
  readonly kind: 'nothing' | 'sought' | 'too-long' | 'none' | 'several';
  readonly reference: string;
}

/** Longer than any reference that a case system gives. */
export const MOST_REFERENCE_CHARACTERS = 60;

/** The reference that an address asks for, without the blanks around it. */
export function readSought(given: unknown): Sought {
  const reference = typeof given === 'string' ? given.trim() : '';
  if (reference === '') return { kind: 'nothing', reference };
  if (reference.length > MOST_REFERENCE_CHARACTERS) return { kind: 'too-long', reference: '' };
  return { kind: 'sought', reference };
}

/** The references that a refusal names; none where it is worded otherwise. */
export function severalOf(message: string): string[] {
  const named = /several complaints: (?<names>.+?)(?: and others)?\. Write/s.exec(message)?.groups?.names;
  return named === undefined ? [] : named.split(', ');
}
