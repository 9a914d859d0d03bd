import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createChannelTable } from '../reference/channels';

/** What a schema of a stream needs so that a complaint that is recorded here names a channel that there is. */
export function knowChannelsMigration(schema: string): new () => MigrationInterface {
  return class KnowChannels implements MigrationInterface {
    readonly name = 'KnowChannels1767225601780';

    async up(runner: QueryRunner): Promise<void> {
      await createChannelTable(runner, schema);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`drop table "${schema}".channel_name`);
    }
  };
}
