import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../platform/postgres/names';
import { keptOutOf } from '../restrictions/kept-out';

/** Lets a stream know, before it gives somebody a complaint, whether that is closed to them. */
export function keepOutMigration(schema: string): new () => MigrationInterface {
  const name = `"${schema}".kept_out(text, text[])`;
  return class KeepOut implements MigrationInterface {
    readonly name = 'KeepOut1767225601810';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(keptOutOf(schema));
      await runner.query(`revoke all on function ${name} from public`);
      await runner.query(`grant execute on function ${name} to ${await quotedLogin(runner, schema)}`);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`drop function ${name}`);
    }
  };
}
