/**
 * What could show that two records of different systems are about one person's one complaint, folded so that equal means
 * equal however it was written. Personal data.
 */
export interface MatchKeys {
  /** The day of its first stage, as ISO text. */
  readonly receivedOn: string;
  /** Full names of those who complained. */
  readonly names: readonly string[];
  readonly email: string | null;
  readonly postcode: string | null;
  /** The different words of what was written. */
  readonly words: readonly string[];
  /** What the record is known by. */
  readonly references: readonly string[];
  /** What its text may name other records by. */
  readonly namesReferences: readonly string[];
}
