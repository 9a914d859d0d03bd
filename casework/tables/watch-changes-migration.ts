import type { MigrationInterface, QueryRunner } from 'typeorm';
import { unwatchChanges, watchChanges } from '../../platform/tables/watch-changes';
import type { StreamDefinition } from '../stream/definition';

/** What the answers of every stream are read from, beside what it alone records. */
const READ = [
  'complaint',
  'stage',
  'account',
  'service_name',
  'directorate_name',
  'bank_holiday',
  'source_reach',
] as const;

/** Lets a stream say whether anything that its answers are read from has changed. */
export function watchChangesMigration({
  name: schema,
  ownStage,
  ownAccount,
}: Pick<StreamDefinition, 'name' | 'ownStage' | 'ownAccount'>): new () => MigrationInterface {
  const own = [ownStage, ...(ownAccount ? [ownAccount] : [])].map(({ stored }) => stored.name);
  const watched = { schema, tables: [...READ, ...own] };
  return class WatchChanges implements MigrationInterface {
    readonly name = 'WatchChanges1767225601410';

    up(runner: QueryRunner): Promise<void> {
      return watchChanges(runner, watched);
    }

    down(runner: QueryRunner): Promise<void> {
      return unwatchChanges(runner, watched);
    }
  };
}
