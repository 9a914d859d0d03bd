/** The parts of the dictionary, in its order. */
export const SECTIONS = [
  {
    name: 'measures',
    title: 'Measures',
    says: 'What is counted, or worked out from it. Each is defined once, and means the same by every door.',
  },
  {
    name: 'dimensions',
    title: 'Dimensions',
    says: 'What figures can be divided by.',
  },
  {
    name: 'filters',
    title: 'Filters',
    says: 'What questions can be narrowed by. The parts of a filter all hold at once.',
  },
  {
    name: 'record-sets',
    title: 'Record sets',
    says: 'Flat records that leave as files, by OData and by SQL, with their columns and what each is called at each door.',
  },
  {
    name: 'codes',
    title: 'Code lists',
    says: 'The values that a field may have, and what each means.',
  },
  {
    name: 'fields',
    title: 'Fields of the graph',
    says: 'Every question, what it may be asked with, and every field that its answer may hold.',
  },
  {
    name: 'scopes',
    title: 'What opens what',
    says: 'What can be opened to somebody, and the roles that it is open to.',
  },
] as const;

export type Section = (typeof SECTIONS)[number]['name'];

/** What something is called at each door; null where it is not to be had there. */
export interface Names {
  readonly graph: string | null;
  readonly file: string | null;
  readonly odata: string | null;
  readonly sql: string | null;
}

/** What else is said of a measure. */
export interface Defined {
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly datedBy: string;
  readonly source: string;
  readonly polarity: string;
  readonly unit: string;
  readonly version: number;
  readonly since: string;
}

/** One thing that the dictionary explains. */
export interface Entry {
  /** Never changes: its kind, and its name. */
  readonly id: string;
  readonly section: Section;
  /** As programs name it. */
  readonly name: string;
  /** For people, where it has another name for them. */
  readonly title: string | null;
  readonly says: string;
  /** The entry that it is part of, by its id: a column's record set, a value's list. */
  readonly within: string | null;
  readonly type: string | null;
  /** What opens it, any one of these together; empty where that is whatever leads to it. */
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  readonly names: Names;
  readonly defined: Defined | null;
  /** Why it is to go and what to use instead, and the day from which it may be gone. */
  readonly deprecated: { readonly reason: string; readonly goesOn: string | null } | null;
}

export const NO_NAMES: Names = { graph: null, file: null, odata: null, sql: null };

const OPENED_BY = /\s*\n\nOpen to .*$/s;

/** An entry of which only this is known. Who may ask stands beside what it says, and is not said twice. */
export const entry = (known: Pick<Entry, 'id' | 'section' | 'name' | 'says'> & Partial<Entry>): Entry => ({
  ...{ id: known.id, section: known.section, name: known.name, title: null, says: known.says },
  ...{ within: null, type: null, scopes: [], roles: [], names: NO_NAMES, defined: null, deprecated: null },
  ...known,
  says: known.says
    .replace(OPENED_BY, '')
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim(),
});

/** When something deprecated goes, as its reason ends. */
export function deprecation(reason: string | null | undefined): Entry['deprecated'] {
  if (reason === null || reason === undefined) return null;
  return { reason, goesOn: /Goes on (\d{4}-\d{2}-\d{2})\.$/.exec(reason)?.[1] ?? null };
}
