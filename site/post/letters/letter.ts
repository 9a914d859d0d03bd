/** What a mail says: words of ours, figures, and names from the council's own lists. Nothing that somebody typed stands in it. */
export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly table: LetterTable | null;
  readonly notes: readonly string[];
  /** Where to go on, the first before all others. */
  readonly links: readonly LetterLink[];
}

/** Figures, each in its row. */
export interface LetterTable {
  readonly caption: string;
  readonly heads: readonly [string, string, string];
  readonly rows: readonly LetterRow[];
}

export interface LetterRow {
  readonly head: string;
  readonly value: string;
  /** What it is to be read beside; nothing where there is nothing to say. */
  readonly beside: readonly string[];
}

export interface LetterLink {
  readonly text: string;
  readonly href: string;
}

/** What stands below every letter. */
export interface LetterFoot {
  /** Why it came. */
  readonly why: string;
  readonly links: readonly LetterLink[];
}
