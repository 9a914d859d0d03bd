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
  keptFor: 'As long as the stage is recorded',
  erasedBy: 'Undoing the import that brought it, or an import by which its system no longer has the stage',
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
  purpose: 'To find a complaint by its people, for officers cleared for the stream',
  erasedBy: 'Whatever removes the account',
};

const COMPLAINED_ABOUT: PersonalColumns = {
  ...HANDLED,
  about: 'Staff who are complained about, or have an interest in a complaint',
  columns: columns('subject'),
  purpose: 'To keep people from their own cases',
  keptFor: 'As long as the complaint is recorded',
  erasedBy: 'Nothing: a conflict that is withdrawn stays as one that was',
};

/** What a stream keeps: the tables that all have, and its own. */
export const caseKeptData = ({ ownStage, ownAccount }: StreamDefinition): readonly KeptTable[] => [
  keptTable('account', { personal: [COMPLAINED], plain: 'stage_id', holds: 'the id of the stage' }),
  keptTable('account_words', { personal: [FOUND_BY], plain: 'stage_id', holds: 'the id of the stage' }),
  ...[ownStage, ...(ownAccount === undefined ? [] : [ownAccount])].map(ownTable),
  keptTable('conflict_of_interest', {
    personal: [COMPLAINED_ABOUT, whoActed('recorded_by withdrawn_by'), whyActed('reason withdrawn_because')],
    plain: 'id complaint_id stage_ids kind',
    holds: 'ids, and the kind of conflict',
  }),
  keptTable('restriction', {
    personal: [
      { ...whoActed('named'), about: 'Staff who may open a restricted case' },
      whoActed('restricted_by lifted_by'),
      whyActed('reason lifted_because'),
    ],
    plain: 'id complaint_id stage_ids kind',
    holds: 'ids, and the kind of restriction',
  }),
  keptTable('case_opening', {
    personal: [whoActed('opened_by ended_by acknowledged_by'), whyActed('reason')],
    plain: 'id complaint_id',
    holds: 'ids',
  }),
  ...FACTS,
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
  nothingPersonal('mapped_word', 'what words of inherited systems mean', 'subject mapped'),
  nothingPersonal('bank_holiday', 'what was decided on bank holidays', 'change'),
  nothingPersonal('closed_days', 'days on which the calendar is closed', 'calendar closed'),
  nothingPersonal('description', 'what the stream tells of its stages and its report', 'stream payload'),
  nothingPersonal('source_reach', 'of which days each source speaks', 'source'),
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
