import type { FastifyInstance, FastifyRequest } from 'fastify';
import { londonDayOf } from '../../../../domain/calendar/day';
import { streamName } from '../../../../domain/figures/names';
import { lostView, statusOf } from '../../figures/lost';
import { askingOf, type PageMakers, queryOf, sendPage } from '../../page-makers';
import { codeOf } from '../worklists/work-streams';
import { askTeam, type Team } from './ask-team';
import { awayForm } from './away';
import { GROUPS_PATH, HAND_OVER_PATH, TEAM_PATH } from './paths';
import { absenceRows, groupRows, workRows } from './team-view';
import { workerOf } from './worker';

type Makers = Pick<PageMakers, 'page' | 'gateway' | 'nameOf' | 'clock'>;

/** What was done just now, by what an address says of it. */
const DID: Readonly<Record<string, string>> = {
  away: 'It is recorded who is away.',
  changed: 'The absence was changed.',
  ended: 'The absence was ended.',
  group: 'The group was saved.',
};

/** The team: who is away and who stands in, who has how much, and the groups. */
export function addTeamPage(app: FastifyInstance, makers: Makers): void {
  app.get(TEAM_PATH, async (request, reply) => {
    const worker = workerOf(request);
    const team = await askTeam(makers.gateway, worker.streams, askingOf(request));
    const lost = { isLost: worker.streams.length > 0 && team.lost.length === worker.streams.length };
    const view = { ...lostView(lost), ...viewOf(makers, request, team) };
    return sendPage(reply, makers.page(request, 'casework/team/team.njk', view), statusOf(lost));
  });
}

function viewOf({ nameOf, clock }: Makers, request: FastifyRequest, team: Team) {
  const { streams, isOfficer, subject } = workerOf(request);
  const today = londonDayOf(clock.now());
  const { did } = queryOf(request);
  const mayEnd = (of: string) => isOfficer || of === subject;
  return {
    ...{ path: TEAM_PATH, isOfficer },
    did: typeof did === 'string' && Object.hasOwn(DID, did) ? DID[did] : null,
    lost: team.lost.map((stream) => streamName(codeOf(stream))),
    absences: absenceRows(team, { streams, nameOf, today, mayEnd }),
    groups: groupRows(team, nameOf, isOfficer),
    work: workRows(team, nameOf, today),
    away: awayForm({}, { team, subject, isOfficer, nameOf, problems: [] }),
    ...{ newGroupHref: `${GROUPS_PATH}/new`, handOverHref: HAND_OVER_PATH },
  };
}
