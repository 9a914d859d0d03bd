import type { MigrationInterface, QueryRunner } from 'typeorm';
import { listHolds, roleIsOneOf, setting } from '../../platform/postgres/row-security';
import type { StreamDefinition } from '../stream/definition';

const byCommand = `${setting('command')} is not null`;
const loads = roleIsOneOf('import');
const follows = roleIsOneOf('projection');

/** An officer cleared for the stream, in a command. */
const officer = (schema: string): string =>
  [roleIsOneOf('officer'), listHolds('streams', `'${schema}'`), byCommand].join(' and ');

/** A manager, in person and in a command, at a complaint that they may work on: one of their services. */
const manager = (schema: string, complaintId: string): string =>
  [
    roleIsOneOf('manager'),
    `${setting('credential')} is distinct from 'key'`,
    byCommand,
    `exists (select from "${schema}".live_case as held where held.complaint_id = ${complaintId})`,
  ].join(' and ');

/** Whose complaint a row is, of a table of facts. */
const complaintOf = (schema: string, own: string): Readonly<Record<string, string>> => ({
  complaint: 'complaint.id',
  stage: 'stage.complaint_id',
  [own]: `(select stage.complaint_id from "${schema}".stage as stage where stage.id = "${own}".stage_id)`,
});

/** The follower that gives words their meanings, and follows the calendar, changes these too. */
const FOLLOWED = ['complaint', 'stage'];

/**
 * Lets managers change the facts of live complaints of their services in a command, and nobody's people; and officers remove the
 * stage of a concern that was settled, which is no complaint: with it go the words and people that were kept of it.
 */
export function admitManagersMigration({
  name: schema,
  ownStage,
  ownAccount,
}: Pick<StreamDefinition, 'name' | 'ownStage' | 'ownAccount'>): new () => MigrationInterface {
  const facts = complaintOf(schema, ownStage.stored.name);
  const people = ['account', ...(ownAccount ? [ownAccount.stored.name] : [])];
  const removable = ['stage', ownStage.stored.name, ...people];
  return class AdmitManagers implements MigrationInterface {
    readonly name = 'AdmitManagers1767225601730';

    async up(runner: QueryRunner): Promise<void> {
      for (const [table, complaintId] of Object.entries(facts))
        await write(runner, `"${schema}"."${table}"`, {
          condition: `(${loads} or (${officer(schema)}) or (${manager(schema, complaintId)}))`,
          isFollowed: FOLLOWED.includes(table),
        });
      for (const table of removable)
        await remove(
          runner,
          `"${schema}"."${table}"`,
          `(${loads} or (${officer(schema)} and ${settled(schema, table)}))`,
        );
      await runner.query(forgetSettled(schema));
      await runner.query(`revoke all on function "${schema}".forget_settled() from public`);
      await runner.query(`create trigger forget_settled after update on "${schema}".live_case
        for each row when (new.state = 'SETTLED' and old.state <> 'SETTLED')
        execute function "${schema}".forget_settled()`);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`drop trigger forget_settled on "${schema}".live_case`);
      await runner.query(`drop function "${schema}".forget_settled()`);
      for (const table of removable) await remove(runner, `"${schema}"."${table}"`, loads);
      for (const table of Object.keys(facts))
        await write(runner, `"${schema}"."${table}"`, {
          condition: `(${loads} or ${officer(schema)})`,
          isFollowed: FOLLOWED.includes(table),
        });
    }
  };
}

async function write(
  runner: QueryRunner,
  table: string,
  { condition, isFollowed }: { readonly condition: string; readonly isFollowed: boolean },
): Promise<void> {
  const changes = isFollowed ? `(${condition} or ${follows})` : condition;
  await runner.query(`alter policy writers_add on ${table} with check (${condition})`);
  await runner.query(`alter policy writers_change on ${table} using (${changes}) with check (${changes})`);
}

const remove = (runner: QueryRunner, table: string, condition: string): Promise<unknown> =>
  runner.query(`alter policy loads_take_back on ${table} using (${condition})`);

/** A stage that was recorded here, where nothing else may be removed. */
const settled = (schema: string, table: string): string =>
  table === 'stage'
    ? `source = 'casework'`
    : `exists (select from "${schema}".stage as stage where stage.id = "${table}".stage_id and stage.source = 'casework')`;

/** A concern that was settled is nobody's complaint: no more of its people is kept than a hold for the law wants. */
const forgetSettled = (schema: string): string => `
  create function "${schema}".forget_settled() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $function$
  begin
    if exists (select from "${schema}".legal_hold as hold where hold.lifted_at is null
      and (hold.complaint_id is null or hold.complaint_id = new.complaint_id)) then return null; end if;
    delete from "${schema}".timeline_words where complaint_id = new.complaint_id;
    delete from "${schema}".case_party where complaint_id = new.complaint_id;
    return null;
  end $function$`;
