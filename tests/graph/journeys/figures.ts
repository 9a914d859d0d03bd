import type { CaseworkProduct } from './casework-product';
import { ANA } from './people';

const FIGURES = `received escalated direct wentOn acknowledged acknowledgedInTime answered answeredInTime
  upheld partiallyUpheld notUpheld closed open overdue referredToOmbudsman ombudsmanDecided upheldByOmbudsman
  remediesDue remediesDone remediesDoneInTime`;

/** A stream's figures since a day, by stage where `by` says so; figures that are null or zero are left out. */
export async function figuresOf(
  product: CaseworkProduct,
  stream: string,
  { from, by = '' }: { readonly from: string; readonly by?: 'STAGE' | '' },
): Promise<readonly Readonly<Record<string, number>>[]> {
  const { measures } = await product.read<{ measures: { rows: Record<string, number | null>[] } }>(
    ANA,
    `{ measures(by: [${by}], where: { streams: [${stream.toUpperCase()}], from: "${from}", to: "${product.today()}" }) {
       rows { ${by.toLowerCase()} ${FIGURES} } } }`,
  );
  return measures.rows.map((row) => Object.fromEntries(Object.entries(row).flatMap(countsIn)));
}

const countsIn = ([name, value]: [string, number | null]): [string, number][] =>
  value === null || value === 0 ? [] : [[name, value]];
