import type { KeptOmbudsmanCase } from '../../contracts/records/ombudsman-case';
import { readWorkbook } from '../formats/workbook/read-workbook';
import type { Source } from '../source';
import { LISTED, ownerOf } from './codes';
import { REGISTER_COLUMNS, REGISTER_DAYS } from './columns';
import { REGISTER_FAULTS } from './faults';
import { mapRegisterRow } from './map';

/** The team's own register of ombudsmen's enquiries: a workbook, a row for each. */
export const ombudsman: Source<KeptOmbudsmanCase> = {
  name: 'ombudsman',
  title: "the team's register of ombudsmen's enquiries",
  header: REGISTER_COLUMNS,
  identityColumns: ['Ombudsman', 'Ombudsman ref'],
  isWhole: true,
  keepsLastUpdated: false,
  listed: LISTED,
  receivedColumns: /^Received$/,
  personalColumns: new Set(),
  read: (request) => readWorkbook({ ...request, header: REGISTER_COLUMNS, dayColumns: REGISTER_DAYS }),
  place: (record) => ({
    keeper: 'ombudsman',
    order: 0,
    days: daysOf(record),
    kept: record,
    owner: ownerOf(record),
  }),
  faults: REGISTER_FAULTS,
  findings: {
    KEPT_LIVE: {
      column: 'Ombudsman ref',
      action:
        'Left aside: the case is worked on here, and stays as it stands here whatever the register says.',
    },
    OUR_REFERENCE_NOT_FOUND: {
      column: 'Our ref',
      action:
        'Kept without its complaint: none of its stream has this reference. It is joined to it when that is imported.',
    },
  },
  map: mapRegisterRow,
};

/** The days on which something happened; those by which it had to are none. */
const daysOf = ({ receivedOn, replySentOn, decidedOn, remedies }: KeptOmbudsmanCase): readonly string[] =>
  [receivedOn, replySentOn, decidedOn, ...remedies.map(({ doneOn }) => doneOn)].filter((day) => day !== null);
