import { unzipped } from './check-container';
import { attributesOf, elements, insideOf, isTrue } from './markup';
import { type ZipEntry, zipDirectory } from './zip-directory';

/** What a sheet hides from whoever looks at it, or strikes out; rows and columns from 0. */
export interface Unseen {
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: readonly { readonly first: number; readonly last: number }[];
  /** Rows with cells that are struck out. */
  readonly struckRows: ReadonlySet<number>;
  /** Whether a filter is set, which hides the rows that it does not let through. */
  readonly isFiltered: boolean;
}

/** The unseen parts of each sheet, in the order of the workbook's sheets; of a sheet that is none of cells, nothing. */
export function unseenOf(file: Buffer): readonly Unseen[] {
  const entries = new Map(zipDirectory(file).map((entry) => [entry.name, entry]));
  const text = (name: string): string => textOf(entries.get(name), file);
  const targets = new Map(
    elements(text('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => {
      const { Id = '', Target = '' } = attributesOf(tag);
      return [Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`];
    }),
  );
  const struckStyles = struckStylesOf(text('xl/styles.xml'));
  const isTableFiltered = [...entries.keys()].some(
    (name) => name.startsWith('xl/tables/') && isFilterSet(text(name)),
  );
  return elements(text('xl/workbook.xml'), 'sheet').map((tag) => {
    const id = Object.entries(attributesOf(tag)).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
    return unseenIn(text(targets.get(id) ?? ''), { struckStyles, isTableFiltered });
  });
}

const textOf = (entry: ZipEntry | undefined, file: Buffer): string =>
  entry === undefined ? '' : unzipped(entry, file).toString('utf8');

const isFilterSet = (xml: string): boolean => elements(xml, 'filterColumn').length > 0;

function unseenIn(
  xml: string,
  { struckStyles, isTableFiltered }: { struckStyles: ReadonlySet<string>; isTableFiltered: boolean },
): Unseen {
  const hiddenColumns = elements(xml, 'col')
    .map(attributesOf)
    .flatMap(({ min, max, hidden }) =>
      isTrue(hidden) ? [{ first: Number(min) - 1, last: Number(max) - 1 }] : [],
    );
  return {
    hiddenRows: xml.includes('hidden=') ? hiddenRowsOf(xml) : new Set(),
    hiddenColumns,
    struckRows: struckStyles.size > 0 ? struckRowsOf(xml, struckStyles) : new Set(),
    isFiltered: isTableFiltered || isFilterSet(xml),
  };
}

function hiddenRowsOf(xml: string): Set<number> {
  const hidden = new Set<number>();
  let row = 0;
  for (const tag of elements(xml, 'row')) {
    const attributes = attributesOf(tag);
    row = attributes.r === undefined ? row + 1 : Number(attributes.r);
    if (isTrue(attributes.hidden)) hidden.add(row - 1);
  }
  return hidden;
}

function struckRowsOf(xml: string, struckStyles: ReadonlySet<string>): Set<number> {
  const struck = new Set<number>();
  for (const tag of elements(xml, 'c')) {
    const { s, r } = attributesOf(tag);
    // An empty cell may be struck out too, and nobody sees it.
    if (s === undefined || !struckStyles.has(s) || tag.endsWith('/')) continue;
    const row = Number(/\d+$/.exec(r ?? '')?.[0] ?? Number.NaN);
    if (!Number.isNaN(row)) struck.add(row - 1);
  }
  return struck;
}

/** The numbers of the styles whose font is struck out. */
function struckStylesOf(xml: string): Set<string> {
  const fonts = insideOf(xml, 'fonts')
    .split(/<(?:\w+:)?font\b/)
    .slice(1);
  const isStruck = fonts.map((font) =>
    elements(font, 'strike').some((tag) => {
      const { val } = attributesOf(tag);
      return val === undefined || isTrue(val);
    }),
  );
  const styles = elements(insideOf(xml, 'cellXfs'), 'xf');
  return new Set(
    styles.flatMap((tag, place) => (isStruck[Number(attributesOf(tag).fontId)] ? [String(place)] : [])),
  );
}
