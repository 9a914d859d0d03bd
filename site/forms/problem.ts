/** What is in the way of what a form asks for. */
export interface Problem {
  /** The field that it is about; null where it is the whole form. */
  readonly field: string | null;
  readonly says: string;
}

/** What the graph said to a command: a refusal has a message. */
type Outcome = { readonly __typename: string; readonly message?: string } | null;

/** The refusal of a command as a problem of its form; `fieldOf` names the field that a refusal is about. None where it was done. */
export function refusalIn(outcome: Outcome, fieldOf: Readonly<Record<string, string>> = {}): Problem[] {
  if (outcome?.message === undefined) return [];
  return [{ field: fieldOf[outcome.__typename] ?? null, says: outcome.message }];
}
