import type { RunningProduct } from '../../scripts/testing/running-product';
import { ALONE, type Condition, NOT_RECORDED, type Question } from './question';

/** What a list is asked, a page at a time: its nodes' ids. */
const LISTS: Readonly<Record<string, string>> = {
  stages: `query ($where: MeasureFilter, $after: String) {
    list: counted(measure: RECEIVED, where: $where, first: 200, after: $after) { ...page edges { node { id: subject } } } }
    fragment page on CountedConnection { totalCount pageInfo { hasNextPage endCursor } }`,
  complaints: `query ($where: ComplaintFilter, $after: String) {
    list: complaints(where: $where, first: 200, after: $after) { ...page edges { node { id } } } }
    fragment page on ComplaintConnection { totalCount pageInfo { hasNextPage endCursor } }`,
  'ombudsman-cases': `query ($where: OmbudsmanCaseFilter, $after: String) {
    list: ombudsmanCases(where: $where, first: 200, after: $after) { ...page edges { node { id } } } }
    fragment page on OmbudsmanCaseConnection { totalCount pageInfo { hasNextPage endCursor } }`,
};

/** The filter's part that narrows a column; what is not here is the column's own name, in the plural for a list. */
const PLURAL: Readonly<Record<string, string>> = { body: 'bodies' };

interface Page {
  readonly list: {
    readonly totalCount: number | null;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: { readonly id: string } }[];
  };
}

/** The filter of the graph that asks the same. */
export function whereOf({ set, conditions }: Question): Record<string, unknown> {
  const [from, to] = set === 'stages' ? ['from', 'to'] : ['receivedFrom', 'receivedTo'];
  const partsOf = (condition: Condition): Record<string, unknown> =>
    'oneOf' in condition ? listOf(condition) : { [from]: condition.from, [to]: condition.to };
  return Object.assign({}, ...conditions.map(partsOf));
}

function listOf({ column, oneOf }: Extract<Condition, { oneOf: unknown }>): Record<string, unknown> {
  if (ALONE.includes(column)) return { [column]: oneOf[0] };
  return { [PLURAL[column] ?? `${column}s`]: oneOf.map((value) => value ?? NOT_RECORDED) };
}

/** The ids of what the graph lists, and how many it says there are; null where it says none was recorded. */
export async function idsInGraph(
  product: Pick<RunningProduct, 'ask'>,
  question: Question,
  as: string,
): Promise<{ readonly ids: readonly string[]; readonly told: number | null }> {
  const ids: string[] = [];
  const document = LISTS[question.set] ?? '';
  const take = async (after: string | null): Promise<number | null> => {
    const { data, errors } = await product.ask<Page>(as, document, { where: whereOf(question), after });
    if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
    const { edges, pageInfo, totalCount } = data.list;
    ids.push(...edges.map(({ node }) => node.id));
    return pageInfo.hasNextPage ? take(pageInfo.endCursor) : totalCount;
  };
  const told = await take(null);
  return { ids: ids.sort(), told };
}
