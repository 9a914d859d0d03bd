import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../platform/postgres/names';
import { roleIsOneOf } from '../../platform/postgres/row-security';

/**
 * Lets auditors find which complaints have a reference, by their ids alone: they see no complaint. The function looks with the eyes of
 * loads while it runs, and for auditors alone; it compares whole references, since a policy keeps an index of anything else from use.
 */
export function findForAuditMigration(schema: string): new () => MigrationInterface {
  const called = `"${schema}".find_for_audit(text[])`;
  return class FindForAudit implements MigrationInterface {
    readonly name = 'FindForAudit1767225601470';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`create index stage_by_reference on "${schema}".stage (reference)`);
      await runner.query(`
        create function "${schema}".find_for_audit(written text[]) returns table (complaint_id text)
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $function$
        begin
          if not (${roleIsOneOf('auditor')}) then return; end if;
          perform set_config('scope.role', 'import', true);
          return query select distinct stage.complaint_id from "${schema}".stage
            where stage.reference = any (written) order by 1 limit 20;
          perform set_config('scope.role', 'auditor', true);
        end $function$`);
      await runner.query(`revoke all on function ${called} from public`);
      await runner.query(`grant execute on function ${called} to ${await quotedLogin(runner, schema)}`);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`drop function ${called}`);
      await runner.query(`drop index "${schema}".stage_by_reference`);
    }
  };
}
