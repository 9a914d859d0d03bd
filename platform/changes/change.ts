/** Something that was published, as its event names it. */
export interface ChangedSubject {
  /** The part that published it. */
  readonly source: string;
  readonly subject: string;
  /** When that was, as an ISO moment. */
  readonly at: string;
}

/** Too much of what a part published to be told one by one. */
export interface Untold {
  readonly source: string;
  /** When the first of it was published, as an ISO moment. */
  readonly since: string;
}

/** That a part may answer otherwise than before. */
export interface Change {
  /** What changed, by the events that its followers have applied. */
  readonly subjects: readonly ChangedSubject[];
  readonly untold: readonly Untold[];
}
