import { decideEnquiry } from '../../../domain/enquiries/decide-enquiry';
import type { EnquiryCommand, EnquiryFacts, EnquiryState } from '../../../domain/enquiries/enquiry';
import { permittedInEnquiry } from '../../../domain/enquiries/enquiry-procedure';
import type { Context } from '../context';
import { forget } from './forget';
import {
  type EnquiryResult,
  enquiryChanged,
  enquiryNotFound,
  enquiryRefused,
  type ShownPermitted,
} from './results';
import { type CaseParts, standingOf, takenOver } from './standing';
import type { EntryRow } from './tables';
import { type Begun, doneNow, doOnce } from './work';
import { worksOnRows } from './works-on';
import { type Decided, writeCommand } from './write-command';
import type { Words } from './written';

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
export const doEnquiryCommand = (context: Context, asked: EnquiryAsked): Promise<EnquiryResult> =>
  doOnce(context, asked, async (begun) => {
    const parts = await readParts(context, asked.id);
    if (parts === null) return enquiryNotFound();
    const version = parts.entries.length;
    if (version !== asked.version) return enquiryChanged(version, parts.entries.slice(asked.version));
    return decideAndWrite(context, { ...begun, asked, parts });
  });

interface Standing extends Begun {
  readonly asked: EnquiryAsked;
  readonly parts: CaseParts;
}

async function decideAndWrite(context: Context, standing: Standing): Promise<EnquiryResult> {
  const { asked, command, work, parts } = standing;
  const state = standingOf(parts);
  const decision = decideEnquiry({ command: asked.command, state, ...work });
  if (decision.isRefused) return enquiryRefused(decision.refusal, shownPermitted(state));
  const here = parts.entries.length;
  const entry = (place: number, facts: EnquiryFacts): EntryRow => ({
    ...{ case_id: asked.id, place, event: facts.event, facts },
    ...{ by: context.identity.subject, at: work.now },
  });
  const taken = here > 0 ? [] : [entry(1, takenOver(parts))];
  const last = entry(here + taken.length + 1, decision.facts);
  await writeCommand(context, {
    ...{ command, of: parts.row, entries: [...taken, last], last },
    ...{ words: asked.words ?? [], decided: asked.decided ?? {} },
  });
  return doneNow(last);
}

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
