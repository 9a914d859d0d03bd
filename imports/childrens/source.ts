import { readJsonLines } from '../formats/jsonl/read-json-lines';
import { keptStages, stageFindings } from '../kit/stage-findings';
import type { Source } from '../source';
import { LISTED, OWN_CODES } from './codes';
import { CHILDRENS_PERSONAL_COLUMNS } from './columns';
import { CHILDRENS, type ChildrensComplaint } from './complaint';
import { CHILDRENS_FAULTS } from './faults';
import { mapChildrensRow } from './map';
import { childrensMatchKeys } from './match-keys';

/** The children's cloud system: a line for each complaint, with all its stages. */
export const childrens: Source<ChildrensComplaint> = {
  name: CHILDRENS,
  title: "the children's system",
  header: [],
  identityColumns: ['caseNumber'],
  owner: 'childrens',
  isWhole: true,
  closureCodes: OWN_CODES,
  keepsLastUpdated: false,
  listed: LISTED,
  receivedColumns: /^stages\[\d+\]\.startedAt$/,
  personalColumns: CHILDRENS_PERSONAL_COLUMNS,
  read: readJsonLines,
  // A complaint comes with all its stages, so none has to wait for another.
  place: ({ stages }) => ({ keeper: 'childrens', order: 1, ...keptStages(stages) }),
  faults: CHILDRENS_FAULTS,
  findings: stageFindings({ parent: null, stage: null, received: 'stages' }),
  map: mapChildrensRow,
  matchKeys: childrensMatchKeys,
};
