import type { QueryRunner } from 'typeorm';

/**
 * Gives a table a column `changed_at`: when anything of the row last changed, to the millisecond, whoever changed it; of what is
 * there already, now. A row that is written again as it was keeps its moment.
 */
export async function keepMoment(runner: QueryRunner, schema: string, table: string): Promise<void> {
  const name = `"${schema}"."${table}"`;
  await runner.query(
    `alter table ${name} add column changed_at timestamptz not null default date_trunc('milliseconds', now())`,
  );
  await runner.query(`alter table ${name} alter column changed_at drop default`);
  await runner.query(`
    create function "${schema}".keep_moment() returns trigger language plpgsql
    set search_path = pg_catalog, pg_temp as $function$
    begin
      if tg_op = 'UPDATE' then new.changed_at := old.changed_at; end if;
      if tg_op = 'INSERT' or new is distinct from old then
        new.changed_at := date_trunc('milliseconds', now());
      end if;
      return new;
    end $function$`);
  await runner.query(`revoke all on function "${schema}".keep_moment from public`);
  await runner.query(`
    create trigger keep_moment before insert or update on ${name}
    for each row execute function "${schema}".keep_moment()`);
}

/** As if it had never been kept. */
export async function keepNoMoment(runner: QueryRunner, schema: string, table: string): Promise<void> {
  await runner.query(`drop trigger keep_moment on "${schema}"."${table}"`);
  await runner.query(`drop function "${schema}".keep_moment`);
  await runner.query(`alter table "${schema}"."${table}" drop column changed_at`);
}
