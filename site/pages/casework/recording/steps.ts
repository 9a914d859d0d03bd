import { streamName } from '../../../../domain/figures/names';
import type { Stream } from '../../../operations/__generated__/operations';
import { oneOf } from '../commands/fields/choices';
import type { FormField } from '../commands/fields/form-field';
import { beginningsOf } from './begins-at';
import { ELSEWHERE } from './fields/elsewhere';
import { INPUT_FIELDS, PARTY_FIELDS } from './fields/input-fields';
import { linkTo } from './fields/link-to';
import type { RecordSeen } from './record-seen';
import { RECORDERS } from './recorders';

/** The fields of a step by their names in the form. */
export type StepFields = Readonly<Record<string, FormField<unknown, RecordSeen>>>;

/** One group of questions. */
interface Step {
  readonly title: string;
  readonly lead?: string;
  readonly fieldsOf: (seen: RecordSeen) => StepFields;
}

/** What is recorded as one. */
export const COMPLAINT = 'COMPLAINT';
const KINDS: Readonly<Record<string, string>> = {
  [COMPLAINT]: 'A complaint: they are not content with what we did, or did not do, or how well',
  ...Object.fromEntries(Object.entries(ELSEWHERE).map(([kind, { label }]) => [kind, label])),
};

const STREAM_SAYS: Readonly<Record<Stream, string>> = {
  CORPORATE: 'what any service of the council does that has no procedure of its own by law',
  ADULTS: 'care and support of adults, and paying for it',
  CHILDRENS: 'social work with children and families, care leavers, adoption',
  SCHOOLS: 'what a school does, and not the council',
};
const WITH_CHILDREN: readonly (Stream | null)[] = ['CHILDRENS', 'SCHOOLS'];

const kind = oneOf<string, RecordSeen>('What they bring', {
  words: KINDS,
  missing: 'Choose what it is.',
  hint: 'Nobody has to say that it is a complaint. Where you are not sure, it is one',
});
const streamField = ({ streams }: RecordSeen): FormField<string, RecordSeen> =>
  oneOf<string, RecordSeen>('What it is about', {
    words: Object.fromEntries(
      streams.map((stream) => [stream, `${streamName(stream)}: ${STREAM_SAYS[stream]}`]),
    ),
    missing: 'Choose what it is about.',
    hint: 'The stream decides on the law that it follows. Only those that you are cleared for are here: others are recorded by officers of theirs',
  });

function whoFields({ stream }: RecordSeen): StepFields {
  const { complainant, representative, concerned, child } = PARTY_FIELDS;
  const children = WITH_CHILDREN.includes(stream) ? { child } : {};
  return { complainant, representative, concerned, ...children, consent: INPUT_FIELDS.consent };
}

function whatFields(seen: RecordSeen): StepFields {
  const { summary, points, serviceId, theme, complainedAbout, stage, directReason } = INPUT_FIELDS;
  const own = seen.stream === null ? {} : RECORDERS[seen.stream].ownFields;
  const later = beginningsOf(seen).length > 1 ? { stage, directReason } : {};
  return { summary, points, serviceId, theme, ...own, complainedAbout, ...later };
}

/** The questions in their order, before everything is looked at together. */
export const STEPS = {
  came: {
    title: 'How and when it came',
    fieldsOf: () => ({ channel: INPUT_FIELDS.channel, receivedOn: INPUT_FIELDS.receivedOn }),
  },
  kind: { title: 'Is it a complaint?', fieldsOf: () => ({ kind }) },
  stream: { title: 'Which stream', fieldsOf: (seen) => ({ stream: streamField(seen) }) },
  who: {
    title: 'Who it is from, and about',
    lead: 'Only what is needed to answer them. Nobody outside the stream reads it, and each reading is recorded.',
    fieldsOf: whoFields,
  },
  others: {
    title: 'Have they complained before?',
    lead: 'Looked for by the name of who complains, in the streams that you are cleared for. That you looked is recorded.',
    fieldsOf: () => ({ linkTo }),
  },
  what: { title: 'What is complained of', fieldsOf: whatFields },
} as const satisfies Readonly<Record<string, Step>>;

export type StepName = keyof typeof STEPS;
export const STEP_NAMES = [
  'came',
  'kind',
  'stream',
  'who',
  'others',
  'what',
] as const satisfies readonly StepName[];

/** A step with its fields, as somebody is shown it. */
export const stepSeen = (name: StepName, seen: RecordSeen): Step & { readonly fields: StepFields } => ({
  ...STEPS[name],
  fields: STEPS[name].fieldsOf(seen),
});

/** The step of a name in an address; null for none. */
export const stepNamed = (name: string): StepName | null => STEP_NAMES.find((each) => each === name) ?? null;

/** What follows a step, and what comes before it; null after the last and before the first. */
export const after = (name: StepName): StepName | null => STEP_NAMES[STEP_NAMES.indexOf(name) + 1] ?? null;
export const before = (name: StepName): StepName | null => STEP_NAMES[STEP_NAMES.indexOf(name) - 1] ?? null;

/** The step that asks for a field, or for a part of one. */
export const stepAsking = (field: string | null, seen: RecordSeen): StepName | null =>
  STEP_NAMES.find((step) =>
    Object.keys(STEPS[step].fieldsOf(seen)).some((name) => field === name || field?.startsWith(`${name}-`)),
  ) ?? null;
