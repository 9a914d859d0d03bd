import type { MigrationInterface, QueryRunner } from 'typeorm';
import { setting } from '../../../platform/postgres/row-security';

const FUNCTION = `
  create function reviews.keep_closed() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp as $function$
  begin
    raise exception 'A review meeting that was closed never changes' using errcode = 'restrict_violation';
  end $function$`;

/** Whoever asks, the owner too. */
const TRIGGERS = [
  `create trigger keep_closed before update or delete on reviews.meeting
   for each row when (old.state = 'CLOSED') execute function reviews.keep_closed()`,
  `create trigger keep_all before truncate on reviews.meeting
   for each statement execute function reviews.keep_closed()`,
];

const POLICIES = [
  `create policy begun_as_planned on reviews.meeting as restrictive for insert with check (state = 'PLANNED')`,
  `create policy closed_in_ones_own_name on reviews.meeting as restrictive for update
   with check (state = 'PLANNED' or coalesce(closed_by = ${setting('subject')}, false))`,
];

/** What people saw and said at a meeting stands once it is closed, and under the name of whoever closed it. */
export class KeepClosedMeetings1767225601702 implements MigrationInterface {
  readonly name = 'KeepClosedMeetings1767225601702';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FUNCTION);
    await runner.query('revoke all on function reviews.keep_closed() from public');
    for (const statement of [...TRIGGERS, ...POLICIES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const policy of ['begun_as_planned', 'closed_in_ones_own_name'])
      await runner.query(`drop policy ${policy} on reviews.meeting`);
    for (const trigger of ['keep_closed', 'keep_all'])
      await runner.query(`drop trigger ${trigger} on reviews.meeting`);
    await runner.query('drop function reviews.keep_closed()');
  }
}
