import type { RecordedStage } from '../../contracts/records/stage';
import { WINDOWS_1252 } from '../formats/csv/encodings';
import { readCsv } from '../formats/csv/read-csv';
import { keptStages, stageFindings } from '../kit/stage-findings';
import type { Source } from '../source';
import { LISTED, OWN_CODES } from './codes';
import { ADULTS_COLUMNS, ADULTS_PERSONAL_COLUMNS } from './columns';
import { ADULTS_FAULTS } from './faults';
import { ADULTS, mapAdultsRow } from './map';
import { adultsMatchKeys } from './match-keys';

/** The adults' system: a row for each complaint, in Windows-1252. */
export const adults: Source<RecordedStage> = {
  name: ADULTS,
  title: "the adults' system",
  header: ADULTS_COLUMNS,
  identityColumns: ['ComplaintID'],
  owner: 'adults',
  isWhole: true,
  closureCodes: OWN_CODES,
  keepsLastUpdated: false,
  listed: LISTED,
  receivedColumns: /^DateOfComplaint$/,
  personalColumns: ADULTS_PERSONAL_COLUMNS,
  read: (request) => readCsv({ ...request, header: ADULTS_COLUMNS, encoding: WINDOWS_1252 }),
  place: (stage) => ({ keeper: 'adults', order: stage.number, ...keptStages([stage]) }),
  faults: ADULTS_FAULTS,
  findings: stageFindings({ parent: null, stage: null, received: 'DateOfComplaint' }),
  map: mapAdultsRow,
  matchKeys: adultsMatchKeys,
};
