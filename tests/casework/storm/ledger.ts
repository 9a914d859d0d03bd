/** A command as it was sent, and what is known of what became of it. */
export interface Sent {
  readonly key: string;
  /** By the subject of their sign-in. */
  readonly officer: string;
  readonly complaintId: string;
  /** The version that the officer had seen. */
  readonly version: number;
  /** As an entry tells it: `NOTE`. */
  readonly event: string;
  /** What was written with it; null where nothing was. */
  readonly words: string | null;
  readonly mutation: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Every answer that came: of one that is asked again, there are several. */
  readonly answers: Answered[];
  /** How often it was sent. */
  times: number;
}

/** What was answered: where it stands in the timeline, or by which code it was refused. */
export interface Answered {
  readonly place: number | null;
  readonly code: string | null;
  readonly event: string | null;
  readonly by: string | null;
}

/** All commands that officers sent, those that nobody answered among them. */
export class Ledger {
  readonly sent: Sent[] = [];

  /** Those of which an officer was told that they were done. */
  done(): readonly Sent[] {
    return this.sent.filter(({ answers }) => answers.some(({ place }) => place !== null));
  }

  /** Those of which nobody knows. */
  unanswered(): readonly Sent[] {
    return this.sent.filter(({ answers }) => answers.length === 0);
  }

  refused(): readonly Sent[] {
    return this.sent.filter(
      ({ answers }) => answers.length > 0 && answers.every(({ place }) => place === null),
    );
  }
}
