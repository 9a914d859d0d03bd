import type { FastifyRequest } from 'fastify';
import { dayWords } from '../../../../domain/figures/days';
import { streamName } from '../../../../domain/figures/names';
import type { Draft } from '../../../drafts/draft';
import { dayTyped } from '../../../forms/day-field';
import type { Problem } from '../../../forms/problem';
import type { Asking, Gateway } from '../../../gateway/gateway';
import {
  CallerToRecordDocument,
  CallToRecordDocument,
  type CallToRecordQuery,
} from '../../../operations/__generated__/operations';
import type { Form } from '../../../server/check-form';
import { unlessLost } from '../../ask-part';
import { complaintHref } from '../../complaints/rows';
import { askFilterNames } from '../../filter-names';
import { askingOf } from '../../page-makers';
import { momentWords } from '../../restricted/case-words';
import type { RecordingMakers } from './ask-record';

type Call = NonNullable<CallToRecordQuery['call']>;

/** A call as whoever begins a complaint of it is shown it. */
export interface CallShown {
  readonly id: string;
  readonly says: string;
  /** What became of it already, with the complaint where it became one that the person sees. */
  readonly before: readonly { readonly says: string; readonly href: string | null }[];
}

/** A call, without who was on the line; null where there is none that the person deals with. */
export const askCall = async (gateway: Gateway, id: string, asking: Asking): Promise<Call | null | 'NONE'> =>
  (await gateway.ask(CallToRecordDocument, { id }, asking)).call ?? 'NONE';

const LOST: Problem = {
  field: null,
  says: 'The calls cannot be had just now. Load the page again in a minute, or begin without the call.',
};
const NONE: Problem = {
  field: null,
  says: 'There is no such call, or none of a group that you are cleared for.',
};

/** What the page says of the call that its address names; null where nothing answers. */
export function callShown(found: Call | null | 'NONE') {
  if (found === null) return { problems: [LOST], status: 503 };
  if (found === 'NONE') return { problems: [NONE], status: 404 };
  const { id, group, offeredOn, offeredAt, outcomes } = found;
  const when = offeredAt === null ? dayWords(offeredOn) : momentWords(offeredAt);
  const before = outcomes.map(({ kind, complaintId, stream, at }) => ({
    says: `${OUTCOMES[kind]}${stream === null ? '' : `, ${streamName(stream)}`}: ${momentWords(at)}`,
    href: complaintId === null ? null : complaintHref(complaintId),
  }));
  return { call: { id, says: `The call of ${when}${group === null ? '' : `, to ${group}`}`, before } };
}

const OUTCOMES: Readonly<Record<Call['outcomes'][number]['kind'], string>> = {
  COMPLAINT: 'It became a complaint',
  SERVICE_REQUEST: 'They wanted a service',
  CHASED: 'They asked after a complaint that is there already',
  NO_COMPLAINT: 'It was no complaint',
};

/** A draft that begins with what is known of a call; or what is in the way. That the number was read is recorded. */
export async function ofCall(
  { gateway }: Pick<RecordingMakers, 'gateway'>,
  request: FastifyRequest,
  begun: Draft,
  id: string,
): Promise<Draft | { readonly problems: readonly Problem[]; readonly status: number }> {
  const asking = askingOf(request);
  const [call, caller, names] = await Promise.all([
    unlessLost(askCall(gateway, id, asking)),
    unlessLost(gateway.ask(CallerToRecordDocument, { id }, asking)),
    askFilterNames(gateway, asking, {}),
  ]);
  if (call === null || caller === null) return { problems: [LOST], status: 503 };
  if (call === 'NONE') return { problems: [NONE], status: 404 };
  const channel = names.choices.channels?.find((name) => BY_PHONE.test(name)) ?? '';
  return withCall(begun, call, { channel, number: caller.call?.callerNumber ?? '' });
}

const BY_PHONE = /^(?:tele)?phone$/i;

/** What a call tells, as somebody would have typed it: it is looked at in the steps, and can be changed there. */
function withCall(begun: Draft, call: Call, { channel, number }: { channel: string; number: string }): Draft {
  const said = (form: Form) => ({ saves: 0, form, apart: [] });
  const [only, other] = call.streams;
  return {
    ...begun,
    callId: call.id,
    steps: {
      came: said({ channel, ...dayTyped('receivedOn', call.offeredOn) }),
      who: said({ 'complainant-telephone': number }),
      ...(only !== undefined && other === undefined && { stream: said({ stream: only }) }),
    },
  };
}
