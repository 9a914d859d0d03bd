import type { MigrationInterface, QueryRunner } from 'typeorm';
import { complaints } from '../../../contracts/record-sets/complaints';
import { viewOf } from '../../../platform/records/record-set';
import { COMPLAINTS } from './1767225601560-show-records';

/** What the views before had, with what stands in its place. */
const CHANGES = [
  [' latest on ', ' latest on latest.complaint_id = fact.complaint_id and '],
  [
    'max(source.to_day) as to_day',
    `case when bool_or(source.from_day is not null and source.to_day is null) then 'infinity'
       else max(source.to_day) end as to_day`,
  ],
] as const;

/** Shows as overdue, of a stream that is worked on here, what is overdue today: its records have no last day. */
export class KnowLiveWork1767225601770 implements MigrationInterface {
  readonly name = 'KnowLiveWork1767225601770';

  async up(runner: QueryRunner): Promise<void> {
    await show(runner, CHANGES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await show(runner, CHANGES.slice(0, 1));
  }
}

function show(runner: QueryRunner, changes: readonly (readonly [string, string])[]): Promise<unknown> {
  const select = changes.reduce((made, [before, after]) => {
    if (!made.includes(before)) throw new Error('The view of complaints is not as it was');
    return made.replace(before, after);
  }, COMPLAINTS);
  return runner.query(
    `create or replace view ${viewOf(complaints)} with (security_invoker = true) as ${select}`,
  );
}
