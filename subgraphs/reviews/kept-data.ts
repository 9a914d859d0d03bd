import {
  columns,
  type KeptTable,
  keptTable,
  type PersonalColumns,
  whoActed,
} from '../../platform/personal-data/kept-table';

/** What reviews keeps: meetings with what their people saw, and what was agreed. Posts, not people. */
export const keptData: readonly KeptTable[] = [
  keptTable('meeting', {
    personal: [whoActed('closed_by'), writtenAt('notes')],
    plain: 'id stream directorate chair attendees state agenda',
    holds: 'what the meeting is about, posts, and counts with ids of complaints',
  }),
  keptTable('action_version', {
    personal: [whoActed('changed_by'), writtenAt('what result')],
    plain: 'id meeting_id owner state complaint_id',
    holds: 'posts, and ids of meetings and complaints',
  }),
];

/** What people wrote at a meeting, where nothing keeps them from naming a person. */
function writtenAt(names: string): PersonalColumns {
  return {
    about: 'Whoever is named in what was written down at a meeting',
    columns: columns(names),
    purpose: 'To follow what was agreed until it is done',
    basis: 'Public task, article 6(1)(e) of the UK GDPR',
    keptFor: 'As long as the meeting',
    erasedBy: 'Nothing: the page asks for no names',
  };
}
