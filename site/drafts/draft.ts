import { z } from 'zod';

const formModel = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

const stepModel = z.object({
  /** How often it was saved: whoever saves it says which of them they saw. */
  saves: z.number().int(),
  form: formModel,
  /** What other tabs saved of it meanwhile; nothing where nobody has to choose. */
  apart: z.array(formModel),
});
/** What was saved of one step. */
export type DraftStep = z.output<typeof stepModel>;

export const draftModel = z.object({
  /** Names the draft, and the command that records it: a UUID. */
  id: z.string(),
  /** Whose it is, by the subject of their sign-in. */
  subject: z.string(),
  /** The day on which it was begun. */
  begunOn: z.string(),
  steps: z.record(z.string(), stepModel),
  /** The id of the call that it is of; null where it came otherwise. */
  callId: z.string().nullable(),
  /** Whether it was sent to be recorded and nothing answered: then it may be recorded, and has to stay as it was sent. */
  isSent: z.boolean(),
  /** The id of the complaint that was recorded of it; null while none was. */
  became: z.string().nullable(),
});
/** A complaint that is being recorded, step by step. */
export type Draft = z.output<typeof draftModel>;
type DraftForm = DraftStep['form'];

/** A draft in which nothing is said yet. */
export const newDraft = (begun: Pick<Draft, 'id' | 'subject' | 'begunOn'>): Draft => ({
  ...begun,
  ...{ steps: {}, callId: null, isSent: false, became: null },
});

const UNTOUCHED: DraftStep = { saves: 0, form: {}, apart: [] };

/** What was saved of a step; nothing before it was. */
export const stepOf = (draft: Draft, step: string): DraftStep => draft.steps[step] ?? UNTOUCHED;

/** All that a draft says, whatever the step. */
export const formOf = (draft: Draft): DraftForm =>
  Object.assign({}, ...Object.values(draft.steps).map(({ form }) => form));

/** Whether a draft still takes what is typed: not while it may be recorded, and not once it is. */
export const isOpen = ({ isSent, became }: Draft): boolean => !isSent && became === null;

/**
 * A draft with what was typed of a step by somebody who saw it as it was saved the `seen`th time. Where it was saved otherwise
 * since, both texts are kept until somebody saves the step who has seen them.
 */
export function withStep(
  draft: Draft,
  step: string,
  { form, seen }: { readonly form: DraftForm; readonly seen: number },
): Draft {
  if (!isOpen(draft)) return draft;
  const { saves, form: stands, apart } = stepOf(draft, step);
  if (seen === saves) return saved(draft, step, { saves: saves + 1, form, apart: [] });
  if (differences(form, stands).length === 0) return draft;
  return saved(draft, step, { saves: saves + 1, form, apart: [...apart, stands] });
}

const saved = (draft: Draft, step: string, as: DraftStep): Draft => ({
  ...draft,
  steps: { ...draft.steps, [step]: as },
});

/** The names of the fields in which two forms differ; a field that is left out says nothing. */
function differences(one: DraftForm, other: DraftForm): string[] {
  const said = (form: DraftForm, name: string) => JSON.stringify([form[name] ?? ''].flat());
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (name) => said(one, name) !== said(other, name),
  );
}
