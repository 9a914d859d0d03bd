import { generateAdults } from '../demo/adults/generate-adults';
import { type ChildrensDirt, childrensDirtOf } from '../demo/childrens/dirt';
import { generateChildrens } from '../demo/childrens/generate-childrens';
import { type Dirt, dirtOf } from '../demo/dirt';
import { generateCorporate } from '../demo/generate';
import type { SourceName } from '../imports/sources';
import { madeUpOnce } from './place';

const SEED = 1;

interface Made {
  readonly seed: number;
  readonly rows: number;
}

/** A source whose import is measured. */
export interface BenchSource {
  readonly name: SourceName;
  /** What its files end with. */
  readonly extension: string;
  /** What its report is called. */
  readonly report: string;
  /** A made-up extract, dirt as in the demonstration's; `more` in place of some of it. */
  extract(
    made: Made,
    more?: Partial<Dirt & ChildrensDirt>,
  ): Iterable<string | Buffer> | AsyncIterable<string | Buffer>;
}

const SOURCES: readonly BenchSource[] = [
  {
    ...{ name: 'corporate-crm', extension: 'csv', report: 'import' },
    extract: (made, more) => generateCorporate({ ...made, dirt: { ...dirtOf(1), ...more } }),
  },
  {
    ...{ name: 'adults', extension: 'csv', report: 'import-adults' },
    extract: (made, more) => generateAdults({ ...made, dirt: { ...dirtOf(1), ...more } }),
  },
  {
    ...{ name: 'childrens', extension: 'jsonl', report: 'import-childrens' },
    extract: (made, more) => generateChildrens({ ...made, dirt: { ...childrensDirtOf(1), ...more } }),
  },
];

/** The sources that are measured, by their names. */
export const benchSources: ReadonlyMap<string, BenchSource> = new Map(
  SOURCES.map((source) => [source.name, source]),
);

/** The source of that name. Throws where none is measured. */
export function benchSource(name: string): BenchSource {
  const source = benchSources.get(name);
  if (!source) throw new Error(`The import of ${name} is not measured`);
  return source;
}

/** A made-up council's export from a source with this many rows. Made once. */
export function extractOf(source: BenchSource, rows: number): Promise<string> {
  const { name, extension, extract } = source;
  return madeUpOnce({
    file: `${name}-${rows}.${extension}`,
    rows,
    blocks: () => extract({ seed: SEED, rows }),
  });
}
