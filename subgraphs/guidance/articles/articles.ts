import type { List, Narrow } from '../../../platform/lists/list';
import { badUserInput } from '../../../platform/server/errors';
import type { Transaction } from '../../../platform/transaction/transaction';
import type { ArticleKind, ArticleRow } from '../tables';

/** Each article as it stands. */
const STANDING = `(select distinct on (id) * from guidance.article_version order by id, version desc) article`;

const MOST_SEARCH = 200;

/** Which articles are asked for. */
export interface ArticleFilter {
  readonly kinds?: readonly ArticleKind[] | null | undefined;
  readonly search?: string | null | undefined;
  readonly streams?: readonly string[] | null | undefined;
  readonly reviewOverdue?: boolean | null | undefined;
  readonly withdrawn?: boolean | null | undefined;
}

/** The articles, by kind and title. */
export const ARTICLES: List<ArticleRow, ArticleRow> = {
  field: 'articles',
  table: STANDING,
  order: { kind: 'text', title: 'text', id: 'text' },
  direction: 'asc',
  select: (rows) => `select * from ${STANDING} ${rows}`,
  keyOf: ({ kind, title, id }) => [kind, title, id],
  nodeOf: (row) => row,
};

/**
 * Makes conditions of a filter. `today` decides what is overdue. Throws BAD_USER_INPUT for words to search for that are
 * longer than anybody writes.
 */
export function narrowArticles(filter: ArticleFilter, today: string): Narrow {
  const { kinds = null, search = null, streams = null, reviewOverdue = null, withdrawn } = filter;
  if (search !== null && search.length > MOST_SEARCH)
    throw badUserInput(`\`search\` has at most ${MOST_SEARCH} characters.`);
  return (conditions) => {
    conditions.add(withdrawn === true ? 'is_withdrawn' : 'not is_withdrawn');
    conditions.isOneOf('kind', kinds, 'text');
    if (streams !== null)
      conditions.add(`(stream is null or stream = any(${conditions.bind(streams, 'text[]')}))`);
    if (reviewOverdue !== null)
      conditions.add(`(review_due_on < ${conditions.bind(today, 'date')}) = ${reviewOverdue}`);
    if (search !== null && search.trim() !== '')
      conditions.add(
        `to_tsvector('english', title || ' ' || summary || ' ' || body)
           @@ websearch_to_tsquery('english', ${conditions.bind(search, 'text')})`,
      );
  };
}

/** One article as it stands; null where there is none. */
export async function standingArticle(transaction: Transaction, id: string): Promise<ArticleRow | null> {
  const rows = await transaction.query<ArticleRow>(
    'select * from guidance.article_version where id = $1 order by version desc limit 1',
    [id],
  );
  return rows[0] ?? null;
}

/** Every article as it stands, withdrawn or not, by its id. */
export async function standingArticles(transaction: Transaction): Promise<ReadonlyMap<string, ArticleRow>> {
  const rows = await transaction.query<ArticleRow>(`select * from ${STANDING}`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The versions of an article with these numbers, or all, the newest first. */
export const versionsOf = (
  transaction: Transaction,
  id: string,
  numbers: readonly number[] | null,
): Promise<ArticleRow[]> =>
  transaction.query<ArticleRow>(
    `select * from guidance.article_version
      where id = $1 and ($2::int[] is null or version = any($2)) order by version desc`,
    [id, numbers],
  );

/** Keeps a version. */
export async function keepVersion(transaction: Transaction, row: ArticleRow): Promise<void> {
  await transaction.query(
    `insert into guidance.article_version (id, version, kind, title, summary, body, owner, stream, review_due_on,
       is_withdrawn, changed_by, changed_at, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[row.id, row.version, row.kind, row.title, row.summary, row.body, row.owner, row.stream],
      ...[row.review_due_on, row.is_withdrawn, row.changed_by, row.changed_at, row.note],
    ],
  );
}
