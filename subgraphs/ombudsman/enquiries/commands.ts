import type { OmbudsmanBody } from '../../../contracts/ombudsman-body';
import { isDay } from '../../../domain/calendar/day';
import type { HousingFinding, LgscoDecision } from '../../../domain/enquiries/decisions';
import type { Compliance, RemedyKind } from '../../../domain/enquiries/enquiry';
import { readDay, readGivenDay } from '../../../platform/server/read-day';
import type { Context } from '../context';
import { doEnquiryCommand, type EnquiryAsked } from './do-command';
import { recordEnquiry } from './record-enquiry';
import type { EnquiryResult } from './results';
import { textUnusable, wordsOf } from './written';

/** What every command on a case says. */
interface OnCase {
  readonly key: string;
  readonly id: string;
  readonly version: number;
}

type Text = string | null | undefined;

interface OnDay extends OnCase {
  readonly on: unknown;
  readonly words?: Text;
}

type Result = Promise<EnquiryResult>;
const of = ({ key, id, version }: OnCase) => ({ key, id, version });
const onDay = (written: unknown) => readGivenDay('on', written, isDay);

/** A command that says on which day something happened, and little else. */
const dayCommand =
  (event: 'reply' | 'comment' | 'referBack' | 'withdraw') =>
  (context: Context, asked: OnDay): Result =>
    doEnquiryCommand(context, {
      ...{ ...of(asked), command: { event, on: onDay(asked.on) } },
      words: wordsOf('SUMMARY', asked.words),
    });

/** Records that the ombudsman was replied to. */
export const replyToEnquiry = dayCommand('reply');
/** Records that comments on the draft of a decision were sent. */
export const commentOnDraft = dayCommand('comment');
/** Records that it came too early, and was referred back. */
export const closeAsPremature = dayCommand('referBack');
/** Records that it was withdrawn, or the ombudsman discontinued it. */
export const withdrawCase = dayCommand('withdraw');

/** An enquiry as the graph has it. */
export interface EnquiryInput {
  readonly body: OmbudsmanBody;
  readonly reference: string;
  readonly complaintId?: Text;
  readonly ourReference?: Text;
  readonly stream?: Text;
  readonly receivedOn: unknown;
  readonly replyDueOn?: unknown;
  readonly questions?: Text;
}

/** Records an enquiry. Throws BAD_USER_INPUT for what is no day. */
export function recordCase(
  context: Context,
  { key, input }: { readonly key: string; readonly input: EnquiryInput },
): Result {
  return recordEnquiry(context, {
    ...{ key, reference: input.reference.trim() },
    command: {
      ...{ event: 'record', body: input.body },
      receivedOn: readGivenDay('receivedOn', input.receivedOn, isDay),
      dueOn: readDay('replyDueOn', input.replyDueOn, isDay),
    },
    about: {
      complaintId: input.complaintId?.trim() || null,
      ourReference: input.ourReference?.trim() || null,
      stream: input.stream ?? null,
    },
    words: wordsOf('QUESTIONS', input.questions),
  });
}

/** Records that the ombudsman agreed to a later day. Throws BAD_USER_INPUT for what is no day, as all do here. */
export function extendReply(
  context: Context,
  asked: OnCase & { readonly to: unknown; readonly reason: string },
): Result {
  const words = wordsOf('REASON', asked.reason);
  const to = readGivenDay('to', asked.to, isDay);
  const command = { event: 'extendReply', to, hasReason: words.length > 0 } as const;
  return doEnquiryCommand(context, { ...of(asked), command, words });
}

/** Records the draft of a decision, with the day by which comments are wanted. */
export function recordDraft(context: Context, asked: OnDay & { readonly commentsDueOn?: unknown }): Result {
  const dueOn = readDay('commentsDueOn', asked.commentsDueOn, isDay);
  return doEnquiryCommand(context, {
    ...{ ...of(asked), command: { event: 'draft', on: onDay(asked.on), dueOn } },
    words: wordsOf('SUMMARY', asked.words),
  });
}

/** A decision as the graph has it. */
export interface DecisionInput {
  readonly on: unknown;
  readonly decision: string;
  readonly lgscoDecision?: LgscoDecision | null | undefined;
  readonly findings?:
    | readonly { readonly issue?: Text; readonly finding: string; readonly category: HousingFinding }[]
    | null
    | undefined;
  readonly words?: Text;
}

/** Records a decision in the ombudsman's words; the Housing Ombudsman's has what was found on each issue. */
export async function recordDecision(
  context: Context,
  { input, ...asked }: OnCase & { readonly input: DecisionInput },
): Result {
  const findings = (input.findings ?? []).map(({ issue, finding, category }) => ({
    ...{ issue: issue?.trim() || null, finding: finding.trim(), category },
  }));
  const texts = findings.flatMap(({ issue, finding }) => [finding, ...(issue === null ? [] : [issue])]);
  for (const text of texts) {
    const unusable = textUnusable('findings', text);
    if (unusable !== null) return unusable;
  }
  const command: EnquiryAsked['command'] = {
    ...{ event: 'decide', on: onDay(input.on), decision: input.lgscoDecision ?? null },
    findings: findings.map(({ category }) => category),
  };
  const words = wordsOf('SUMMARY', input.words);
  const decided = { decision: input.decision.trim(), findings };
  return (
    textUnusable('decision', input.decision) ??
    doEnquiryCommand(context, { ...of(asked), command, words, decided })
  );
}

/** Records something that is to be done. */
export async function addRemedy(
  context: Context,
  asked: OnCase & { readonly text: string; readonly kind?: RemedyKind | null; readonly dueOn?: unknown },
): Result {
  const dueOn = readDay('dueOn', asked.dueOn, isDay);
  const command = { event: 'addRemedy', kind: asked.kind ?? 'PERSONAL', dueOn } as const;
  const decided = { remedy: asked.text.trim() };
  return textUnusable('text', asked.text) ?? doEnquiryCommand(context, { ...of(asked), command, decided });
}

/** Records that a remedy was done; `remedy` is its number from 1. */
export function completeRemedy(context: Context, asked: OnDay & { readonly remedy: number }): Result {
  return doEnquiryCommand(context, {
    ...of(asked),
    command: { event: 'completeRemedy', place: asked.remedy - 1, on: onDay(asked.on) },
    words: wordsOf('SUMMARY', asked.words),
  });
}

/** Records how satisfied the ombudsman is with what was done. */
export function recordCompliance(
  context: Context,
  asked: OnDay & { readonly compliance: Compliance },
): Result {
  const command = { event: 'comply', on: onDay(asked.on), compliance: asked.compliance } as const;
  return doEnquiryCommand(context, { ...of(asked), command, words: wordsOf('SUMMARY', asked.words) });
}

/** Adds a note. */
export async function noteCase(context: Context, asked: OnCase & { readonly words: string }): Result {
  const note: Pick<EnquiryAsked, 'command' | 'words'> = {
    ...{ command: { event: 'note' }, words: wordsOf('NOTE', asked.words) },
  };
  return textUnusable('words', asked.words) ?? doEnquiryCommand(context, { ...of(asked), ...note });
}
