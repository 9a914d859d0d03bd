import type { MigrationInterface, QueryRunner } from 'typeorm';
import { unwatchChanges, type Watched, watchChanges } from '../../../platform/tables/watch-changes';

/** References of complaints change with every complaint, and no answer is read from them. */
const WATCHED: Watched = {
  schema: 'ombudsman',
  tables: ['ombudsman_case', 'finding', 'remedy', 'source_reach'],
};

/** Lets the part say whether anything that its answers are read from has changed. */
export class WatchChanges1735689600410 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return watchChanges(runner, WATCHED);
  }

  down(runner: QueryRunner): Promise<void> {
    return unwatchChanges(runner, WATCHED);
  }
}
