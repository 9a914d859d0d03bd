import type { Day } from '../../domain/calendar/day';
import type { Transaction } from '../../platform/transaction/transaction';
import type { OwnRow, OwnStageTable } from '../stream/definition';
import type { AccountRow as HeldAccount, StageRow } from '../tables/case-tables';

/** A stage with the present names of its service and directorate; null where none was recorded. */
export interface StageWithNames extends StageRow {
  readonly service: string | null;
  readonly directorate: string | null;
  /** The newest day that any source of the stream speaks of; null where none is known, or its complaints are worked on here. */
  readonly newest_day: Day | null;
  /** Whether the people of its complaint are restricted to those named. */
  readonly restricted: boolean;
}

/** A complainant's account, with the number of the stage at which it was given. */
export interface AccountRow extends HeldAccount {
  readonly number: number;
  readonly complaint_id: string;
}

/** All stages of the complaints, in no order. */
export function readStages(
  transaction: Transaction,
  { schema, complaintIds }: { schema: string; complaintIds: readonly string[] },
): Promise<StageWithNames[]> {
  return transaction.query<StageWithNames>(
    `select stage.*, service.name as service, coalesce(service.directorate, directorate.name) as directorate,
       (select max(newest_day)::text from "${schema}".source_reach
        where not exists (select from "${schema}".live_since)) as newest_day,
       stage.complaint_id = any ((select "${schema}".restricted_complaints())::text[]) as restricted
     from "${schema}".stage
     left join "${schema}".service_name service on service.id = stage.service_id
     left join "${schema}".directorate_name directorate on directorate.id = stage.directorate_id
     where stage.complaint_id = any ($1)`,
    [complaintIds],
    { isRepeated: true },
  );
}

/** The accounts that the caller may read, by stage number. */
export function readAccounts(
  transaction: Transaction,
  { schema, complaintIds }: { schema: string; complaintIds: readonly string[] },
): Promise<AccountRow[]> {
  return transaction.query<AccountRow>(
    `select account.*, stage.number, stage.complaint_id
     from "${schema}".stage join "${schema}".account on account.stage_id = stage.id
     where stage.complaint_id = any ($1) order by stage.number, stage.received_on, stage.id`,
    [complaintIds],
  );
}

/** What the stream alone records of the stages. */
export function readOwn(
  transaction: Transaction,
  { own, stageIds }: { own: OwnStageTable; stageIds: readonly string[] },
): Promise<OwnRow[]> {
  return transaction.query(`select * from ${own.stored.table} where stage_id = any ($1)`, [stageIds], {
    isRepeated: true,
  });
}

/** What the stream alone records of people, of those stages whose accounts the caller may read, with their complaints. */
export function readOwnAccounts(
  transaction: Transaction,
  { schema, own, stageIds }: { schema: string; own: OwnStageTable; stageIds: readonly string[] },
): Promise<(OwnRow & { complaint_id: string })[]> {
  return transaction.query(
    `select own.*, stage.complaint_id
     from "${schema}".stage join ${own.stored.table} own on own.stage_id = stage.id
     where stage.id = any ($1)`,
    [stageIds],
  );
}
