import { readCsv } from '../csv/read-csv';
import type { Source } from '../source';
import { CORPORATE_COLUMNS, CORPORATE_PERSONAL_COLUMNS } from './columns';
import { CORPORATE_CRM, type CrmStage, mapCorporateRow } from './map';

/** The corporate system, which holds schools' complaints too: a row for each stage. */
export const corporateCrm: Source<CrmStage> = {
  name: CORPORATE_CRM,
  title: 'the corporate system',
  header: CORPORATE_COLUMNS,
  identityColumns: ['Case Ref'],
  keepsLastUpdated: true,
  personalColumns: CORPORATE_PERSONAL_COLUMNS,
  read: (request) => readCsv({ ...request, header: CORPORATE_COLUMNS }),
  map: mapCorporateRow,
};
