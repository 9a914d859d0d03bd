import { readCsv } from '../formats/csv/read-csv';
import { keptStages, stageFindings } from '../kit/stage-findings';
import type { Source } from '../source';
import { LISTED, OWN_CODES } from './codes';
import { CORPORATE_COLUMNS, CORPORATE_PERSONAL_COLUMNS } from './columns';
import { CORPORATE_FAULTS } from './faults';
import { CORPORATE_CRM, type CrmStage, mapCorporateRow } from './map';
import { corporateMatchKeys } from './match-keys';

/** The corporate system, which holds schools' complaints too: a row for each stage. */
export const corporateCrm: Source<CrmStage> = {
  name: CORPORATE_CRM,
  title: 'the corporate system',
  header: CORPORATE_COLUMNS,
  identityColumns: ['Case Ref'],
  isWhole: true,
  closureCodes: OWN_CODES,
  keepsLastUpdated: true,
  endsWithTotal: true,
  listed: LISTED,
  stageKept: {
    column: 'Stage',
    action:
      'Quarantined: this reference is held at another stage, which stays. Give the row the reference of its own stage, or the stage that is held.',
  },
  receivedColumns: /^Date Received$/,
  personalColumns: CORPORATE_PERSONAL_COLUMNS,
  read: (request) => readCsv({ ...request, header: CORPORATE_COLUMNS }),
  place: ({ stream, ...stage }) => ({ keeper: stream, order: stage.number, ...keptStages([stage]) }),
  faults: CORPORATE_FAULTS,
  findings: stageFindings({ parent: 'Parent Ref', stage: 'Stage', received: 'Date Received' }),
  map: mapCorporateRow,
  matchKeys: corporateMatchKeys,
};
