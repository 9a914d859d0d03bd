import { figureSets } from '../../contracts/figure-sets';
import type { RunningProduct } from '../../scripts/testing/running-product';
import { type Format, READERS, takeFile } from './ask-exports';
import type { Row } from './question';

/** Columns that a set of figures has beside what the graph tells of a row: from when they are. */
const TELL_WHEN = ['asAt', 'countedAt', 'isCurrent', 'suppressed'];

/** A set of figures as a file in one format, each row with its id. */
export async function figuresInFile(
  product: Pick<RunningProduct, 'url' | 'token'>,
  { set, format, as }: { readonly set: string; readonly format: Format; readonly as: string },
  like: readonly Row[],
): Promise<readonly Row[]> {
  const { by } = setNamed(set);
  const file = await takeFile(product, `measures.${format}?by=${by.join()}`, as);
  const rows: readonly Row[] = await READERS[format](file, like);
  return rows.map((row) => figuresAlone({ id: idOf(row, by), ...row }));
}

/** A row without what it says of its own time, which doors tell otherwise. */
export const figuresAlone = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !TELL_WHEN.includes(name)));

function setNamed(name: string): (typeof figureSets)[number] {
  const found = figureSets.find((set) => set.name === name);
  if (found === undefined) throw new Error(`There are no figures called ${name}`);
  return found;
}

const idOf = (row: Row, by: readonly string[]): string =>
  by.map((dimension) => String(row[fieldOf(dimension)] ?? '-')).join(':');

const fieldOf = (name: string): string =>
  name.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
