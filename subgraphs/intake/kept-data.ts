import {
  columns,
  type KeptTable,
  keptTable,
  nothingPersonal,
  type PersonalColumns,
  whoActed,
  whyActed,
} from '../../platform/personal-data/kept-table';

const AS_IT_CAME: PersonalColumns = {
  about: 'Everybody in a row of an inherited system: who complained, for whom, who handled it',
  columns: columns('raw'),
  purpose: 'To show where a value came from, to put right what came wrong, and to undo an import',
  basis:
    'Public task, article 6(1)(e) of the UK GDPR; what tells of health, care or a child: article 9(2)(g) and (h)',
  keptFor: 'As long as the row is held or kept back, and the people of its complaint are kept',
  erasedBy:
    'Whatever takes the people of its complaint out, within moments; undoing the import that brought it',
};

const PUT_RIGHT: PersonalColumns = {
  ...AS_IT_CAME,
  about: 'Whoever is named in a cell that somebody corrected',
  columns: columns('cells'),
  keptFor: 'As long as the row that was corrected',
};

const COMPARED: PersonalColumns = {
  ...AS_IT_CAME,
  about: 'Who complained: salted hashes of names, addresses and postcodes',
  columns: columns('names email postcode'),
  purpose: 'To find records of two systems that are one complaint',
  keptFor: 'As long as the row is held',
  erasedBy: 'Whatever removes the row, at the next search',
};

/** What intake holds of rows as they came, and what it only counts. */
export const keptData: readonly KeptTable[] = [
  keptTable('held_row', {
    personal: [AS_IT_CAME],
    plain: 'source identity content_hash last_updated keeper',
    holds: 'how its system numbers the row, and a hash of its content',
  }),
  keptTable('replaced_row', {
    personal: [AS_IT_CAME],
    plain: 'source identity content_hash last_updated keeper',
    holds: 'how its system numbers the row, and a hash of its content',
  }),
  keptTable('quarantined_row', {
    personal: [{ ...AS_IT_CAME, columns: columns('raw reasons') }],
    plain: 'source content_hash id owner codes state',
    holds: 'a hash of its content, and codes of what is wrong',
  }),
  keptTable('fault', {
    personal: [{ ...AS_IT_CAME, columns: columns('raw value') }],
    plain: 'owner column_name code action state',
    holds: 'columns, codes, and what was done: the value is null where its column is personal',
  }),
  keptTable('met_again', {
    personal: [{ ...AS_IT_CAME, columns: columns('reasons') }],
    plain: 'row_id owner',
    holds: 'ids of rows',
  }),
  keptTable('amendment', {
    personal: [{ ...PUT_RIGHT, columns: columns('cells reason') }, whoActed('decided_by')],
    plain: 'kind source owner row_id accepted_faults state refusal decided_as cleared_for',
    holds: 'codes and ids',
  }),
  keptTable('matter', {
    personal: [COMPARED],
    plain: 'source record owner content_hash own_references named_references',
    holds: 'references as salted hashes, and a hash of the content',
  }),
  keptTable('likely_duplicate', {
    personal: [whoActed('decided_by'), whyActed('reason')],
    plain: 'id one_source one_record one_owner other_source other_record other_owner reasons state',
    holds: 'which two records, and codes of why',
  }),
  keptTable('job', {
    personal: [whoActed('asked_by cancelled_by')],
    plain: 'kind state source file sha256 upload outcome refusal message watched',
    holds: 'names of files, counts and codes: no value of a personal column',
  }),
  keptTable('import_run', {
    personal: [whoActed('undone_by')],
    plain: 'source file sha256 state refusal kind keepers',
    holds: 'names of files, counts and codes',
  }),
  keptTable('system_taken_over', {
    personal: [whoActed('taken_over_by'), whyActed('reason')],
    plain: 'source',
    holds: 'which inherited systems were taken over, and when',
  }),
  keptTable('coverage_decision', {
    personal: [whoActed('decided_by'), whyActed('reason')],
    plain: 'stream measure',
    holds: 'streams and measures',
  }),
  ...[
    ['anonymised_record', 'records of which nobody is kept any more', 'source record reference complaint_id'],
    ['run_tally', 'counts by code', 'kind name'],
    ['fault_tally', 'counts by code', 'owner code state'],
    ['told_faults', 'counts of what waits to be put right', 'keeper months counted_at'],
    ['quarantine_tally', 'counts by code', 'owner state codes'],
    ['undone_record', 'records that an undone import had brought', 'source record keeper'],
    ['vanished_row', 'records that a whole file lacked', 'source identity owner'],
    ['closed_record', 'records that are kept back', 'complaint_id source record'],
    ['complaint_service', 'which service a record belongs to', 'complaint_id stream records service_ids'],
    ['coverage', 'since when each measure has been recorded', 'stream measure granularity'],
    ['duplicate_search', 'the salt of hashes', 'salt'],
    ['known_name', 'names of services, directorates and channels', 'kind id name other_names'],
    ['mapped_word', 'what words of inherited systems mean', 'subject mapped'],
    ['source_reach', 'of which days each source speaks', 'source'],
  ].map(([table = '', holds = '', names = '']) => nothingPersonal(table, holds, names)),
];
