import type { Load } from '../../subgraphs/intake/subgraph';

/** References that are named; the rest is counted. */
const NAMED = 5;

/** What to say of records that a file should hold and does not: nothing where none is missing. */
export async function aboutMissing(load: Pick<Load, 'missing'>): Promise<readonly string[]> {
  const { count, first } = await load.missing(NAMED);
  if (count === 0) return [];
  const what = count === 1 ? 'One record that is held is' : `${count} records that are held are`;
  const more = count > first.length ? ` and ${count - first.length} more` : '';
  return [
    `${what} not in this file, which should hold them all: ${first.join(', ')}${more}. ` +
      'What is held stays counted, since only a person can know whether it is gone: compare with the system.',
  ];
}
