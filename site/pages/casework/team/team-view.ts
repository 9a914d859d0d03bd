import { dayWords } from '../../../../domain/figures/days';
import { streamName } from '../../../../domain/figures/names';
import { addressOf } from '../../../filters/address';
import { WORKLISTS_PATH } from '../../../server/navigation';
import type { NameOf } from '../../../server/person-names';
import { codeOf, type WorkStream } from '../worklists/work-streams';
import type { Team, TeamAbsence, TeamGroup, TeamWork } from './ask-team';
import { absenceHref, groupHref, handOverHref } from './paths';

/** Streams by their names; all of those that somebody sees are "all your streams". */
const streamsWords = (streams: readonly WorkStream[], all: readonly WorkStream[]): string =>
  all.length > 1 && streams.length === all.length
    ? 'all your streams'
    : streams.map((stream) => streamName(codeOf(stream))).join(', ');

interface Seen {
  readonly streams: readonly WorkStream[];
  readonly nameOf: NameOf;
  readonly today: string;
  /** Whose absence somebody may end or change. */
  readonly mayEnd: (subject: string) => boolean;
}

/** Who is away, until when, and who stands in. */
export const absenceRows = ({ absences }: Team, { streams, nameOf, today, mayEnd }: Seen) =>
  absences.map((absence: TeamAbsence) => ({
    who: nameOf(absence.subject),
    days: `${dayWords(absence.from)} to ${dayWords(absence.to)}`,
    isNow: absence.from <= today,
    standsIn: absence.standsIn === null ? 'Nobody' : nameOf(absence.standsIn),
    streams: streamsWords(absence.streams, streams),
    href: mayEnd(absence.subject) ? absenceHref(absence.id) : null,
  }));

/** The groups, with who is in them. */
export const groupRows = ({ groups }: Team, nameOf: NameOf, mayChange: boolean) =>
  groups.map((group: TeamGroup) => ({
    ...{ name: group.name, stream: streamName(codeOf(group.stream)) },
    members: group.members.map(nameOf).join(', ') || 'Nobody',
    callGroups: group.callGroups.join(', ') || 'None',
    href: mayChange ? groupHref(group.stream, group.id) : null,
  }));

/** Who has how much. */
export function workRows({ work, groups, absences }: Team, nameOf: NameOf, today: string) {
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  const away = new Set(absences.filter(({ from }) => from <= today).map(({ subject }) => subject));
  return work.map((each: TeamWork) => ({
    who: whoWords(each, names, nameOf),
    isAway: each.assignedTo !== null && away.has(each.assignedTo),
    ...{ open: each.open, overdue: each.overdue, dueSoon: each.dueSoon },
    listHref: listHref(each),
    handOverHref: each.assignedTo === null ? null : handOverHref(each.assignedTo),
  }));
}

/** The list of what somebody, or a group, has. */
function listHref({ assignedTo, assignedGroup }: TeamWork): string {
  const of = assignedTo === null ? { group: assignedGroup } : { person: assignedTo };
  const list = assignedTo === null && assignedGroup === null ? 'UNASSIGNED' : 'ALL_OPEN';
  return addressOf(WORKLISTS_PATH, {}, { list, ...of });
}

function whoWords(
  { assignedTo, assignedGroup }: TeamWork,
  names: ReadonlyMap<string, string>,
  nameOf: NameOf,
): string {
  if (assignedTo !== null) return nameOf(assignedTo);
  return assignedGroup === null ? 'Nobody' : (names.get(assignedGroup) ?? 'A group');
}
