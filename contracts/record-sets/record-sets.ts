import type { RecordSet } from '../../platform/records/record-set';
import { calls } from './calls';
import { complaints } from './complaints';
import { ombudsmanCases } from './ombudsman-cases';
import { removedCalls, removedComplaints, removedOmbudsmanCases, removedStages } from './removed';
import { stages } from './stages';

/** All record sets that leave by files and views. */
export const RECORD_SETS: readonly RecordSet[] = [
  ...[stages, complaints, ombudsmanCases, calls],
  ...[removedStages, removedComplaints, removedOmbudsmanCases, removedCalls],
];
