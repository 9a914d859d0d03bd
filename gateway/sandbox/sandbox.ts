/** What an agreement opens. */
export interface Terms {
  /** In lower case. */
  readonly streams: readonly string[];
  /** Names of `AgreementPart`. */
  readonly parts: readonly string[];
  readonly smallNumbersBelow: number | null;
}

/**
 * Whoever came with a key of the sandbox. It is no `Identity`, and holds no scope: no door, graph or part of the product takes it, and
 * the gateway vouches for it to nobody.
 */
export interface SandboxGuest {
  /** The id of the key. */
  readonly subject: string;
  readonly partner: string;
  /** What the partner's own agreement opens, which its sandbox opens likewise. */
  readonly terms: Terms;
}

/** A product of its own, with made-up records in a database of its own, to which such requests are handed over as they came. */
export interface Sandbox {
  /**
   * Where it answers, and with which token it knows the guest. Throws a `Refusal` (503) with when to come again while it starts, and
   * where there is none.
   */
  reach(guest: SandboxGuest): Promise<{ readonly url: string; readonly token: string }>;
}
