import { ownStageTable } from '../../casework/stream/own-stage-table';

/** What the corporate stream alone records of a stage: the ward that it is about. */
export const stageWard = ownStageTable('corporate', { table: 'stage_ward', columns: { ward: 'ward' } });
