import { decideEnquiry } from '../../../domain/enquiries/decide-enquiry';
import type { EnquiryCommand, EnquiryState } from '../../../domain/enquiries/enquiry';
import { permittedInEnquiry } from '../../../domain/enquiries/enquiry-procedure';
import type { NamedCommand } from '../../../platform/server/named-command';
import type { Context } from '../context';
import { forget } from './forget';
import {
  type EnquiryDone,
  type EnquiryResult,
  enquiryChanged,
  enquiryNotFound,
  enquiryRefused,
  type ShownPermitted,
} from './results';
import { type CaseParts, standingOf, takenOver } from './standing';
import type { EntryRow } from './tables';
import { beginWork, checkMayWork, doneBefore, type EnquiryWork, named } from './work';
import { worksOnRows } from './works-on';
import { type Decided, writeCommand } from './write-command';
import { keyUnusable, type Words, wordsUnusable } from './written';

/** A command on a case, with what is written at it. */
export interface EnquiryAsked {
  /** Names the command: a UUID, the same when it is asked again. */
  readonly key: string;
  readonly id: string;
  /** The version of the case that was seen. */
  readonly version: number;
  readonly command: Exclude<EnquiryCommand, { readonly event: 'record' }>;
  readonly words?: readonly Words[];
  /** What of it stands in the case itself. */
  readonly decided?: Decided;
}

/**
 * Does a command on an ombudsman's case, or says why not. The same key is done once, and answered the same; of two people at
 * once one is told what the other did. A case of the register is taken over by the first command on it, and imports leave it
 * alone from then on. Throws FORBIDDEN for whoever works on no case.
 */
export async function doEnquiryCommand(context: Context, asked: EnquiryAsked): Promise<EnquiryResult> {
  checkMayWork(context.identity);
  const unusable = keyUnusable(asked.key) ?? wordsUnusable(asked.words ?? []);
  if (unusable !== null) return unusable;
  const { key, ...what } = asked;
  const command = named(key, what);
  const work = await beginWork(context, key);
  const done = await doneBefore(context, command);
  if (done !== null) return '__typename' in done ? done : doneNow(asked.id, done);
  const parts = await readParts(context, asked.id);
  if (parts === null) return enquiryNotFound();
  const version = parts.entries.length;
  if (version !== asked.version) return enquiryChanged(version, parts.entries.slice(asked.version));
  return decideAndWrite(context, { asked, command, work, parts });
}

interface Standing {
  readonly asked: EnquiryAsked;
  readonly command: NamedCommand;
  readonly work: EnquiryWork;
  readonly parts: CaseParts;
}

async function decideAndWrite(context: Context, standing: Standing): Promise<EnquiryResult> {
  const { asked, command, work, parts } = standing;
  const state = standingOf(parts);
  const decision = decideEnquiry({ command: asked.command, state, ...work });
  if (decision.isRefused) return enquiryRefused(decision.refusal, shownPermitted(state));
  const { subject: by } = context.identity;
  const taken: EntryRow[] =
    parts.entries.length > 0
      ? []
      : [{ ...entry(asked.id, 1, { by, at: work.now }), event: 'takeOver', facts: takenOver(parts) }];
  const place = parts.entries.length + taken.length + 1;
  const { facts } = decision;
  const last: EntryRow = { ...entry(asked.id, place, { by, at: work.now }), event: facts.event, facts };
  await writeCommand(context, {
    ...{ command, of: parts.row, entries: [...taken, last], last },
    ...{ words: asked.words ?? [], decided: asked.decided ?? {} },
  });
  return doneNow(asked.id, last);
}

const entry = (caseId: string, place: number, { by, at }: { by: string; at: Date }) => ({
  ...{ case_id: caseId, place, by, at },
});

/** What was done, as the first time it was asked. */
export const doneNow = (caseId: string, last: EntryRow): EnquiryDone => ({
  ...{ __typename: 'OmbudsmanCommandDone', caseId, entry: last, version: last.place },
});

/** What may be done to a case as it stands. */
export const shownPermitted = ({ state, body }: EnquiryState): readonly ShownPermitted[] =>
  permittedInEnquiry(state).map((rule) => ({ rule, body }));

/** A case that the caller works on, read anew under the lock; null where there is none. */
async function readParts(context: Context, id: string): Promise<CaseParts | null> {
  forget(context, id);
  const row = await context.cases.load(id);
  if (row === null || !(await worksOnRows(context, [id])).has(id)) return null;
  const [findings, remedies, entries] = await Promise.all([
    context.findings.load(id),
    context.remedies.load(id),
    context.entries.load(id),
  ]);
  return { row, findings, remedies, entries };
}
