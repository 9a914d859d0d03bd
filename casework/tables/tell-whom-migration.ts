import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../platform/postgres/names';
import { closedToWhom } from '../restrictions/functions';

/** Lets a stream tell other parts to whom a closed complaint is open, whoever of its own people published it. */
export function tellWhomMigration(schema: string): new () => MigrationInterface {
  return class TellWhom implements MigrationInterface {
    readonly name = 'TellWhom1767225601761';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(closedToWhom(schema));
      await runner.query(`revoke all on function "${schema}".closed_to_whom(text[]) from public`);
      await runner.query(
        `grant execute on function "${schema}".closed_to_whom(text[]) to ${await quotedLogin(runner, schema)}`,
      );
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`drop function "${schema}".closed_to_whom(text[])`);
    }
  };
}
