import { csvLine } from '../../platform/files/csv';
import type { Entry } from './entry';
import type { Dictionary } from './read-dictionary';

/** The whole dictionary, for programs. */
export const dictionaryJson = (dictionary: Dictionary): string => `${JSON.stringify(dictionary, null, 1)}\n`;

type Cell = (entry: Entry) => string | number | null;

const COLUMNS: Readonly<Record<string, Cell>> = {
  id: ({ id }) => id,
  section: ({ section }) => section,
  name: ({ name }) => name,
  title: ({ title }) => title,
  says: ({ says }) => says,
  within: ({ within }) => within,
  type: ({ type }) => type,
  scopes: ({ scopes }) => listed(scopes),
  roles: ({ roles }) => listed(roles),
  graph: ({ names }) => names.graph,
  file: ({ names }) => names.file,
  odata: ({ names }) => names.odata,
  sql: ({ names }) => names.sql,
  numerator: ({ defined }) => defined?.numerator ?? null,
  denominator: ({ defined }) => defined?.denominator ?? null,
  datedBy: ({ defined }) => defined?.datedBy ?? null,
  source: ({ defined }) => defined?.source ?? null,
  unit: ({ defined }) => defined?.unit ?? null,
  polarity: ({ defined }) => defined?.polarity ?? null,
  version: ({ defined }) => defined?.version ?? null,
  since: ({ defined }) => defined?.since ?? null,
  deprecated: ({ deprecated }) => deprecated?.reason ?? null,
  goesOn: ({ deprecated }) => deprecated?.goesOn ?? null,
};

/** One line for each entry; the changes are in the other file. */
export const dictionaryCsv = ({ entries }: Dictionary): string =>
  [
    csvLine(Object.keys(COLUMNS)),
    ...entries.map((entry) => csvLine(Object.values(COLUMNS).map((cell) => cell(entry)))),
  ].join('');

const listed = (names: readonly string[]): string | null => (names.length === 0 ? null : names.join(', '));
