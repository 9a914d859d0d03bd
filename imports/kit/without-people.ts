import type { Hashed, Source } from '../source';

type Columns = Pick<Source<Hashed>, 'header' | 'personalColumns' | 'identityColumns'>;

/** A column without the places in lists that its name may hold. */
const plain = (column: string): string => column.replace(/\[\d+\]/g, '[]');

/**
 * A row as it came, without what tells of people: mapped again it is the same record, without them. Cells past the last column
 * go, since nobody knows what they hold. Done again it changes nothing.
 */
export function recordWithoutPeople(raw: object, { header, personalColumns }: Columns): object {
  const isCsv = header.length > 0;
  return Object.fromEntries(
    Object.entries(raw).flatMap(([column, value]): [string, unknown][] => {
      if (isCsv && !header.includes(column)) return [];
      if (!personalColumns.has(plain(column))) return [[column, value]];
      // A file's columns are all there; of a document what is not said is not there.
      return isCsv ? [[column, '']] : [];
    }),
  );
}

/** Of a row that is no record only what says which it would be: what stands under the other columns nobody knows. */
export const rowWithoutPeople = (raw: object, { identityColumns }: Columns): object =>
  Object.fromEntries(Object.entries(raw).filter(([column]) => identityColumns.includes(column)));
