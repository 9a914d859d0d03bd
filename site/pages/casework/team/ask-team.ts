import type { Asking, Gateway } from '../../../gateway/gateway';
import {
  type TeamAbsenceFragment,
  TeamAdultsDocument,
  TeamChildrensDocument,
  TeamCorporateDocument,
  type TeamCorporateQuery,
  type TeamGroupFragment,
  TeamSchoolsDocument,
} from '../../../operations/__generated__/operations';
import { unlessLost } from '../../ask-part';
import type { WorkStream } from '../worklists/work-streams';

const OPERATIONS = {
  adults: TeamAdultsDocument,
  childrens: TeamChildrensDocument,
  corporate: TeamCorporateDocument,
  schools: TeamSchoolsDocument,
} as const satisfies Readonly<Record<WorkStream, unknown>>;

/** Somebody's absence, and the streams in which it is recorded: it has one id in all of them. */
export interface TeamAbsence extends TeamAbsenceFragment {
  readonly streams: readonly WorkStream[];
}

/** A group of one stream. */
export interface TeamGroup extends TeamGroupFragment {
  readonly stream: WorkStream;
}

/** How much open work somebody, or a group, has over all streams. */
export interface TeamWork {
  readonly assignedTo: string | null;
  readonly assignedGroup: string | null;
  readonly open: number;
  readonly overdue: number;
  readonly dueSoon: number;
}

/** Who works on the complaints of some streams. */
export interface Team {
  readonly groups: readonly TeamGroup[];
  readonly absences: readonly TeamAbsence[];
  readonly work: readonly TeamWork[];
  readonly lost: readonly WorkStream[];
}

/** Asks each stream who works on its complaints; one that is down is told as lost. Throws `GatewayRefusal` for whoever may not. */
export async function askTeam(
  gateway: Gateway,
  streams: readonly WorkStream[],
  asking: Asking,
): Promise<Team> {
  const answers = await Promise.all(
    streams.map(async (stream) => ({
      ...{ stream, told: await unlessLost(gateway.ask(OPERATIONS[stream], {}, asking)) },
    })),
  );
  return teamOf(answers);
}

type Told = { readonly stream: WorkStream; readonly told: TeamCorporateQuery | null };

/** What the streams tell, put together. */
function teamOf(answers: readonly Told[]): Team {
  const absences = new Map<string, TeamAbsence>();
  const work = new Map<string, TeamWork>();
  for (const { stream, told } of answers) {
    for (const absence of told?.absences ?? []) {
      const streams = [...(absences.get(absence.id)?.streams ?? []), stream];
      absences.set(absence.id, { ...absence, streams });
    }
    for (const each of told?.work?.assignees ?? []) addWork(work, each);
  }
  return {
    groups: answers.flatMap(({ stream, told }) =>
      (told?.groups ?? []).map((group) => ({ ...group, stream })),
    ),
    absences: [...absences.values()].sort((one, other) => (one.from < other.from ? -1 : 1)),
    work: [...work.values()].sort((one, other) => other.overdue - one.overdue || other.open - one.open),
    lost: answers.filter(({ told }) => told === null).map(({ stream }) => stream),
  };
}

function addWork(work: Map<string, TeamWork>, each: TeamWork): void {
  const name = JSON.stringify([each.assignedTo, each.assignedGroup]);
  const held = work.get(name) ?? { open: 0, overdue: 0, dueSoon: 0 };
  work.set(name, {
    ...each,
    ...{ open: held.open + each.open, overdue: held.overdue + each.overdue },
    dueSoon: held.dueSoon + each.dueSoon,
  });
}
