import {
  type KeptTable,
  keptTable,
  nothingPersonal,
  whoActed,
  whyActed,
} from '../../platform/personal-data/kept-table';

/** What directory keeps: names of services, and who decided on them. */
export const keptData: readonly KeptTable[] = [
  keptTable('bank_holiday_decision', {
    personal: [whoActed('decided_by'), whyActed('reason')],
    plain: 'name note',
    holds: 'days and their names',
  }),
  keptTable('closure_decision', {
    personal: [whoActed('decided_by'), whyActed('reason')],
    plain: 'calendar name',
    holds: 'days on which a calendar is closed, and their names',
  }),
  keptTable('name_decision', {
    personal: [whoActed('decided_by'), whyActed('reason')],
    plain: 'id kind name directorate_id',
    holds: 'names of services and directorates',
  }),
  keptTable('word_decision', {
    personal: [whoActed('decided_by'), whyActed('reason')],
    plain: 'subject source kind word written means',
    holds: 'words of lists and what they mean',
  }),
  nothingPersonal('closure_effect', 'how many due days a decision moved', 'calendar'),
  nothingPersonal('named', 'names of services, directorates and channels', 'kind id name payload'),
];
