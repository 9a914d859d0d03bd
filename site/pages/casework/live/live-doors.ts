import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readPlace } from '../../../lists/page-place';
import type { Live } from '../../../live/live';
import { CASE_QUESTIONS } from '../../../operations/case-questions.generated';
import { signedIn } from '../../../server/visitor';
import { idOf } from '../../complaint/id';
import { type PageMakers, queryOf, steadyAskingOf } from '../../page-makers';
import { streamOfId } from '../commands/ask-case';
import { mayWork } from '../roles';
import { askWorklists } from '../worklists/ask-worklists';
import { placesOf } from '../worklists/places';
import { streamsOf } from '../worklists/work-streams';
import { readWorklistQuestion } from '../worklists/worklist-question';
import { seenVersion, whatHappened } from './what-happened';

/** How soon an open page is told. */
export interface LiveTimes {
  readonly complaintMillis: number;
  readonly listMillis: number;
}

export const LIVE_TIMES: LiveTimes = { complaintMillis: 5_000, listMillis: 15_000 };

type Makers = Pick<PageMakers, 'gateway' | 'nameOf'> & { readonly live: Live; readonly times?: LiveTimes };

/** Tells open pages of casework what others change: of a complaint that something happened, of a list which complaints are on it. */
export function addLiveDoors(
  app: FastifyInstance,
  { gateway, nameOf, live, times = LIVE_TIMES }: Makers,
): void {
  app.get('/complaints/:id/live', (request, reply) => {
    const [id, seen] = [idOf(request), seenVersion(queryOf(request))];
    return live.answer(request, reply, {
      everyMillis: times.complaintMillis,
      async ask() {
        const stream = streamOfId(id);
        if (stream === null || !mayWork(signedIn(request).role)) return null;
        const { complaint } = await gateway.ask(
          CASE_QUESTIONS.CaseLive[stream],
          { id },
          steadyAskingOf(request),
        );
        const casework = complaint?.casework ?? null;
        return casework && whatHappened(casework, seen, nameOf);
      },
    });
  });
  app.get('/casework/live', (request, reply) =>
    live.answer(request, reply, {
      everyMillis: times.listMillis,
      ask: () => idsOnList({ gateway }, request),
    }),
  );
}

/** The complaints on the page of a list that an address asks for, in their order; null for who has no lists. */
async function idsOnList(
  { gateway }: Pick<Makers, 'gateway'>,
  request: FastifyRequest,
): Promise<object | null> {
  const person = signedIn(request);
  if (!mayWork(person.role)) return null;
  const question = readWorklistQuestion(queryOf(request), person.role);
  const streams = streamsOf(person).filter(
    (each) => question.stream === null || each.toUpperCase() === question.stream,
  );
  const places = placesOf(readPlace(queryOf(request)).after) ?? {};
  const { lines, lost } = await askWorklists(gateway, question, { streams, places }, steadyAskingOf(request));
  // Rows of a stream that does not answer are not gone.
  if (lost.length > 0) throw new Error('A stream does not answer');
  return { ids: lines.flatMap(({ work: { complaint } }) => (complaint ? [complaint.id] : [])) };
}
