import { type Day, isDay, londonDayOf, toDay } from '../../domain/calendar/day';
import { type Review, reviewDay } from '../../domain/retention/review-day';
import type { PageArguments } from '../../platform/lists/list';
import { type PageOf, pageOf, readPage } from '../../platform/server/paging';
import { keepNoAnswer } from '../../platform/transaction/kept-answers';
import type { StreamContext } from '../reading/loaders';
import type { StreamDefinition } from '../stream/definition';
import { checkMayDecide } from './check';

/** A complaint whose people the caller may read, with the day of their review. */
export interface Reviewed extends Review {
  readonly complaint_id: string;
  readonly closedOn: Day | null;
  readonly isHeld: boolean;
}

interface EndedRow {
  readonly complaint_id: string;
  readonly received_on: string;
  readonly closed_on: string | null;
  readonly last_day: string;
  /** What the list goes by: the day of closing, where it was recorded. */
  readonly from_day: string;
  readonly age_band: string | null;
  readonly looked_after: string | null;
  readonly is_held: boolean;
}

/** How many complaints are looked at together: of those that have ended few are due. */
const BATCH = 500;

/**
 * Complaints of which somebody has to decide now whether their people are still kept: those longest closed come first. What the caller
 * may not read is not among them, and neither is what was decided to be kept for longer, or has nobody any more.
 */
export async function dueForReview(
  _: object,
  paging: PageArguments,
  context: StreamContext,
): Promise<PageOf<Reviewed>> {
  const { stream, identity, transaction, clock } = context;
  checkMayDecide(identity, stream.name);
  keepNoAnswer(transaction);
  const today = londonDayOf(clock.now());
  const page = readPage(paging, { question: [`${stream.name}RetentionDue`], key: ['', ''] });
  const due: (Reviewed & { readonly place: readonly [string, string] })[] = [];
  let [day, id] = page.after ?? [null, null];
  for (;;) {
    const rows = await transaction.query<EndedRow>(
      `select * from (${endedSql(stream, 'true')}) ended
       where ($1::text is null or (from_day, complaint_id) > ($1, $2)) and not exists (
         select from "${stream.name}".retention_decision as kept
         where kept.complaint_id = ended.complaint_id and kept.keep_until > $3)
       order by from_day, complaint_id limit $4`,
      [day, id, today, BATCH],
    );
    for (const row of rows) {
      const review = reviewed(stream, row);
      if (review.reviewOn <= today) due.push({ ...review, place: [row.from_day, row.complaint_id] });
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH || due.length > page.size) break;
    [day, id] = [last.from_day, last.complaint_id];
  }
  return pageOf(page, due.slice(0, page.size + 1), { keyOf: ({ place }) => place, nodeOf: (row) => row });
}

/** When one complaint's people are due for review; null while it is open, and where the caller may read none of them. */
export async function reviewOf(context: StreamContext, complaintId: string): Promise<Reviewed | null> {
  const [row] = await context.transaction.query<EndedRow>(
    endedSql(context.stream, 'stage.complaint_id = $1'),
    [complaintId],
  );
  return row === undefined ? null : reviewed(context.stream, row);
}

function reviewed({ retention }: StreamDefinition, row: EndedRow): Reviewed {
  const { complaint_id, is_held: isHeld, closed_on, age_band, looked_after } = row;
  const closedOn = closed_on !== null && isDay(closed_on) ? closed_on : null;
  const lookedAfter = looked_after === null ? null : looked_after === 'true';
  const child = retention.child === undefined ? null : { ageBand: age_band, lookedAfter };
  const [receivedOn, lastDay] = [toDay(row.received_on), toDay(row.last_day)];
  const review = reviewDay(retention.rules, { receivedOn, closedOn, lastDay, child });
  return { ...review, complaint_id, closedOn, isHeld };
}

/** Complaints of which all stages have ended, with some people that the caller may read. */
function endedSql({ name, retention: { child }, ownAccount }: StreamDefinition, where: string): string {
  const newest = (column: string) =>
    `(array_agg(own."${column}" order by stage.number desc) filter (where own."${column}" is not null))[1]`;
  const isChild = child !== undefined && ownAccount !== undefined;
  return `
    select stage.complaint_id, min(stage.received_on)::text as received_on,
      max(coalesce(stage.closed_on, stage.answered_on))::text as closed_on,
      ${LAST_DAY}::text as last_day, coalesce(max(coalesce(stage.closed_on, stage.answered_on)), ${LAST_DAY})::text as from_day,
      ${isChild ? newest(child.ageBand) : 'null::text'} as age_band,
      ${isChild ? newest(child.lookedAfter) : 'null::text'} as looked_after,
      bool_or("${name}".is_held(stage.id)) as is_held
    from "${name}".stage as stage left join "${name}".account as account on account.stage_id = stage.id
      ${isChild ? `left join ${ownAccount.stored.table} as own on own.stage_id = stage.id` : ''}
    where ${where} group by stage.complaint_id having bool_and(stage.ended) and count(account.stage_id) > 0`;
}

const LAST_DAY =
  'max(greatest(stage.received_on, stage.acknowledged_on, stage.answered_on, stage.closed_on))';
