import {
  columns,
  type KeptTable,
  keptTable,
  nothingPersonal,
  type PersonalColumns,
  whoActed,
} from '../../platform/personal-data/kept-table';

const WRITTEN: PersonalColumns = {
  about: 'Whoever an ombudsman’s decision speaks of; ombudsmen name nobody in what they publish',
  columns: columns('text'),
  purpose: 'To carry out what an ombudsman decided, and to report it',
  basis: 'Legal obligation and public task, article 6(1)(c) and (e) of the UK GDPR',
  keptFor: 'As long as the case is recorded',
  erasedBy: 'Undoing the import that brought it',
};

/** What somebody wrote at an entry of a case, where nothing keeps them from naming a person. */
const WORDS: PersonalColumns = {
  about: 'Whoever is named in what was asked, replied or noted',
  columns: columns('words'),
  purpose: 'To answer an ombudsman, and to do what was decided',
  basis: 'Legal obligation and public task, article 6(1)(c) and (e) of the UK GDPR',
  keptFor: 'As long as the people of the complaint',
  erasedBy: 'Taking the people of the complaint out',
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
  keptTable('enquiry_entry', {
    personal: [whoActed('by')],
    plain: 'case_id event facts',
    holds: 'what happened, with days and findings and without names',
  }),
  keptTable('enquiry_words', {
    personal: [WORDS],
    plain: 'case_id part',
    holds: 'of which case, and what they are',
  }),
  keptTable('command_done', {
    personal: [whoActed('subject')],
    plain: 'key case_id fingerprint',
    holds: 'which command, and a hash of what it asked',
  }),
  keptTable('closed_complaint', {
    personal: [
      {
        ...whoActed('shut_out open_to'),
        about: 'Staff who have an interest in a complaint, or to whom alone it is open: by hashes',
        purpose: 'To keep a case from whoever may not see its people',
        keptFor: 'As long as the complaint is closed',
        erasedBy: 'Lifting the restriction, or withdrawing the conflict of interest',
      },
    ],
    plain: 'complaint_id',
    holds: 'the id of the complaint',
  }),
  nothingPersonal('bank_holiday', 'what was decided on bank holidays', 'change'),
  nothingPersonal('reference_of_complaint', 'references of complaints', 'complaint_id reference_key stream'),
  nothingPersonal(
    'ombudsman_case_removed',
    'ids of cases that were removed, and whose they were',
    'id partner stream',
  ),
  nothingPersonal('case_gone', 'ids of cases that were removed', 'id'),
  nothingPersonal('description', 'what the ombudsmen tell of their report', 'part payload'),
  { table: 'live_since', personal: [], plain: [], holds: 'since when cases are worked on here' },
  nothingPersonal('source_reach', 'of which days each source speaks', 'source keepers'),
];
