import { isDay } from '../../domain/calendar/day';
import type { LetterWay } from '../../domain/letters/letter';
import { whyNotGo } from '../../domain/letters/letter-life';
import { readDocumentsOf } from '../documents/read-documents';
import { doCommand } from '../live/do-command';
import { checkMayWork } from '../live/live-caller';
import { commandUnusable } from '../live/refusals';
import type { CommandDoneRow } from '../live/tables';
import type { StreamContext } from '../reading/loaders';
import { lockCase } from '../restrictions/case';
import { caseNotFound } from '../restrictions/refusals';
import { type LetterAsked, refusedStep, serviceOf, writeLetter } from './letter-step';
import { readLetter } from './read-letters';
import { type LetterResult, letterChanged, letterDone, letterNotFound, letterRefused } from './refusals';
import { templateOf } from './stage-of-letter';
import type { LetterRow } from './tables';

export interface SendAsked extends LetterAsked {
  readonly on: unknown;
  readonly how: LetterWay;
  readonly documents: readonly string[];
}

/**
 * Records that a letter was sent, with the documents that it was kept as: an entry of the timeline, whatever else happened to
 * the complaint meanwhile. From then on it never changes. The same key again is answered as it was done.
 */
export async function sendLetter(asked: SendAsked, context: StreamContext): Promise<LetterResult> {
  const { identity, stream, clock } = context;
  checkMayWork(identity, stream.name);
  const seen = await readLetter(context, asked.id);
  if (seen === null) return letterNotFound();
  const found = await lockCase(context, seen.complaint_id);
  if (found === null || found.isClosed) return caseNotFound();
  const row = await readLetter(context, asked.id);
  if (row === null) return letterNotFound();
  if (typeof asked.on !== 'string' || !isDay(asked.on))
    return commandUnusable('on', 'This is no day of the calendar: write it as YYYY-MM-DD.');
  const isAgain = row.status === 'SENT' && (await wasDone(context, asked.key));
  const refused = isAgain ? null : await whyNotSent(context, asked, row);
  if (refused !== null) return refused;
  const outcome = await doCommand(context, {
    ...{ key: asked.key, id: row.complaint_id, version: null },
    command: {
      ...{ event: 'sendLetter', letter: row.id, kind: row.kind, on: asked.on, how: asked.how },
      documents: asked.documents,
    },
  });
  if (outcome.__typename === 'ComplaintChanged')
    throw new Error('A letter is sent whatever happened meanwhile.');
  if (outcome.__typename !== 'CommandDone') return outcome;
  if (isAgain) return letterDone(row);
  const sent: LetterRow = {
    ...row,
    ...{ status: 'SENT', sent_on: asked.on, sent_how: asked.how },
    ...{ sent_entry: outcome.entry.place, documents: [...asked.documents] },
  };
  return letterDone(await writeLetter(context, { now: clock.now() }, sent));
}

async function whyNotSent(
  context: StreamContext,
  asked: SendAsked,
  row: LetterRow,
): Promise<LetterResult | null> {
  if (row.version !== asked.version) return letterChanged(row);
  const [template, serviceId] = await Promise.all([templateOf(context, row), serviceOf(context, row)]);
  const refused = refusedStep(context, { step: 'SEND', row, template, serviceId });
  if (refused !== null) return refused;
  const nobody = { name: null, lines: [], email: null };
  const lost = whyNotGo(asked.how, row.addressee ?? nobody);
  if (lost !== null) return letterRefused(lost);
  return (await areKept(context, asked, row)) ? null : letterRefused(NOT_KEPT);
}

const NOT_KEPT = {
  code: 'LETTER_DOCUMENT_MISSING',
  message:
    'A letter is kept as it is sent. Attach it to its complaint as a letter first, and name those documents.',
  ...{ part: 'documents', source: null },
} as const;

async function areKept(
  context: StreamContext,
  { documents: ids }: SendAsked,
  { complaint_id: complaintId }: LetterRow,
): Promise<boolean> {
  const held = await readDocumentsOf(context, { ids });
  const own = held.filter((one) => one.complaint_id === complaintId && one.source === 'LETTER');
  return ids.length > 0 && new Set(ids).size === ids.length && own.length === ids.length;
}

async function wasDone({ transaction, stream }: StreamContext, key: string): Promise<boolean> {
  const rows = await transaction.query<Pick<CommandDoneRow, 'key'>>(
    `select key from "${stream.name}".command_done where key = $1`,
    [key],
  );
  return rows.length > 0;
}
