import type { Outcome } from '../../domain/findings';
import {
  LETTER_KINDS,
  type LetterKind,
  type LetterParagraph,
  type LetterTemplate,
} from '../../domain/letters/letter';
import { writeLetter as writeFrom } from '../../domain/letters/write-letter';
import { noteDone } from '../live/commands-done';
import { checkMayWork } from '../live/live-caller';
import { systemOf } from '../live/read-case';
import { commandUnusable, keptElsewhere, keyTaken } from '../live/refusals';
import type { CaseWork } from '../live/write-entry';
import type { StreamContext } from '../reading/loaders';
import { caseNotFound } from '../restrictions/refusals';
import { addresseeNow, type BegunWith, factsOfLetter } from './facts-of-letter';
import { paragraphsGiven, reasonGiven, signatureGiven } from './given';
import { doLetterOnce, doLetterStep, type LetterAsked, NOT_YOURS, writeLetter } from './letter-step';
import { type LetterResult, letterDone, letterRefused } from './refusals';
import { type CaseOfLetters, caseOfLetters, lettersThatFit, mayWrite } from './stage-of-letter';
import type { LetterRow } from './tables';

export interface BeginAsked {
  readonly key: string;
  /** The complaint's. */
  readonly id: string;
  readonly kind: LetterKind;
  readonly outcome?: Outcome | null;
  readonly signedBy?: string | null;
}

/** Begins a letter from its template, with all that is recorded. The same key begins one letter. */
export async function beginLetter(asked: BeginAsked, context: StreamContext): Promise<LetterResult> {
  const { stream, identity } = context;
  checkMayWork(identity, stream.name);
  const signedBy = signatureGiven(asked.signedBy);
  if (typeof signedBy === 'object' && signedBy !== null) return signedBy;
  const letterId = `${stream.name}-${asked.key.toLowerCase()}`;
  return doLetterOnce(context, asked, { complaintId: asked.id, letterId }, async (work, named) => {
    const held = await caseOfLetters(context, asked.id);
    if (held === null) return notHere(context, asked.id);
    const template = await templateThatFits(context, held, asked.kind);
    if ('__typename' in template) return template;
    if (!(await noteDone(context, named, { complaintId: asked.id, place: 1, now: work.now })))
      return keyTaken();
    const with_ = { kind: asked.kind, outcome: asked.outcome ?? null, signedBy };
    return letterDone(await writeBegun(context, work, { held, template, letterId, with: with_ }));
  });
}

async function notHere({ transaction, stream }: StreamContext, complaintId: string): Promise<LetterResult> {
  const system = await systemOf(transaction, { schema: stream.name, complaintId });
  return system === null ? caseNotFound() : keptElsewhere(system);
}

async function templateThatFits(
  context: StreamContext,
  held: CaseOfLetters,
  kind: LetterKind,
): Promise<LetterTemplate | LetterResult> {
  if (!LETTER_KINDS.includes(kind)) return commandUnusable('kind', 'There is no such kind of letter.');
  if (!mayWrite(context, held)) return letterRefused(NOT_YOURS);
  const fitting = await lettersThatFit(context, held);
  const found = fitting.find(({ template }) => template.kind === kind);
  return (
    found?.template ??
    refused(
      'This letter does not fit the complaint as it stands: what it would tell neither happened nor may.',
    )
  );
}

const refused = (message: string): LetterResult =>
  letterRefused({ code: 'LETTER_NOT_OPEN', message, part: 'kind', source: null });

async function writeBegun(
  context: StreamContext,
  work: CaseWork,
  {
    held,
    template,
    letterId,
    with: begun,
  }: {
    readonly held: CaseOfLetters;
    readonly template: LetterTemplate;
    readonly letterId: string;
    readonly with: BegunWith;
  },
): Promise<LetterRow> {
  const facts = await factsOfLetter(context, held, begun);
  const { subject, paragraphs } = writeFrom(template, facts);
  const by = context.identity.subject;
  return writeLetter(context, work, {
    ...{ id: letterId, complaint_id: held.complaintId, stage: held.stage.number, kind: begun.kind },
    ...{ outcome: facts.outcome, status: 'DRAFT', version: 0, subject, paragraphs },
    ...{ addressee: facts.addressee, writers: [by], begun_at: work.now },
    ...{ changed_by: by, changed_at: work.now, approved_by: null, approved_at: null, returned_because: null },
    ...{ sent_on: null, sent_how: null, sent_entry: null, documents: [] },
  });
}

export interface SaveAsked extends LetterAsked {
  readonly paragraphs: readonly Pick<LetterParagraph, 'part' | 'text'>[];
  readonly addressAnew?: boolean | null;
}

/** Keeps what somebody wrote of a draft, and addresses it as people are kept now where that is asked for. */
export const saveLetter = (asked: SaveAsked, context: StreamContext): Promise<LetterResult> =>
  doLetterStep(context, { step: 'SAVE', asked }, async ({ row, held }) => {
    const paragraphs = paragraphsGiven(asked.paragraphs, row.paragraphs);
    if ('__typename' in paragraphs) return paragraphs;
    const addressee = asked.addressAnew === true ? await addresseeNow(context, held) : row.addressee;
    return { paragraphs, addressee, writers: withWriter(row, context.identity.subject) };
  });

const withWriter = ({ writers }: LetterRow, by: string): string[] =>
  writers.includes(by) ? writers : [...writers, by];

/** Gives a draft to be approved. */
export const submitLetter = (asked: LetterAsked, context: StreamContext): Promise<LetterResult> =>
  doLetterStep(context, { step: 'SUBMIT', asked }, async () => ({ returned_because: null }));

/** Approves what somebody else wrote. */
export const approveLetter = (asked: LetterAsked, context: StreamContext): Promise<LetterResult> =>
  doLetterStep(context, { step: 'APPROVE', asked }, async ({ work }) => ({
    approved_by: context.identity.subject,
    approved_at: work.now,
  }));

/** Gives a letter back to be changed, with a word on what. */
export const returnLetter = (
  asked: LetterAsked & { readonly reason: string },
  context: StreamContext,
): Promise<LetterResult> =>
  doLetterStep(context, { step: 'RETURN', asked }, async () => {
    const reason = reasonGiven(asked.reason);
    if (typeof reason === 'object') return reason;
    return { returned_because: reason, approved_by: null, approved_at: null };
  });

/** Drops a letter that is not to be sent: it stays as it was written. */
export const dropLetter = (asked: LetterAsked, context: StreamContext): Promise<LetterResult> =>
  doLetterStep(context, { step: 'DROP', asked }, async () => ({}));
