import {
  columns,
  type KeptTable,
  keptTable,
  nothingPersonal,
  type PersonalColumns,
} from '../../platform/personal-data/kept-table';

const WRITTEN: PersonalColumns = {
  about: 'Whoever an ombudsman’s decision speaks of; ombudsmen name nobody in what they publish',
  columns: columns('text'),
  purpose: 'To carry out what an ombudsman decided, and to report it',
  basis: 'Legal obligation and public task, article 6(1)(c) and (e) of the UK GDPR',
  keptFor: 'As long as the case is recorded',
  erasedBy: 'Undoing the import that brought it',
};

/** What the ombudsmen's cases hold: facts, and in two columns words of a decision. */
export const keptData: readonly KeptTable[] = [
  keptTable('remedy', { personal: [WRITTEN], plain: 'case_id partner', holds: 'the id of the case' }),
  keptTable('finding', {
    personal: [{ ...WRITTEN, columns: columns('issue') }],
    plain: 'case_id category finding partner',
    holds: 'what was found, by category',
  }),
  nothingPersonal(
    'ombudsman_case',
    'ids, days and decisions; of its content a hash',
    'id authority body complaint_id content_hash decision lgsco_decision our_reference our_reference_digits our_reference_key partner reference stream stream_written',
  ),
  nothingPersonal('reference_of_complaint', 'references of complaints', 'complaint_id reference_key stream'),
  nothingPersonal(
    'ombudsman_case_removed',
    'ids of cases that were removed, and whose they were',
    'id partner stream',
  ),
  nothingPersonal('case_gone', 'ids of cases that were removed', 'id'),
  nothingPersonal('description', 'what the ombudsmen tell of their report', 'part payload'),
  nothingPersonal('source_reach', 'of which days each source speaks', 'source keepers'),
];
