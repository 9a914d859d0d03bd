import type { EntitySchema } from 'typeorm';
import { removedTable } from '../../../platform/records/removals';
import { figureRow, figureSet } from '../figure-views/figure-tables';
import { removableComplaints, removableStages } from '../records/removable';
import { rollupDrift } from '../rollups/drift-table';
import { signalNote } from '../signals/signal-tables';
import { callDay } from './call-tables';
import { complaintFact, complaintGone, contestedStage, stageFact } from './fact-tables';
import { coverage, directorate, service, sourceReach, streamDescribed } from './name-tables';
import { ombudsmanCaseFact, ombudsmanCaseGone, ombudsmanDescribed } from './ombudsman-tables';

/** Every table of the schema `insight`, for the drift test; the migrations make them. */
export const tables: readonly EntitySchema[] = [
  stageFact,
  contestedStage,
  complaintFact,
  complaintGone,
  removedTable(removableStages),
  removedTable(removableComplaints),
  service,
  directorate,
  coverage,
  sourceReach,
  streamDescribed,
  ombudsmanCaseFact,
  ombudsmanCaseGone,
  ombudsmanDescribed,
  callDay,
  rollupDrift,
  figureSet,
  figureRow,
  signalNote,
].map(({ entity }) => entity);
