import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { londonDayOf } from '../../../domain/calendar/day';
import { dayWords } from '../../../domain/figures/days';
import type { Problem } from '../../forms/problem';
import type { Asking, Gateway } from '../../gateway/gateway';
import {
  type ActionPartsFragment,
  AgreedActionDocument,
  type AgreedActionQuery,
} from '../../operations/__generated__/operations';
import { checkForm } from '../../server/check-form';
import { NotFound } from '../../server/not-found';
import { askingOf, type PageMakers, sendPage } from '../page-makers';
import { ACTION_STATES, actionFields } from './action-fields';
import { actionState, actionWords } from './action-words';
import { actionPath, REVIEWS_PATH } from './paths';
import { readAction, type TypedAction, typedOfAction } from './read-action';
import { saveAction } from './save-action';

type Makers = Pick<PageMakers, 'page' | 'gateway' | 'clock'>;
type AskedAction = NonNullable<AgreedActionQuery['agreedAction']>;
interface OfAction {
  Params: { id: string };
}

/** The form as it is shown. */
interface Shown {
  readonly typed: TypedAction;
  readonly problems: readonly Problem[];
  readonly status: number;
  /** What somebody else wrote meanwhile; null where nobody did. */
  readonly now: ActionPartsFragment | null;
}

/** Something that was agreed: how it stands, what it said before, and saying that it is done. */
export function addActionPage(app: FastifyInstance, makers: Makers): void {
  const { gateway } = makers;
  app.get<OfAction>(`${REVIEWS_PATH}/actions/:id`, async (request, reply) => {
    const action = await askAction(gateway, askingOf(request), request.params.id);
    const shown = { typed: typedOfAction(action), problems: [], status: 200, now: null };
    return sendAction(makers, { request, reply }, action, shown);
  });

  app.post<OfAction>(`${REVIEWS_PATH}/actions/:id`, async (request, reply) => {
    const [read, asking, exchange] = [readAction(checkForm(request)), askingOf(request), { request, reply }];
    const action = await askAction(gateway, asking, request.params.id);
    const { typed, problems, text, basedOnVersion } = read;
    if (text === null)
      return sendAction(makers, exchange, action, { typed, problems, status: 400, now: null });
    const { meeting, complaintId, id } = action;
    const sent = { ...text, meetingId: meeting.id, complaintId };
    const saved = await saveAction(gateway, asking, { id, basedOnVersion, action: sent });
    if (saved.problems.length === 0) return reply.redirect(`${actionPath(id)}?did=saved`, 303);
    const { now } = saved;
    const kept = now === null ? typed : { ...typed, basedOnVersion: String(now.version) };
    return sendAction(makers, exchange, action, { ...saved, typed: kept });
  });
}

async function askAction(gateway: Gateway, asking: Asking, id: string): Promise<AskedAction> {
  const { agreedAction } = await gateway.ask(AgreedActionDocument, { id }, asking);
  if (agreedAction === null) throw new NotFound();
  return agreedAction;
}

function sendAction(
  { page, clock }: Makers,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  action: AskedAction,
  { typed, problems, status, now }: Shown,
): FastifyReply {
  const today = londonDayOf(clock.now());
  const html = page(request, 'reviews/action.njk', {
    ...{ typed, problems, fields: actionFields(typed, problems), states: ACTION_STATES },
    action: actionWords(action, today),
    now: now && { ...actionWords(now, today), ended: now.endedOn && dayWords(now.endedOn) },
    sendTo: actionPath(action.id),
    isSaved: request.url.endsWith('?did=saved'),
    versions: action.versions.map((version) => ({
      ...{ number: version.version, what: version.what, owner: version.owner, result: version.result },
      ...{
        dueOn: dayWords(version.dueOn),
        by: version.changedBy,
        on: dayWords(version.changedAt.slice(0, 10)),
      },
      // What was open then is not late now.
      state: version.state === 'OPEN' ? 'to be done' : actionState(version, today).words,
    })),
  });
  return sendPage(reply, html, status);
}
