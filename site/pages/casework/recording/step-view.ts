import { type Draft, isOpen, stepOf } from '../../../drafts/draft';
import type { Problem } from '../../../forms/problem';
import { complaintHref } from '../../complaints/rows';
import { firstTyped, shownFields } from '../commands/form-view';
import { draftHref } from './paths';
import type { RecordSeen } from './record-seen';
import { saidIn } from './said';
import { before, STEP_NAMES, STEPS, type StepName, stepSeen } from './steps';

/** A step as its page shows it. */
export function stepView(shown: {
  readonly draft: Draft;
  readonly step: StepName;
  readonly seen: RecordSeen;
  readonly problems: readonly Problem[];
}) {
  const { draft, step, seen, problems } = shown;
  const { title, lead = null, fields } = stepSeen(step, seen);
  const { saves, apart } = stepOf(draft, step);
  const form = { ...firstTyped(fields, seen), ...seen.form };
  return {
    ...{ title, lead, problems, step },
    ...{ number: STEP_NAMES.indexOf(step) + 1, count: STEP_NAMES.length + 1 },
    ...{ sendTo: draftHref(draft.id, step), version: saves, back: before(step) },
    fields: shownFields(fields, { form, about: seen, problems }),
    apart: apart.map((other) => differing(saidIn(fields, other, seen), saidIn(fields, form, seen))),
    steps: stepsOf(draft, step),
    isOpen: isOpen(draft),
    onHref: draft.became === null ? draftHref(draft.id, 'check') : complaintHref(draft.became),
    others: step === 'others' ? seen.others : null,
    isLost: seen.services === null || seen.channels === null,
  };
}

type Said = ReturnType<typeof saidIn>;

/** What another tab said otherwise. */
const differing = (other: Said, own: Said): Said =>
  other.filter(({ lines }, index) => lines.join('\n') !== (own[index]?.lines.join('\n') ?? ''));

/** All steps, each with whether it was saved. */
const stepsOf = (draft: Draft, now: StepName) =>
  STEP_NAMES.map((name) => ({
    ...{ name, title: STEPS[name].title },
    isNow: name === now,
    isSaved: stepOf(draft, name).saves > 0,
  }));
