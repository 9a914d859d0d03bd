import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf } from '../../../platform/postgres/row-security';
import { IMPORT_SCOPE } from '../../../platform/transaction/scope';
import { type Transaction, underScope } from '../../../platform/transaction/transaction';
import { publishDays } from '../calls/publish-days';

const READERS = ['import', 'analyst', 'manager', 'officer', 'admin'];

/** Days that are published together. */
const PAGE_DAYS = 500;

/** Keeps how many calls of each day were published, and publishes those that are held already. A new database has none. */
export class PublishCalls1735689600221 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table telephony.call_day (
        authority text not null,
        offered_on date not null,
        groups jsonb not null,
        version bigint not null,
        constraint call_day_pkey primary key (authority, offered_on))`);
    const login = await quotedLogin(runner, 'telephony');
    await runner.query(`grant select, insert, update on telephony.call_day to ${login}`);
    await forceRowSecurity(runner, 'telephony.call_day', [
      {
        name: 'imports_and_checks_read',
        command: 'select',
        allows: roleIsOneOf('import', 'projection'),
      },
      { name: 'an_import_adds', command: 'insert', allows: roleIsOneOf('import') },
      { name: 'an_import_changes', command: 'update', allows: roleIsOneOf('import') },
    ]);
    await letRead(runner, [...READERS, 'projection']);
    await underScope(runner, IMPORT_SCOPE, publishAll);
  }

  /** What was published stays published: readers of before pass over what they do not know. */
  async down(runner: QueryRunner): Promise<void> {
    await letRead(runner, READERS);
    await runner.query('drop table telephony.call_day');
  }
}

/** Who reads calls, which hold nobody's data; the check that runs with the part reads them too. */
const letRead = (runner: QueryRunner, roles: readonly string[]): Promise<unknown> =>
  runner.query(`alter policy those_who_see_figures_read on telephony.call using (${roleIsOneOf(...roles)})`);

async function publishAll(transaction: Transaction): Promise<void> {
  const rows = await transaction.query<{ authority: string; days: string[] }>(
    `select authority, array_agg(distinct offered_on::text order by offered_on::text) as days
     from telephony.call group by authority order by authority`,
  );
  for (const { authority, days } of rows)
    for (let place = 0; place < days.length; place += PAGE_DAYS)
      await publishDays(transaction, { authority, days: days.slice(place, place + PAGE_DAYS) });
  const [counted] = await transaction.query<{ held: number; published: number }>(
    `select (select count(*)::int from telephony.call) as held,
       (select coalesce(sum((one ->> 'calls')::int), 0)::int
        from telephony.call_day, jsonb_array_elements(groups) as one) as published`,
  );
  if (counted?.held !== counted?.published)
    throw new Error(`Of ${counted?.held} calls that are held ${counted?.published} were published`);
}
