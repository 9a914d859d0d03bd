import {
  columns,
  type KeptTable,
  keptTable,
  nothingPersonal,
  whoActed,
  whyActed,
} from '../../platform/personal-data/kept-table';

/** What telephony holds: who was on the line, apart from what is counted. */
export const keptData: readonly KeptTable[] = [
  keptTable('call_people', {
    personal: [
      {
        about: 'Who called, and who answered',
        columns: columns('caller_number agent'),
        purpose: 'To find a call again that a complaint is about',
        basis: 'Public task, article 6(1)(e) of the UK GDPR',
        keptFor: 'As long as the call is recorded',
        erasedBy: 'Undoing the import that brought it',
      },
    ],
    plain: 'authority call_id cleared_for',
    holds: 'the id of the call, and who may read it',
  }),
  nothingPersonal(
    'call_complaint',
    'which calls became which complaints',
    'authority call_id stream complaint_id',
  ),
  keptTable('call_outcome', {
    personal: [
      whoActed('by'),
      {
        ...whyActed('note'),
        about: 'Whoever is named in what staff noted of a call',
        purpose: 'To show what became of a call',
        keptFor: 'As long as the call is recorded',
        erasedBy: 'Undoing the import that brought the call',
      },
    ],
    plain: 'authority call_id kind key fingerprint',
    holds: 'ids, what became of the call, and a hash of what was asked',
  }),
  nothingPersonal('call', 'facts of a call', 'authority call_id call_group queue_written'),
  nothingPersonal('call_removed', 'ids of calls that were removed', 'id partner stream'),
  nothingPersonal('call_day', 'calls counted by day', 'authority groups'),
  nothingPersonal('source_reach', 'of which days each source speaks', 'source keepers'),
];
