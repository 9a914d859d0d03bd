import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Asking } from '../../../gateway/gateway';
import { OmbudsmanWorkDocument } from '../../../operations/__generated__/operations';
import { signedIn } from '../../../server/visitor';
import { unlessLost } from '../../ask-part';
import { entryWords } from '../../casework/entry-words';
import { clocksOf } from '../../complaint/live/clocks';
import type { PageMakers } from '../../page-makers';
import { enquiryCommandHref } from './enquiry-command-page';
import { mayWorkOnCases } from './record-page';
import { ENQUIRY_EVENT_WORDS, ENQUIRY_STATE_WORDS } from './words';

const queryModel = z.object({ did: z.coerce.number().int().nullable().catch(null).default(null) });
/** Events that are offered as buttons: what comes next. */
const ASIDE: readonly string[] = ['NOTE', 'WITHDRAW', 'REFER_BACK', 'EXTEND_REPLY'];

/** How a case is worked on; null for whoever does not work on it, and where that cannot be had just now. */
export async function askWorkPart(
  { gateway, nameOf }: Pick<PageMakers, 'gateway' | 'nameOf'>,
  request: FastifyRequest,
  { asking, id }: { readonly asking: Asking; readonly id: string },
) {
  if (!mayWorkOnCases(signedIn(request).role)) return null;
  const told = await unlessLost(gateway.ask(OmbudsmanWorkDocument, { id }, asking));
  const work = told?.ombudsmanCase ?? null;
  if (work === null || work.permitted === null) return null;
  const { did } = queryModel.parse(request.query);
  const actions = work.permitted.map(({ event, mutation }) => ({
    ...{ event, title: ENQUIRY_EVENT_WORDS[event], href: enquiryCommandHref(id, mutation) },
  }));
  const entries = (work.timeline ?? []).map((entry) => ({
    ...entryWords(entry, nameOf),
    words: (entry.words ?? []).map(({ words }) => words),
  }));
  return {
    state: ENQUIRY_STATE_WORDS[work.state],
    primary: actions.filter(({ event }) => !ASIDE.includes(event)).slice(0, 3),
    others: actions.filter(({ event }) => ASIDE.includes(event)),
    // A case has no stages.
    clocks: clocksOf(work.deadlines).map((clock) => ({ ...clock, stage: null })),
    entries,
    did: entries.find(({ place }) => place === did) ?? null,
  };
}
