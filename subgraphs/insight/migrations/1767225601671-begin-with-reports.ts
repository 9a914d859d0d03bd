import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';

const BEGIN = `
  create function insight.begin_fact_history_with_report() returns trigger language plpgsql
  set search_path = pg_catalog, pg_temp as $function$
  begin
    perform insight.begin_fact_history();
    return null;
  end $function$`;

/**
 * Begins the history of facts when the first report is begun: it is frozen in a later transaction, and nothing that changes
 * between is missing.
 */
export class BeginWithReports1767225601671 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const login = await quotedLogin(runner, 'insight');
    await runner.query(BEGIN);
    await runner.query('revoke all on function insight.begin_fact_history_with_report() from public');
    await runner.query(`grant execute on function insight.begin_fact_history_with_report() to ${login}`);
    await runner.query(`create trigger begin_fact_history after insert on insight.report
      for each statement execute function insight.begin_fact_history_with_report()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger begin_fact_history on insight.report');
    await runner.query('drop function insight.begin_fact_history_with_report()');
  }
}
