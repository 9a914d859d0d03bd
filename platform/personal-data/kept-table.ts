/** Some columns of a table that hold personal data, all for one reason. Each text is a part of a sentence without its full stop. */
export interface PersonalColumns {
  /** Whom they tell of. */
  readonly about: string;
  readonly columns: readonly string[];
  /** What they are kept for. */
  readonly purpose: string;
  /** By which law they may be. */
  readonly basis: string;
  /** For how long. */
  readonly keptFor: string;
  /** What removes them. */
  readonly erasedBy: string;
}

/** What one table of a part holds in words: every column that can hold text is in exactly one of the lists. */
export interface KeptTable {
  readonly table: string;
  readonly personal: readonly PersonalColumns[];
  /** Columns that can hold text, and none that is personal. */
  readonly plain: readonly string[];
  /** What the plain ones hold. */
  readonly holds: string;
}

/** What each schema says that it keeps. */
export type KeptBySchema = Readonly<{ [schema: string]: readonly KeptTable[] }>;

/** The columns of a table by their names, divided by spaces. */
export const columns = (names: string): readonly string[] => names.split(' ');

/** A table that holds nothing personal. */
export const nothingPersonal = (table: string, holds: string, names: string): KeptTable => ({
  ...{ table, holds },
  personal: [],
  plain: columns(names),
});

/** A table with personal columns, and with plain ones where it has any. */
export const keptTable = (
  table: string,
  { personal, plain, holds }: { personal: readonly PersonalColumns[]; plain?: string; holds: string },
): KeptTable => ({ table, personal, holds, plain: plain === undefined ? [] : columns(plain) });

/** Who of the council's own did something, by the subject of their sign-in. */
export const whoActed = (names: string): PersonalColumns => ({
  about: 'Staff who decided or did something',
  columns: columns(names),
  purpose: 'To show who did what, so that people answer for it',
  basis: 'Public task, article 6(1)(e), and accountability, article 5(2) of the UK GDPR',
  keptFor: 'As long as what they did is kept',
  erasedBy: 'Nothing: who acted is part of the record of it',
});

/** What somebody of the council's own wrote to say why, where nothing keeps them from naming a person. */
export const whyActed = (names: string): PersonalColumns => ({
  about: 'Whoever is named in a reason that staff gave',
  columns: columns(names),
  purpose: 'To show why something was decided',
  basis: 'Public task, article 6(1)(e) of the UK GDPR',
  keptFor: 'As long as the decision is kept',
  erasedBy: 'Nothing: reasons are written about what was decided, and the page asks for no names',
});
