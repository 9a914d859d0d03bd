import type { EntitySchema } from 'typeorm';
import { removedTable } from '../../../platform/records/removals';
import { figureRow, figureSet } from '../figure-views/figure-tables';
import { removableComplaints, removableStages } from '../records/removable';
import { reportTables } from '../reports/life/report-tables';
import { rollupDrift } from '../rollups/drift-table';
import { signalNote } from '../signals/signal-tables';
import { targetDecision } from '../targets/target-table';
import { callDay } from './call-tables';
import { complaintFact, complaintGone, contestedStage, stageFact } from './fact-tables';
import { factChange, factHeld, factHistory } from './history-tables';
import { coverage, directorate, openFault, service, sourceReach, streamDescribed } from './name-tables';
import { ombudsmanCaseFact, ombudsmanCaseGone, ombudsmanDescribed } from './ombudsman-tables';
import { promiseFact } from './promise-tables';

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
  openFault,
  streamDescribed,
  ombudsmanCaseFact,
  ombudsmanCaseGone,
  ombudsmanDescribed,
  callDay,
  promiseFact,
  rollupDrift,
  factChange,
  factHistory,
  factHeld,
  ...reportTables,
  figureSet,
  figureRow,
  targetDecision,
  signalNote,
].map(({ entity }) => entity);
