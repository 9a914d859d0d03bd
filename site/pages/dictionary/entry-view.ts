import { dayWords } from '../../../domain/figures/days';
import { BETTER, UNITS } from '../measures/measure-groups';
import type { Found } from './find-entries';
import type { Dictionary, Entry } from './read-dictionary';

/** One thing that is said of an entry. */
interface Fact {
  readonly name: string;
  readonly value: string;
  /** Whether it is written as programs write it. */
  readonly isName: boolean;
}

/** An entry as a page shows it. */
export interface EntryView {
  /** Names it in the page, and in an address. */
  readonly anchor: string;
  readonly title: string;
  /** How programs name it, where people have another name for it. */
  readonly name: string | null;
  readonly says: string;
  readonly kind: string;
  readonly facts: readonly Fact[];
  /** What its parts are called, and what is said of each; none where it has none. */
  readonly heads: readonly string[];
  readonly rows: readonly PartRow[];
}

interface PartRow {
  readonly anchor: string;
  readonly name: string;
  readonly cells: readonly { readonly head: string; readonly value: string; readonly isName: boolean }[];
  readonly note: string | null;
}

const KINDS: Readonly<Record<string, string>> = {
  ...{ measures: 'Measure', dimensions: 'Dimension', filters: 'Filter', codes: 'Code list' },
  ...{ 'record-sets': 'Record set', fields: 'Field of the graph', scopes: 'Scope' },
};

type Column = readonly [head: string, of: (part: Entry) => string | null];

/** What stands beside each part, by section. */
const COLUMNS: Readonly<Record<string, readonly Column[]>> = {
  'record-sets': [
    ['Type', ({ type }) => type],
    ['Graph', ({ names }) => ownName(names.graph)],
    ['File', ({ names }) => ownName(names.file)],
    ['OData', ({ names }) => ownName(names.odata)],
    ['SQL', ({ names }) => ownName(names.sql)],
  ],
  fields: [['Type', ({ type }) => type]],
};

/** What a column is called, without what its record set is called: that stands above it. */
const ownName = (name: string | null): string | null => name?.split(/[./]/).at(-1) ?? null;

/** An entry with its parts, for a page. */
export function entryView({ whole, parts }: Found): EntryView {
  const columns = COLUMNS[whole.section] ?? [];
  const isSame = ([, of]: Column) => parts.every((part) => of(part) === part.name);
  const [same, told] = [columns.filter(isSame), columns.filter((column) => !isSame(column))];
  const name =
    same.length === 0 ? 'Name' : `Name, also ${same.map(([head]) => SAME[head] ?? head).join(', ')}`;
  return {
    anchor: anchorOf(whole),
    title: whole.title ?? whole.name,
    name: whole.title === null ? null : whole.name,
    ...{ says: whole.says, kind: KINDS[whole.section] ?? whole.section, facts: factsOf(whole) },
    heads: parts.length === 0 ? [] : [name, 'What it is', ...told.map(([head]) => head)],
    rows: parts.map((part) => ({
      ...{ anchor: anchorOf(part), name: nameOfPart(part), note: goneWords(part) },
      cells: [
        { head: 'What it is', value: part.says, isName: false },
        ...told.map(([head, of]) => ({ head, value: of(part) ?? '', isName: true })),
      ],
    })),
  };
}

/** Where a part has the same name as here. */
const SAME: Readonly<Record<string, string>> = {
  Graph: 'in the graph',
  File: 'in files',
  OData: 'to OData',
  SQL: 'in SQL',
};

/** An argument is named after its field, which stands above it. */
const nameOfPart = ({ name }: Entry): string => /\((\w+):\)$/.exec(name)?.[1] ?? name;

const anchorOf = ({ id }: Entry): string => id.replaceAll(/[^A-Za-z0-9]+/g, '-');

const UNIT_WORDS: Readonly<Record<string, string>> = UNITS;
const BETTER_WORDS: Readonly<Record<string, string>> = BETTER;

function factsOf(entry: Entry): Fact[] {
  const { names, defined, section } = entry;
  return [
    said('Numerator', defined?.numerator),
    said('Denominator', defined?.denominator),
    said('Dated by', defined?.datedBy),
    said('Source', defined?.source),
    said('In', defined && UNIT_WORDS[defined.unit]),
    said('Polarity', defined && BETTER_WORDS[defined.polarity]),
    said('Version', defined && `${defined.version}, since ${dayWords(defined.since)}`),
    named(section === 'record-sets' ? 'Filter' : 'Type', section === 'measures' ? null : entry.type),
    named('Graph', names.graph === entry.name ? null : names.graph),
    named(FILE_WORDS[section] ?? 'Column of files', names.file),
    named('OData', names.odata),
    named('SQL', names.sql),
    said('Open to', openWords(entry)),
    said('Goes', goneWords(entry)),
  ].flatMap((fact) => fact ?? []);
}

const FILE_WORDS: Readonly<Record<string, string>> = {
  ...{ 'record-sets': 'Files', filters: 'Parameter of files' },
};

/** Null for what is open with whatever leads to it. */
function openWords({ section, scopes, roles }: Entry): string | null {
  if (scopes.length === 0) return null;
  const open = roles.length === 0 ? 'no role' : roles.join(', ');
  return section === 'scopes' ? open : `${open}; by ${scopes.join(', or ')}`;
}

const said = (name: string, value: string | null | undefined): Fact | null =>
  value ? { name, value, isName: false } : null;

const named = (name: string, value: string | null): Fact | null =>
  value === null ? null : { name, value, isName: true };

/** Why something is to go, without its marks for programs, and the day in words. */
function goneWords({ deprecated }: Entry): string | null {
  if (deprecated === null) return null;
  const words = deprecated.reason.replaceAll('`', '');
  return deprecated.goesOn === null ? words : words.replace(deprecated.goesOn, dayWords(deprecated.goesOn));
}

/** What is to go, the soonest first. */
export const goingOf = ({ entries }: Pick<Dictionary, 'entries'>) =>
  entries
    .flatMap((entry) => {
      const day = entry.deprecated?.goesOn ?? null;
      return day === null ? [] : [{ name: entry.name, day, says: goneWords(entry) }];
    })
    .sort((one, other) => (one.day < other.day ? -1 : 1))
    .map(({ name, says }) => ({ name, says }));
