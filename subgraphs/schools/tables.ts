import { ownStageTable } from '../../casework/stream/own-stage-table';

/** What the schools' stream alone records of a stage: the school. */
export const stageSchool = ownStageTable('schools', {
  table: 'stage_school',
  columns: { school_urn: 'schoolUrn', school_name: 'schoolName' },
});
