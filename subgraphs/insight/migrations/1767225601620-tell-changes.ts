import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type Told, tellChanges, tellNoChanges } from '../../../platform/tables/tell-changes';

/** That a follower is still there, which its row says too, is nothing new. */
const FOLLOWED: Told = {
  ...{ schema: 'insight', table: 'follower_place', on: 'update' },
  when: '(old.xid, old.id) is distinct from (new.xid, new.id)',
};

/** Has it told when the facts have followed something new. */
export class TellChanges1767225601620 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return tellChanges(runner, FOLLOWED);
  }

  down(runner: QueryRunner): Promise<void> {
    return tellNoChanges(runner, FOLLOWED);
  }
}
