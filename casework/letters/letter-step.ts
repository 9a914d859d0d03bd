import type { LetterTemplate } from '../../domain/letters/letter';
import { type LetterStep, statusAfter, whyNotStep } from '../../domain/letters/letter-life';
import { doneBefore } from '../../platform/server/done-before';
import { fingerprintOf, type NamedCommand } from '../../platform/server/named-command';
import { bulkUpsert } from '../../platform/transaction/bulk';
import { beginWork, keyUnusable } from '../live/case-work';
import { noteDone } from '../live/commands-done';
import { noteOfCommand } from '../live/do-command';
import { checkMayWork } from '../live/live-caller';
import { isAnonymised } from '../live/read-case';
import { keyTaken, peopleGone } from '../live/refusals';
import type { CommandDoneRow } from '../live/tables';
import type { CaseWork } from '../live/write-entry';
import type { StreamContext } from '../reading/loaders';
import { lockCase } from '../restrictions/case';
import { caseNotFound } from '../restrictions/refusals';
import { readLetter } from './read-letters';
import { type LetterResult, letterChanged, letterDone, letterNotFound, letterRefused } from './refusals';
import { type CaseOfLetters, caseOfLetters, mayWrite, templateIn } from './stage-of-letter';
import { type LetterRow, letterTable } from './tables';

/** A command on a letter: which, as it was seen. */
export interface LetterAsked {
  /** Names the command: a UUID, the same when it is asked again. */
  readonly key: string;
  /** The letter's. */
  readonly id: string;
  /** The version of the letter that was seen. */
  readonly version: number;
}

/** A letter under the lock of its complaint, as it was seen. */
export interface LetterHeld {
  readonly row: LetterRow;
  readonly held: CaseOfLetters;
  readonly work: CaseWork;
}

/** Does a new command on a letter, under the lock of its complaint; one that was done before is answered as the letter stands. */
export async function doLetterOnce<Asked extends { readonly key: string }>(
  context: StreamContext,
  asked: Asked,
  of: { readonly complaintId: string; readonly letterId: string },
  first: (work: CaseWork, named: NamedCommand) => Promise<LetterResult>,
): Promise<LetterResult> {
  const { transaction, stream, identity } = context;
  checkMayWork(identity, stream.name);
  const { key, ...what } = asked;
  const unusable = keyUnusable(key);
  if (unusable !== null) return unusable;
  const named = { key, fingerprint: fingerprintOf(what) };
  const work = await beginWork(context, key);
  const found = await lockCase(context, of.complaintId);
  if (found === null || found.isClosed) return caseNotFound();
  const done = await doneBefore<CommandDoneRow>(
    transaction,
    { schema: stream.name, subject: identity.subject },
    named,
  );
  if (done === 'TAKEN') return keyTaken();
  if (done === null) return (await isAnonymised(work, of.complaintId)) ? peopleGone() : first(work, named);
  const letter = await readLetter(context, of.letterId);
  return letter === null ? letterNotFound() : letterDone(letter);
}

/** Does a step of a letter that is as it was seen, where `change` has nothing against it. */
export async function doLetterStep<Asked extends LetterAsked>(
  context: StreamContext,
  { step, asked }: { readonly step: LetterStep; readonly asked: Asked },
  change: (held: LetterHeld) => Promise<Partial<LetterRow> | LetterResult>,
): Promise<LetterResult> {
  checkMayWork(context.identity, context.stream.name);
  const seen = await readLetter(context, asked.id);
  if (seen === null) return letterNotFound();
  const of = { complaintId: seen.complaint_id, letterId: asked.id };
  return doLetterOnce(context, { ...asked, step }, of, async (work, named) => {
    const row = await readLetter(context, asked.id);
    if (row === null) return letterNotFound();
    if (row.version !== asked.version) return letterChanged(row);
    const held = await caseOfLetters(context, row.complaint_id);
    if (held === null || !mayWrite(context, held)) return letterRefused(NOT_YOURS);
    const asStands = {
      step,
      row,
      template: templateIn(context, held, row),
      serviceId: await serviceOf(context, row),
    };
    const refused = refusedStep(context, asStands);
    if (refused !== null) return refused;
    const changes = await change({ row, held, work });
    return '__typename' in changes ? changes : writeStep(context, { step, row, changes, named, work });
  });
}

/** What is said to whoever may not write letters of a stage. */
export const NOT_YOURS = {
  code: 'LETTER_NOT_OPEN',
  message: 'Your role writes no letters of this complaint as it stands.',
  ...{ part: null, source: null },
} as const;

/** The service that the complaint of a letter is about; null where none is recorded. */
export const serviceOf = async ({ liveCases }: StreamContext, { complaint_id }: LetterRow) =>
  (await liveCases.load(complaint_id))?.service_id ?? null;

/** Whether letters of a service are approved before they leave. */
export const needsApproval = ({ lettersApprovedFor }: StreamContext, serviceId: string | null): boolean =>
  lettersApprovedFor.includes('*') || (serviceId !== null && lettersApprovedFor.includes(serviceId));

/** What is in the way of a step of a letter for the caller; null where nothing is. */
export function refusedStep(
  context: StreamContext,
  {
    step,
    row,
    template,
    serviceId,
  }: {
    readonly step: LetterStep;
    readonly row: LetterRow;
    readonly template: LetterTemplate | null;
    readonly serviceId: string | null;
  },
) {
  const why = whyNotStep({
    ...{ step, letter: row, template, by: context.identity.subject },
    needsApproval: needsApproval(context, serviceId),
  });
  return why === null ? null : letterRefused(why);
}

async function writeStep(
  context: StreamContext,
  {
    step,
    row,
    changes,
    named,
    work,
  }: {
    readonly step: LetterStep;
    readonly row: LetterRow;
    readonly changes: Partial<LetterRow>;
    readonly named: NamedCommand;
    readonly work: CaseWork;
  },
): Promise<LetterResult> {
  const after = { ...row, ...changes, status: statusAfter(step) };
  const { complaint_id: complaintId } = row;
  if (!(await noteDone(context, named, { complaintId, place: row.version + 1, now: work.now })))
    return keyTaken();
  return letterDone(await writeLetter(context, work, after));
}

/** Writes a letter as it is to stand, in the caller's name, and notes it. */
export async function writeLetter(
  context: StreamContext,
  { now }: Pick<CaseWork, 'now'>,
  row: LetterRow,
): Promise<LetterRow> {
  const { transaction, stream, identity } = context;
  const written = { ...row, version: row.version + 1, changed_by: identity.subject, changed_at: now };
  await bulkUpsert(transaction, letterTable(stream.name), [written]);
  await noteOfCommand(context, { action: 'CASE_COMMAND', complaintId: row.complaint_id });
  return written;
}
