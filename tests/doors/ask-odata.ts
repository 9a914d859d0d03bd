import { inPascalCase } from '../../gateway/odata/entity-sets';
import type { RunningProduct } from '../../scripts/testing/running-product';
import type { Cell, Condition, Question, Row } from './question';

interface Page {
  readonly value: readonly Row[];
  readonly '@odata.nextLink'?: string;
}

/** Every row of an OData set as a caller, page after page. */
export async function rowsByOData(
  product: Pick<RunningProduct, 'url' | 'token'>,
  { set, conditions }: Question,
  as: string,
): Promise<readonly Row[]> {
  const headers = { authorization: `Bearer ${await product.token(as)}`, prefer: 'odata.maxpagesize=500' };
  const filter = conditions.map(expressionOf).join(' and ');
  const query = filter === '' ? '' : `?$filter=${encodeURIComponent(filter)}`;
  const take = async (address: string): Promise<readonly Row[]> => {
    const page = await fetch(address, { headers });
    if (!page.ok) throw new Error(`${address}: ${page.status} ${await page.text()}`);
    const { value, '@odata.nextLink': next }: Page = await page.json();
    return next === undefined ? value : [...value, ...(await take(next))];
  };
  return take(`${product.url}/odata/v4/${inPascalCase(set)}${query}`);
}

function expressionOf(condition: Condition): string {
  const { column } = condition;
  if ('oneOf' in condition)
    return `(${condition.oneOf.map((value) => `${column} eq ${literal(value)}`).join(' or ')})`;
  const { from, to } = condition;
  return [
    ...(from === undefined ? [] : [`${column} ge ${from}`]),
    ...(to === undefined ? [] : [`${column} le ${to}`]),
  ].join(' and ');
}

const literal = (value: Cell): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
