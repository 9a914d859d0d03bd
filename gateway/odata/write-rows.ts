import type { TableRow } from '../../platform/files/table';
import { isBare, valueText } from '../exports/json-value';
import { EDM_TYPES, NAMESPACE } from './edm';
import { type EntitySet, KEY, type Property } from './entity-sets';
import type { MetadataLevel } from './negotiate';

/** Rows of a set, as they are written. */
export interface Writing {
  readonly set: EntitySet;
  /** What is shown of each row. */
  readonly properties: readonly Property[];
  readonly isSelected: boolean;
  readonly root: string;
  readonly level: MetadataLevel;
}

/** Values of a row by the place of their property. */
type WriteRow = (row: TableRow) => string;

interface PageOfRows {
  readonly rows: readonly TableRow[];
  /** By its property, where each value stands in a row: a row may hold more than is shown. */
  readonly places: ReadonlyMap<string, number>;
  readonly counted: number | null;
  readonly nextLink: string | null;
}

/** A page as JSON. */
export function pageJson(writing: Writing, { rows, places, counted, nextLink }: PageOfRows): string {
  const write = rowWriter(writing, places);
  const told = [
    ...contextOf(writing, ''),
    ...(counted === null ? [] : [`"@odata.count":${counted}`]),
    `"value":[${rows.length > 0 ? '\n' : ''}${rows.map((row) => `{${write(row)}}`).join(',\n')}]`,
    ...(nextLink === null ? [] : [`"@odata.nextLink":${JSON.stringify(nextLink)}`]),
  ];
  return `{${told.join(',')}}`;
}

/** One entity as JSON. */
export function entityJson(writing: Writing, row: TableRow, places: PageOfRows['places']): string {
  const told = [...contextOf(writing, '/$entity'), rowWriter(writing, places)(row)];
  return `{${told.join(',')}}`;
}

function contextOf({ set, properties, isSelected, root, level }: Writing, ending: string): string[] {
  if (level === 'none') return [];
  const chosen = isSelected ? `(${properties.map(({ name }) => name).join(',')})` : '';
  return [`"@odata.context":${JSON.stringify(`${root}$metadata#${set.name}${chosen}${ending}`)}`];
}

function rowWriter(writing: Writing, places: PageOfRows['places']): WriteRow {
  const { set, properties, root, level } = writing;
  const written = properties.map(({ name, type }) => ({
    before: `${level === 'full' ? typeOf(name, type) : ''}${JSON.stringify(name)}:`,
    place: places.get(name) ?? -1,
    bare: isBare(type),
  }));
  const keyAt = places.get(KEY) ?? -1;
  const controls = (row: TableRow) => {
    const link = `${set.name}('${encodeURIComponent((row[keyAt] ?? '').replaceAll("'", "''"))}')`;
    const said = { type: `#${NAMESPACE}.${set.type}`, id: root + link, readLink: link };
    return Object.entries(said).map(([name, value]) => `"@odata.${name}":${JSON.stringify(value)}`);
  };
  const values = (row: TableRow) =>
    written.map(({ before, place, bare }) => before + valueText(row[place] ?? null, bare));
  return (row) => [...(level === 'full' ? controls(row) : []), ...values(row)].join(',');
}

/** Texts, booleans and fractions are known by how JSON writes them. */
const typeOf = (name: string, type: Property['type']): string =>
  ['integer', 'day', 'moment'].includes(type)
    ? `"${name}@odata.type":"#${EDM_TYPES[type].replace('Edm.', '')}",`
    : '';
