import { ownOf } from '../../../platform/tables/own-of';
import { dayFields, readDayFields } from '../../forms/day-field';
import { textOf } from '../../forms/fields';
import type { Problem } from '../../forms/problem';
import type { Asking, Gateway } from '../../gateway/gateway';
import {
  DecideRetentionDocument,
  LiftHoldDocument,
  PutHoldDocument,
  type RetentionCause,
  type RetentionDecisionKind,
} from '../../operations/__generated__/operations';
import type { Form } from '../../server/check-form';
import { onlyIn } from '../restricted/commands';

/** Who asks for what of which stream, and of which complaint where it is about one. */
export interface Asked {
  readonly gateway: Gateway;
  readonly asking: Asking;
  readonly id: string | null;
  readonly stream: string;
  readonly form: Form;
}

/** What is asked of the graph, or what is wrong with the form before anything is. */
export type Commanded = { readonly answer: Promise<object> } | { readonly problems: readonly Problem[] };

const CHOICES: Readonly<
  Record<string, { readonly decision: RetentionDecisionKind; readonly cause: RetentionCause }>
> = {
  'anonymise-due': { decision: 'ANONYMISE', cause: 'REVIEW' },
  'anonymise-asked': { decision: 'ANONYMISE', cause: 'ERASURE' },
  keep: { decision: 'KEEP', cause: 'REVIEW' },
  refuse: { decision: 'REFUSE', cause: 'ERASURE' },
};

/** The box by which somebody says that they know what cannot be undone. */
const SURE = 'decide-sure';

/** The choices of the form, in words. */
export const CHOICE_WORDS: readonly { readonly value: string; readonly text: string }[] = [
  { value: 'keep', text: 'Keep them until a day' },
  { value: 'anonymise-due', text: 'Take them out for good, because they are due' },
  { value: 'anonymise-asked', text: 'Take them out for good, because the person asked to be erased' },
  { value: 'refuse', text: 'Refuse what the person asked for' },
];

function hold({ gateway, asking, id, stream, form }: Asked): Commanded {
  const command = { command: textOf(form, 'command'), id, reason: textOf(form, 'hold-reason') };
  return { answer: gateway.ask(PutHoldDocument, { ...command, ...onlyIn(stream) }, asking) };
}

const lift = ({ gateway, asking, stream, form }: Asked): Commanded => ({
  answer: gateway.ask(
    LiftHoldDocument,
    { id: textOf(form, 'hold'), reason: textOf(form, 'lift-reason'), ...onlyIn(stream) },
    asking,
  ),
});

function decide({ gateway, asking, id, stream, form }: Asked): Commanded {
  const chosen = ownOf(CHOICES, textOf(form, 'decide-decision'));
  if (chosen === undefined || id === null)
    return { problems: [{ field: 'decide-decision', says: 'Choose what happens to them.' }] };
  if (chosen.decision === 'ANONYMISE' && textOf(form, SURE) === '')
    return { problems: [{ field: SURE, says: 'Say that you know that nobody can bring them back.' }] };
  const command = { command: textOf(form, 'command'), id, reason: textOf(form, 'decide-reason') };
  const ask = (keepUntil: string | null) =>
    gateway.ask(DecideRetentionDocument, { ...command, ...chosen, keepUntil, ...onlyIn(stream) }, asking);
  if (chosen.decision !== 'KEEP') return { answer: ask(null) };
  const typed = Object.fromEntries(dayFields('decide-keepUntil').map((name) => [name, textOf(form, name)]));
  const until = readDayFields(typed, 'decide-keepUntil', 'the day until which they are kept');
  return until.problem === null ? { answer: ask(until.day) } : { problems: [until.problem] };
}

/** What is done on these pages, by the end of a form's address. */
export const COMMANDS: Readonly<Record<string, (asked: Asked) => Commanded>> = { hold, lift, decide };
