import { readCsv } from '../formats/csv/read-csv';
import type { Source } from '../source';
import { LISTED } from './codes';
import { CALL_COLUMNS, CALL_PERSONAL_COLUMNS } from './columns';
import { CALL_FAULTS } from './faults';
import { type CallRecord, mapCallRow } from './map';

/** The telephony system: a row for each call that was offered to the complaints team. */
export const calls: Source<CallRecord> = {
  name: 'calls',
  title: 'the telephony system',
  header: CALL_COLUMNS,
  identityColumns: ['CallID'],
  // Each file has the calls of its own days.
  isWhole: false,
  keepsLastUpdated: false,
  listed: LISTED,
  receivedColumns: /^OfferedAt$/,
  personalColumns: CALL_PERSONAL_COLUMNS,
  read: (request) => readCsv({ ...request, header: CALL_COLUMNS }),
  place: ({ contentHash: _, ...kept }) => ({ keeper: 'calls', order: 0, days: [kept.offeredOn], kept }),
  faults: CALL_FAULTS,
  findings: {},
  map: mapCallRow,
};
