import type { MigrationInterface, QueryRunner } from 'typeorm';
import { searchForWorkers } from './search-for-workers';

/** Finds what managers search for at a million accounts too: a service's stages are read from the newest on. */
export function searchOwnServicesMigration(schema: string): new () => MigrationInterface {
  const index = async (runner: QueryRunner, columns: string) => {
    await runner.query(`drop index "${schema}".stage_by_service`);
    await runner.query(`create index stage_by_service on "${schema}".stage (${columns})`);
  };
  return class SearchOwnServices implements MigrationInterface {
    readonly name = 'SearchOwnServices1767225601841';

    async up(runner: QueryRunner): Promise<void> {
      await index(runner, 'service_id, received_on, id');
      await runner.query(searchForWorkers(schema));
    }

    down(runner: QueryRunner): Promise<void> {
      return index(runner, 'service_id');
    }
  };
}
