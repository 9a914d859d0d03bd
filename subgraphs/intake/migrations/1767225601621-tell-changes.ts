import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type Told, tellChanges, tellNoChanges } from '../../../platform/tables/tell-changes';

/** What is added there is by how many each statement has changed the number of faults. */
const COUNTED: Told = { schema: 'intake', table: 'fault_tally', on: 'insert' };

/** Has it told when there are more faults to put right, or fewer: figures say how many. */
export class TellChanges1767225601621 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return tellChanges(runner, COUNTED);
  }

  down(runner: QueryRunner): Promise<void> {
    return tellNoChanges(runner, COUNTED);
  }
}
