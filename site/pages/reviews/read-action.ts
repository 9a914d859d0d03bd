import { dayFields, dayTyped, readDayFields } from '../../forms/day-field';
import { textsIn } from '../../forms/fields';
import type { Problem } from '../../forms/problem';
import type { Asking, Gateway } from '../../gateway/gateway';
import {
  type ActionPartsFragment,
  type AgreedActionInput,
  ComplaintByReferenceDocument,
} from '../../operations/__generated__/operations';
import type { Form } from '../../server/check-form';

/** What the form of an action says, field by field. */
export type TypedAction = Readonly<Record<string, string>>;
type Text = Omit<AgreedActionInput, 'meetingId' | 'complaintId'>;

/** What was sent: as it was typed, and as the graph takes it where all of it can be meant. */
export interface ReadAction {
  readonly typed: TypedAction;
  readonly problems: readonly Problem[];
  readonly text: Text | null;
  readonly id: string;
  readonly basedOnVersion: number;
}

const STATES = ['OPEN', 'DONE', 'DROPPED'] as const;
const FIELDS = [
  ...['what', 'owner', ...dayFields('due'), 'reference', 'state', ...dayFields('ended'), 'result'],
  ...['id', 'basedOnVersion'],
];

/** Reads the form by which something agreed is written down, or said to be done. */
export function readAction(form: Form): ReadAction {
  const typed = textsIn(form, FIELDS);
  const { what = '', owner = '', id = '', result = '' } = typed;
  const state = STATES.find((each) => each === typed.state) ?? 'OPEN';
  const due = readDayFields(typed, 'due', 'the day by which it is to be done');
  const problems: Problem[] = [];
  if (what === '') problems.push({ field: 'what', says: 'Write what is to be done.' });
  if (owner === '') problems.push({ field: 'owner', says: 'Write the post of who does it.' });
  if (due.problem !== null) problems.push(due.problem);
  const ended = state === 'OPEN' ? null : readEnd(typed, problems);
  const basedOnVersion = Number(typed.basedOnVersion) || 0;
  if (due.day === null || problems.length > 0) return { typed, problems, text: null, id, basedOnVersion };
  const end = state === 'OPEN' ? { endedOn: null, result: null } : { endedOn: ended, result };
  return { typed, problems, text: { what, owner, dueOn: due.day, state, ...end }, id, basedOnVersion };
}

function readEnd(typed: TypedAction, problems: Problem[]): string | null {
  const { day, problem } = readDayFields(typed, 'ended', 'the day on which it was done or dropped');
  if (problem !== null) problems.push(problem);
  if (!typed.result) problems.push({ field: 'result', says: 'Say what came of it, or why it was dropped.' });
  return day;
}

/**
 * The id of the complaint of a reference; null where none was typed, and a problem where no complaint has it. Throws
 * `GatewayRefusal` where nobody can say.
 */
export async function complaintIdOf(
  gateway: Gateway,
  asking: Asking,
  reference: string,
): Promise<{ readonly id: string | null } | Problem> {
  if (reference === '') return { id: null };
  const { complaint } = await gateway.ask(ComplaintByReferenceDocument, { reference }, asking);
  if (complaint !== null) return { id: complaint.id };
  return {
    field: 'reference',
    says: 'No complaint has this reference. Leave it empty where it is about none.',
  };
}

/** What the form says of an action that stands. */
export function typedOfAction(action: ActionPartsFragment): TypedAction {
  const { id, what, owner, dueOn, state, endedOn, result, version } = action;
  return {
    ...{ id, what, owner, state, result: result ?? '', basedOnVersion: String(version) },
    ...dayTyped('due', dueOn),
    ...(endedOn === null ? {} : dayTyped('ended', endedOn)),
  };
}
