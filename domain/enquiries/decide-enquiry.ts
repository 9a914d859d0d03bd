import type { Day } from '../calendar/day';
import { checkEnquiry } from './check-enquiry';
import type { DueDay, EnquiryBody, EnquiryDecision, EnquiryFacts } from './enquiry';
import type { EnquiryAsked } from './enquiry-asked';
import { ENQUIRY_PROCEDURE, ENQUIRY_STATE_RULES } from './enquiry-procedure';
import { ownDay } from './own-day';
import { refuse } from './refuse';

/** What becomes of a command on an ombudsman's case: the facts that are recorded, or why it is refused. */
export function decideEnquiry(asked: EnquiryAsked): EnquiryDecision {
  const refusal = checkPermitted(asked) ?? checkEnquiry(asked);
  return refusal === null ? { isRefused: false, facts: factsOf(asked) } : { isRefused: true, refusal };
}

function checkPermitted({ command, state }: EnquiryAsked) {
  if (command.event === 'record') return null;
  if (state === null) throw new Error('A command is decided on no case');
  const rule = ENQUIRY_PROCEDURE.find(({ event }) => event === command.event);
  if (rule?.from.includes(state.state) === true) return null;
  const { title } = ENQUIRY_STATE_RULES[state.state];
  const said =
    command.event === 'reply' && state.reply.metOn !== null
      ? `A reply was sent on ${state.reply.metOn}: there is one for each enquiry.`
      : `The case does not let it happen as it stands: ${title.toLowerCase()}.`;
  return refuse('EVENT_NOT_PERMITTED', said, { source: rule?.sources[state.body] ?? null });
}

/** The facts of a command that is permitted, with the days that it left out. */
function factsOf({ command, state, calendar }: EnquiryAsked): EnquiryFacts {
  const due = (body: EnquiryBody, name: Parameters<typeof ownDay>[0]['name'], from: Day): DueDay => ({
    dueOn: ownDay({ name, body, from, calendar }),
    isAsked: false,
  });
  const asked = (dueOn: Day | null) => (dueOn === null ? null : { dueOn, isAsked: true });
  if (command.event === 'record') {
    const { body, receivedOn } = command;
    return { ...command, ...(asked(command.dueOn) ?? due(body, 'REPLY', receivedOn)) };
  }
  if (state === null) throw new Error('A command is decided on no case');
  if (command.event === 'draft')
    return { ...command, ...(asked(command.dueOn) ?? due(state.body, 'COMMENTS', command.on)) };
  if (command.event !== 'addRemedy') return command;
  const place = Math.max(0, ...state.remedies.map((remedy) => remedy.place + 1));
  const from = state.decidedOn;
  const own = from === null ? { dueOn: null, isAsked: false } : due(state.body, command.kind, from);
  return { ...command, place, ...(asked(command.dueOn) ?? own) };
}
