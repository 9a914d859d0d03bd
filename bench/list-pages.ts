import type { Client } from 'pg';
import type { Answer, RunningProduct } from '../scripts/testing/running-product';
import { grouped } from './figures';

/** A list of what could not be taken as it came. */
export interface List {
  readonly title: string;
  readonly field: string;
  readonly filter: string;
  /** What is asked of each entry. */
  readonly fields: string;
  readonly table: string;
  /** What it is ordered by, and the column that tells the run. */
  readonly key: readonly string[];
  readonly run: string;
  /** SQL that is true for entries with the code that `$1` holds. */
  readonly hasCode: string;
  /** SQL for the codes of all entries, as `code`. */
  readonly codes: string;
}

export const FAULTS: List = {
  title: 'Faults',
  field: 'faults',
  filter: 'FaultFilter',
  fields: 'id source run file foundAt owner line column code value action state',
  table: 'intake.fault',
  key: ['run_id', 'place'],
  run: 'run_id',
  hasCode: 'code = $1',
  codes: 'select code from intake.fault',
};

export const QUARANTINE: List = {
  title: 'Quarantined rows',
  field: 'quarantinedRows',
  filter: 'QuarantineFilter',
  fields: 'id source owner firstMetAt run file line reasons { column code value action }',
  table: 'intake.quarantined_row',
  key: ['first_run_id', 'first_line', 'id'],
  run: 'first_run_id',
  hasCode: `exists (select from jsonb_array_elements(reasons) reason where reason ->> 'code' = $1)`,
  codes: `select reason ->> 'code' as code from intake.quarantined_row, jsonb_array_elements(reasons) reason`,
};

/** One page as it is asked for, and the SQL that reads the same. */
export interface Page {
  readonly title: string;
  readonly rows: number;
  readonly withTotal: boolean;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly bare: { readonly sql: string; readonly values: readonly unknown[] };
}

const PAGE = 50;
const WALK = 200;

export const questionOf = ({ field, filter, fields }: List, { withTotal }: Pick<Page, 'withTotal'>): string =>
  `query ($where: ${filter}, $after: String) { list: ${field}(where: $where, first: ${PAGE}, after: $after) {
    edges { cursor node { ${fields} } } pageInfo { hasNextPage endCursor } ${withTotal ? 'totalCount' : ''} } }`;

interface Place {
  readonly product: RunningProduct;
  readonly client: Client;
}

/** How many entries a list has, and the pages to measure. Throws where paging to its end gives other than `totalCount`. */
export async function pagesOf(
  list: List,
  place: Place,
): Promise<{ entries: number; pages: readonly Page[] }> {
  const cursors = await walked(list, place);
  const entries = cursors.length;
  const code = await commonest(place, list.codes, 'code');
  const run = await commonest(place, `select ${list.run}::text as run from ${list.table}`, 'run');
  const owner = await commonest(place, `select owner from ${list.table} where owner is not null`, 'owner');
  const page = (title: string, part: Part) => pageAt(list, place, { title, ...part });
  return {
    entries,
    pages: [
      await page('first', {}),
      await page('in the middle', { offset: Math.floor(entries / 2), cursors }),
      await page('last', { offset: Math.max(entries - PAGE, 0), cursors }),
      await page('first, with totalCount', { withTotal: true }),
      await page(
        `first of a code (${code.most})`,
        narrowed({ codes: [code.value] }, list.hasCode, code.value),
      ),
      await page('the same, with totalCount', {
        ...narrowed({ codes: [code.value] }, list.hasCode, code.value),
        withTotal: true,
      }),
      await page(
        `first of a run (${run.most})`,
        narrowed({ runs: [run.value] }, `${list.run} = $1::bigint`, run.value),
      ),
      await page(
        `first of an owner (${owner.most})`,
        narrowed({ owners: [owner.value] }, 'owner = $1', owner.value),
      ),
    ],
  };
}

interface Part {
  readonly where?: object;
  readonly condition?: string;
  readonly value?: string;
  /** How many entries stand before the page, and the cursors of all. */
  readonly offset?: number;
  readonly cursors?: readonly string[];
  readonly withTotal?: boolean;
}

const narrowed = (where: object, condition: string, value: string): Part => ({ where, condition, value });

async function pageAt(list: List, { product, client }: Place, part: Part & { title: string }): Promise<Page> {
  const { title, where = null, withTotal = false, offset = 0, cursors = [] } = part;
  const values: unknown[] = part.value === undefined ? [] : [part.value];
  const conditions = [part.condition ?? 'true'];
  if (offset > 0) {
    const key = list.key.join(', ');
    const { rows } = await client.query<Record<string, unknown>>(
      `select ${key} from ${list.table} order by ${key} offset $1 limit 1`,
      [offset - 1],
    );
    const bound = list.key.map((column) => `$${values.push(rows[0]?.[column])}`);
    conditions.push(`(${key}) > (${bound.join(', ')})`);
  }
  const bare = { sql: bareSql(list, { part, conditions }), values };
  const variables = { where, after: offset > 0 ? cursors[offset - 1] : null };
  const { data } = await product.ask<{ list: Connection }>(
    'admin',
    questionOf(list, { withTotal }),
    variables,
  );
  const { rows } = await client.query(bare.sql, values);
  if (rows.length !== data.list.edges.length)
    throw new Error(`The page "${title}" has ${data.list.edges.length} entries, and ${rows.length} by SQL`);
  return { title, rows: rows.length, withTotal, variables, bare };
}

function bareSql(list: List, { part, conditions }: { part: Part; conditions: readonly string[] }): string {
  const total = `, (select count(*) from ${list.table} where ${part.condition ?? 'true'}) as total`;
  return `select listed.*, run.source, run.file, run.started_at${part.withTotal ? total : ''}
    from (select * from ${list.table} where ${conditions.join(' and ')} order by ${list.key.join(', ')} limit ${PAGE}) listed
    join intake.import_run run on run.id = listed.${list.run} order by ${list.key.join(', ')}`;
}

interface Connection {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** The cursor of every entry, in order. */
async function walked({ field }: List, { product }: Place): Promise<string[]> {
  const query = `query ($after: String) { list: ${field}(first: ${WALK}, after: $after) {
    totalCount edges { cursor } pageInfo { hasNextPage endCursor } } }`;
  const cursors: string[] = [];
  for (let after: string | null = null; ; ) {
    const answer: Answer<{ list: Connection }> = await product.ask('admin', query, { after });
    if (answer.errors) throw new Error(`The product answered with an error: ${answer.errors[0]?.message}`);
    const { edges, pageInfo, totalCount } = answer.data.list;
    cursors.push(...edges.map(({ cursor }) => cursor));
    after = pageInfo.endCursor;
    if (pageInfo.hasNextPage) continue;
    if (cursors.length === totalCount) return cursors;
    throw new Error(`${cursors.length} entries were listed of ${totalCount}`);
  }
}

/** The value that most entries have, and how many those are. */
async function commonest(
  { client }: Place,
  values: string,
  column: string,
): Promise<{ value: string; most: string }> {
  const { rows } = await client.query<{ value: string; count: number }>(
    `select ${column} as value, count(*)::int as count from (${values}) listed group by 1 order by 2 desc limit 1`,
  );
  const [first] = rows;
  if (!first) throw new Error(`No entry has a ${column}`);
  return { value: first.value, most: grouped(first.count) };
}
