import { londonDayOf } from '../../../domain/calendar/day';
import type { Conditions } from '../../../platform/lists/conditions';
import {
  type List,
  type ListPage,
  type Narrow,
  type PageArguments,
  readList,
} from '../../../platform/lists/list';
import { badUserInput } from '../../../platform/server/errors';
import type { Transaction } from '../../../platform/transaction/transaction';
import type { Context } from '../context';
import type { ArticleKind, ArticleRow } from '../tables';
import { isWordsAlone, searchWords } from './search-words';

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
  readonly steps?: readonly string[] | null | undefined;
  readonly enquirySteps?: readonly string[] | null | undefined;
}

/** The articles, by kind and title. */
const ARTICLES: List<ArticleRow, ArticleRow> = {
  field: 'articles',
  table: STANDING,
  order: { kind: 'text', title: 'text', id: 'text' },
  direction: 'asc',
  select: (rows) => `select * from ${STANDING} ${rows}`,
  keyOf: ({ kind, title, id }) => [kind, title, id],
  nodeOf: (row) => row,
};

/** What a title says counts most, then the summary. A word that few articles have tells more than one that most have. */
const FOUND_ARTICLES = `(
  with standing as (
    select distinct on (id) *, setweight(to_tsvector('english', title), 'A')
      || setweight(to_tsvector('english', summary), 'B') || setweight(to_tsvector('english', body), 'D') as words
    from guidance.article_version order by id, version desc),
  word as (
    select to_tsquery('english', anywhere) as anywhere, to_tsquery('english', in_title) as in_title,
      to_tsquery('english', in_summary) as in_summary
    from jsonb_to_recordset($1::jsonb) as word (anywhere text, in_title text, in_summary text)),
  telling as (
    select word.*, ln(1 + (select count(*) from standing) / (0.5 + (
      select count(*) from standing where words @@ anywhere))) as weight
    from word where numnode(anywhere) > 0)
  select standing.*, found.has_all, -coalesce(found.score, 0) as rank
  from standing cross join lateral (
    select bool_and(words @@ anywhere) as has_all, round(1000 * sum(weight * case when words @@ in_title then 4
      when words @@ in_summary then 2 when words @@ anywhere then 1 else 0 end))::bigint as score
    from telling) as found) article`;

/** The articles that words find, the best match first. What narrows it binds the words before anything else. */
const FOUND: List<ArticleRow & { readonly rank: number }, ArticleRow> = {
  field: 'articles',
  table: FOUND_ARTICLES,
  order: { rank: 'bigint', title: 'text', id: 'text' },
  direction: 'asc',
  select: (rows) => `select * from ${FOUND_ARTICLES} ${rows}`,
  keyOf: ({ rank, title, id }) => [Number(rank), title, id],
  nodeOf: (row) => row,
};

const isSearched = ({ search = null }: ArticleFilter): boolean => search !== null && search.trim() !== '';

/** A page of the articles that a filter leaves: by kind and title, or where words are searched for the best match first. */
export function readArticles(
  context: Pick<Context, 'transaction' | 'clock'>,
  { where, ...paging }: PageArguments & { readonly where?: ArticleFilter | null | undefined },
): Promise<ListPage<ArticleRow>> {
  const filter = where ?? {};
  const asked = { paging, filter, narrow: () => narrowArticles(filter, londonDayOf(context.clock.now())) };
  return isSearched(filter) ? readList(context, FOUND, asked) : readList(context, ARTICLES, asked);
}

/**
 * Makes conditions of a filter. `today` decides what is overdue. Throws BAD_USER_INPUT for words to search for that are
 * longer than anybody writes.
 */
function narrowArticles(filter: ArticleFilter, today: string): Narrow {
  const { kinds = null, search = null, streams = null, reviewOverdue = null, withdrawn } = filter;
  const { steps = null, enquirySteps = null } = filter;
  if (search !== null && search.length > MOST_SEARCH)
    throw badUserInput(`\`search\` has at most ${MOST_SEARCH} characters.`);
  return (conditions) => {
    if (search !== null && isSearched(filter)) addSearch(conditions, search);
    conditions.add(withdrawn === true ? 'is_withdrawn' : 'not is_withdrawn');
    conditions.isOneOf('kind', kinds, 'text');
    if (streams !== null)
      conditions.add(`(stream is null or stream = any(${conditions.bind(streams, 'text[]')}))`);
    if (steps !== null) conditions.add(`steps && ${conditions.bind(steps, 'text[]')}`);
    if (enquirySteps !== null) conditions.add(`enquiry_steps && ${conditions.bind(enquirySteps, 'text[]')}`);
    if (reviewOverdue !== null)
      conditions.add(`(review_due_on < ${conditions.bind(today, 'date')}) = ${reviewOverdue}`);
  };
}

function addSearch(conditions: Conditions, search: string): void {
  // Read by `FOUND_ARTICLES`, as the first value.
  conditions.bind(JSON.stringify(searchWords(search)), 'jsonb');
  const asWritten = `words @@ websearch_to_tsquery('english', ${conditions.bind(search, 'text')})`;
  conditions.add(isWordsAlone(search) ? `(${asWritten} or has_all)` : asWritten);
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
       steps, enquiry_steps, is_withdrawn, changed_by, changed_at, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[row.id, row.version, row.kind, row.title, row.summary, row.body, row.owner, row.stream],
      ...[
        row.review_due_on,
        row.steps,
        row.enquiry_steps,
        row.is_withdrawn,
        row.changed_by,
        row.changed_at,
        row.note,
      ],
    ],
  );
}
