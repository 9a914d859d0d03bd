import type { Day } from '../calendar/day';
import { checkDecided } from './check-decided';
import type { EnquiryCommand, EnquiryRefusal, EnquiryState } from './enquiry';
import type { EnquiryAsked } from './enquiry-asked';
import { ENQUIRY_LAW } from './enquiry-law';
import { refuse } from './refuse';

/** What a command may not say besides the state that the case is in; null where nothing is in the way. */
export const checkEnquiry = (asked: EnquiryAsked): EnquiryRefusal | null =>
  checkDays(asked) ?? checkDue(asked) ?? checkDecided(asked);

/** The day on which it happened, and the name of the argument that gives it. */
function dayOf(command: EnquiryCommand): { readonly on: Day; readonly part: string } | null {
  if (command.event === 'record') return { on: command.receivedOn, part: 'receivedOn' };
  return 'on' in command ? { on: command.on, part: 'on' } : null;
}

function checkDays({ command, state, today }: EnquiryAsked): EnquiryRefusal | null {
  const day = dayOf(command);
  if (day === null) return null;
  const { on, part } = day;
  if (on > today) return refuse('DAY_IN_FUTURE', `${on} has not come yet.`, { part });
  if (state === null) return null;
  const source = ENQUIRY_LAW.enquiry[state.body];
  if (on < state.receivedOn)
    return refuse(
      'DAY_BEFORE_RECEIPT',
      `The enquiry was received on ${state.receivedOn}: nothing happened to it before.`,
      { part, source },
    );
  const before = earlierStep(command, state);
  if (before === null || on >= before.on) return null;
  return refuse('DAY_BEFORE_EARLIER_STEP', `${before.what} on ${before.on}: this came after it.`, { part });
}

/** The step that has to come first, where there was one. */
function earlierStep(
  { event }: EnquiryCommand,
  { reply, draft, decidedOn }: EnquiryState,
): { readonly on: Day; readonly what: string } | null {
  const steps = [
    { on: reply.metOn, what: 'The reply was sent', before: ['draft', 'decide'] },
    { on: draft?.on ?? null, what: 'The draft came', before: ['comment', 'decide'] },
    { on: decidedOn, what: 'It was decided', before: ['completeRemedy', 'comply'] },
  ];
  let latest: { on: Day; what: string } | null = null;
  for (const { on, what, before } of steps)
    if (on !== null && before.includes(event) && (latest === null || on > latest.on)) latest = { on, what };
  return latest;
}

/** Days by which something is to be done come after what they are counted from. */
function checkDue({ command, state }: EnquiryAsked): EnquiryRefusal | null {
  if (command.event === 'record' && command.dueOn !== null && command.dueOn < command.receivedOn)
    return refuse('DAY_NOT_LATER', 'The reply cannot be due before the enquiry was received.', {
      ...{ part: 'replyDueOn', source: ENQUIRY_LAW.reply[command.body] },
    });
  if (command.event === 'draft' && command.dueOn !== null && command.dueOn < command.on)
    return refuse('DAY_NOT_LATER', 'Comments cannot be due before the draft came.', {
      part: 'commentsDueOn',
    });
  if (command.event === 'extendReply') return checkExtension(command, state);
  return null;
}

function checkExtension(
  { to, hasReason }: Extract<EnquiryCommand, { event: 'extendReply' }>,
  state: EnquiryState | null,
): EnquiryRefusal | null {
  const source = state === null ? null : ENQUIRY_LAW.reply[state.body];
  const due = state?.reply.extendedTo ?? state?.reply.dueOn ?? state?.receivedOn ?? null;
  if (due !== null && to <= due)
    return refuse('DAY_NOT_LATER', `The reply is due on ${due} already: an extension leads to a later day.`, {
      ...{ part: 'to', source },
    });
  if (hasReason) return null;
  return refuse('REASON_MISSING', 'Say why the ombudsman agreed to a later day.', { part: 'reason', source });
}
