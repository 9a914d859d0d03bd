import {
  columns,
  type KeptTable,
  keptTable,
  nothingPersonal,
  type PersonalColumns,
  whoActed,
  whyActed,
} from '../../platform/personal-data/kept-table';
import type { OwnStageTable, StreamDefinition } from '../stream/definition';

const HANDLED = {
  purpose: 'To look into a complaint, to answer it, and to show later how it was handled',
  basis:
    'Public task, article 6(1)(e) of the UK GDPR; what tells of health, care or a child: article 9(2)(g) and (h)',
  keptFor:
    'Until somebody decides, once the stream’s period after closing is over, that it is taken out; never while a legal hold keeps it',
  erasedBy:
    'An officer, at the review or when the person asks to be erased; undoing the import that brought it',
};

const COMPLAINED: PersonalColumns = {
  ...HANDLED,
  about: 'Who complained, for whom, and whoever is named in what was said',
  columns: columns('person relationship title forename surname name email postcode summary'),
};

const FOUND_BY: PersonalColumns = {
  ...HANDLED,
  about: COMPLAINED.about,
  columns: columns('words'),
  purpose: 'To find a complaint by its people and by what was written, for those who may read them',
  erasedBy: 'Whatever removes the account',
};

const COMPLAINED_ABOUT: PersonalColumns = {
  ...HANDLED,
  about: 'Staff who are complained about, or have an interest in a complaint',
  columns: columns('subject'),
  purpose: 'To keep people from their own cases',
  keptFor: 'As long as the people of the complaint',
  erasedBy: 'Whatever takes the people of the complaint out',
};

/** What staff wrote, or who they named, for a complaint: it goes when the complaint’s people go. */
const withThem = (names: string): PersonalColumns => ({
  ...whyActed(names),
  erasedBy: 'Whatever takes the people of the complaint out',
});

/** What a stream keeps: the tables that all have, and its own. */
export const caseKeptData = ({ ownStage, ownAccount }: StreamDefinition): readonly KeptTable[] => [
  keptTable('account', { personal: [COMPLAINED], plain: 'stage_id', holds: 'the id of the stage' }),
  keptTable('account_words', { personal: [FOUND_BY], plain: 'stage_id', holds: 'the id of the stage' }),
  ...[ownStage, ...(ownAccount === undefined ? [] : [ownAccount])].map(ownTable),
  keptTable('conflict_of_interest', {
    personal: [COMPLAINED_ABOUT, whoActed('recorded_by withdrawn_by'), withThem('reason withdrawn_because')],
    plain: 'id complaint_id stage_ids kind',
    holds: 'ids, and the kind of conflict',
  }),
  keptTable('restriction', {
    personal: [
      { ...withThem('named'), about: 'Staff who may open a restricted case' },
      whoActed('restricted_by lifted_by'),
      withThem('reason lifted_because'),
    ],
    plain: 'id complaint_id stage_ids kind',
    holds: 'ids, and the kind of restriction',
  }),
  keptTable('case_opening', {
    personal: [whoActed('opened_by ended_by acknowledged_by'), withThem('reason')],
    plain: 'id complaint_id',
    holds: 'ids',
  }),
  ...RETENTION,
  ...LIVE,
  ...WORKLISTS,
  ...LEARNING,
  ...FACTS,
];

const RETENTION: readonly KeptTable[] = [
  keptTable('legal_hold', {
    personal: [whoActed('put_by lifted_by'), withThem('reason lifted_because')],
    plain: 'id complaint_id stage_ids',
    holds: 'ids',
  }),
  keptTable('retention_decision', {
    personal: [whoActed('decided_by'), whyActed('reason')],
    plain: 'id complaint_id kind cause',
    holds: 'ids, and what was decided',
  }),
  keptTable('preserved_people', {
    personal: [
      {
        ...HANDLED,
        about: COMPLAINED.about,
        columns: columns('content'),
        purpose: 'To keep what a legal hold covers as it was, though an import changed it or took it back',
        keptFor: 'Until the hold is lifted',
        erasedBy: 'Lifting the last hold that covers it',
      },
    ],
    plain: 'stage_id kept_in',
    holds: 'which stage, and where it was kept',
  }),
  keptTable('subject_access', {
    personal: [
      {
        ...HANDLED,
        about: 'Whoever else is named in a complaint whose person asks what is kept of them',
        columns: columns('struck'),
        purpose: 'To strike out of what the person is sent what tells of others',
        basis: 'Legal obligation, articles 6(1)(c) and 15(4) of the UK GDPR',
        keptFor: 'As long as the people of the complaint',
        erasedBy: 'Whatever takes the people of the complaint out',
      },
      whoActed('prepared_by approved_by'),
    ],
    plain: 'id complaint_id left_out content_hash',
    holds: 'ids, which fields are left out, and a hash of what was kept',
  }),
  nothingPersonal('anonymised_stage', 'stages of which nobody is kept any more', 'stage_id decision_id'),
];

const WORKED_ON: PersonalColumns = {
  ...HANDLED,
  about: 'Who works on a complaint, who looked into it, and who sat on its panel: by ids',
  columns: columns('by facts'),
  purpose: 'To show later who did what, and when',
  erasedBy: 'Nothing: what happened stays, by ids that name nobody outside',
};

const LIVE: readonly KeptTable[] = [
  keptTable('live_case', {
    personal: [
      {
        ...WORKED_ON,
        columns: columns('assigned_to handled_earlier_by'),
        purpose: 'To know who has a complaint, and to keep a later stage from whoever handled an earlier one',
      },
    ],
    plain: 'complaint_id state waits_for assigned_group service_id next_limit',
    holds: 'ids, and how the complaint stands',
  }),
  nothingPersonal('live_clock', 'days of a complaint’s stages', 'complaint_id stages'),
  keptTable('timeline_entry', {
    personal: [WORKED_ON],
    plain: 'complaint_id event',
    holds: 'ids, and what happened',
  }),
  keptTable('timeline_words', {
    personal: [
      {
        ...COMPLAINED,
        columns: columns('words'),
        erasedBy: 'Whatever takes the people of the complaint out',
      },
    ],
    plain: 'complaint_id part',
    holds: 'the id of the complaint, and what the words are',
  }),
  keptTable('case_party', {
    personal: [
      {
        ...COMPLAINED,
        columns: columns('person relationship title forename surname email telephone address postcode'),
        erasedBy: 'Whatever takes the people of the complaint out',
      },
    ],
    plain: 'id complaint_id kind',
    holds: 'ids, and what somebody is to the complaint',
  }),
  keptTable('command_done', {
    personal: [whoActed('subject')],
    plain: 'key complaint_id fingerprint',
    holds: 'ids, and a hash of what was asked',
  }),
  keptTable('document', {
    personal: [
      {
        ...COMPLAINED,
        columns: columns('name left_out'),
        purpose:
          'To tell documents of a complaint apart; what they hold stands in files outside the database',
        erasedBy: 'Whatever takes the people of the complaint out, and with them the files',
      },
      whoActed('attached_by'),
    ],
    plain: 'id complaint_id media_type sha256 source parent file',
    holds: 'ids, what kind of document it is, a hash of its content, and which file holds it',
  }),
  keptTable('letter', {
    personal: [
      {
        ...COMPLAINED,
        columns: columns('paragraphs addressee'),
        purpose: 'To tell a complainant what becomes of the complaint, and to show later what they were told',
        erasedBy: 'Whatever takes the people of the complaint out',
      },
      withThem('returned_because'),
      whoActed('writers changed_by approved_by'),
    ],
    plain: 'id complaint_id kind outcome status subject sent_how documents',
    holds: 'ids, what kind of letter it is, and how far it has come',
  }),
  nothingPersonal('call_recorded', 'ids of a call and of its complaint', 'call_id complaint_id'),
];

const WORKS_HERE: PersonalColumns = {
  ...HANDLED,
  about: 'Staff who work on complaints',
  columns: columns('members'),
  purpose: 'To know whose work is whose, and who stands in for whom',
  basis: 'Public task, article 6(1)(e) of the UK GDPR',
  keptFor: 'As long as complaints are worked on here',
  erasedBy: 'Officers, who say anew who is in a group; absences stay, by ids',
};

const WORKLISTS: readonly KeptTable[] = [
  keptTable('case_tally', {
    personal: [
      {
        ...WORKED_ON,
        about: 'Who has open complaints: by ids',
        columns: columns('assigned_to'),
        purpose: 'To tell how many complaints each person has',
        erasedBy: 'Each change to their last complaint',
      },
    ],
    plain: 'assigned_group service_id waits_for next_limit',
    holds: 'how many open complaints of one kind there are',
  }),
  keptTable('case_group', {
    personal: [WORKS_HERE, whoActed('changed_by')],
    plain: 'id name call_groups',
    holds: 'what a group is called, and whose calls come to it',
  }),
  keptTable('absence', {
    personal: [{ ...WORKS_HERE, columns: columns('subject stands_in') }, whoActed('recorded_by ended_by')],
    plain: 'id',
    holds: 'the id of the absence',
  }),
  keptTable('many_done', {
    personal: [whoActed('subject')],
    plain: 'key fingerprint outcome',
    holds: 'ids, a hash of what was asked, and which complaints were done or refused',
  }),
];

const LEARNING: readonly KeptTable[] = [
  keptTable('promised_action', {
    personal: [whoActed('owner')],
    plain: 'complaint_id service_id',
    holds: 'ids, and the days of what was promised',
  }),
  keptTable('recommendation', {
    personal: [whoActed('owner')],
    plain: 'complaint_id service_id became',
    holds: 'ids, and what became of what was recommended',
  }),
  nothingPersonal('named_cause', 'what answers named as behind complaints', 'complaint_id causes'),
];

const FACTS: readonly KeptTable[] = [
  nothingPersonal('complaint', 'ids of complaints', 'id authority'),
  nothingPersonal(
    'stage',
    'facts of a stage: how its system numbers it, its service, how it ended; of its content a hash',
    'id complaint_id source key reference case_key parent_key own_key route outcome closure_reason closure_code_written service_id service_written directorate_id theme channel channel_written content_hash',
  ),
  nothingPersonal('service_name', 'names of services', 'id name directorate'),
  nothingPersonal('directorate_name', 'names of directorates', 'id name'),
  nothingPersonal('channel_name', 'names of channels', 'id name other_names'),
  nothingPersonal('mapped_word', 'what words of inherited systems mean', 'subject mapped'),
  nothingPersonal('bank_holiday', 'what was decided on bank holidays', 'change'),
  nothingPersonal('closed_days', 'days on which the calendar is closed', 'calendar closed'),
  nothingPersonal('calendar_history', 'what had been decided on the calendar by when', 'changes closed'),
  nothingPersonal('description', 'what the stream tells of its stages and its report', 'stream payload'),
  nothingPersonal('source_reach', 'of which days each source speaks', 'source'),
  { table: 'live_since', personal: [], plain: [], holds: 'since when complaints are worked on here' },
  nothingPersonal('system_taken_over', 'which inherited systems were taken over', 'source'),
];

/** All that a personal table of a stream's own says of a stage is about people; of any other table nothing is. */
function ownTable({ stored, columns: own, personal }: OwnStageTable): KeptTable {
  const names = Object.keys(own);
  if (!personal)
    return { table: stored.name, personal: [], plain: ['stage_id', ...names], holds: 'facts of the stage' };
  const about = 'The person whom a complaint concerns, and who looked into it';
  return {
    table: stored.name,
    personal: [{ ...HANDLED, about, columns: names }],
    plain: ['stage_id'],
    holds: 'the id of the stage',
  };
}
