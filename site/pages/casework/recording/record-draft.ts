import { type Draft, formOf, isOpen } from '../../../drafts/draft';
import { askCommand } from '../../../forms/ask-command';
import type { Problem } from '../../../forms/problem';
import type { Asking, Gateway } from '../../../gateway/gateway';
import { isPartLost } from '../../../gateway/part-lost';
import type { CommandCameFragment, Stream } from '../../../operations/__generated__/operations';
import { CASE_COMMANDS } from '../../../operations/case-commands.generated';
import { NotFound } from '../../../server/not-found';
import { askPart } from '../../ask-part';
import { lawWords } from '../law-words';
import type { RecordingMakers } from './ask-record';
import { linkedIn } from './fields/link-to';
import { tornSteps } from './missing';
import { linkKeyOf } from './others';
import { type ReadComplaint, readRecord } from './read-record';
import type { RecordSeen } from './record-seen';
import { RECORDERS } from './recorders';

/** What became of a draft that was to be recorded: the complaint, and whether it could not be linked; or what is in the way, with the draft as it stands. */
export type Recorded =
  | { readonly became: string; readonly version: number; readonly isUnlinked?: boolean }
  | { readonly draft: Draft; readonly problems: readonly Problem[]; readonly status: number };

/** The place in a timeline of the entry that records it. */
const FIRST_ENTRY = 1;

type Note = (told: Partial<Draft>) => Promise<Draft | null>;

/**
 * Records a draft as it stands. It is its own key, so that it is recorded once however often it is sent; from the moment at which
 * it is sent nothing is changed in it until it is known what became of it, so that it can be sent again as it was.
 */
export async function recordDraft(
  { drafts, gateway }: Pick<RecordingMakers, 'drafts' | 'gateway'>,
  found: Draft,
  { seenOf, asking }: { readonly seenOf: (draft: Draft) => Promise<RecordSeen>; readonly asking: Asking },
): Promise<Recorded> {
  const change = (how: (draft: Draft) => Draft) => drafts.change(found.id, found.subject, how);
  const note: Note = (told) => change((each) => (each.became === null ? { ...each, ...told } : each));
  const sent = await change((each) =>
    isOpen(each) && tornSteps(each).length === 0 ? { ...each, isSent: true } : each,
  );
  if (sent === null) throw new NotFound();
  if (sent.became !== null) return { became: sent.became, version: FIRST_ENTRY };
  if (!sent.isSent) return { draft: sent, problems: [], status: 400 };
  // One that was sent before may be recorded already, whatever is in the way now.
  const release: Note = async (told) => (found.isSent ? sent : note(told));
  const read = await readRecord(await seenOf(sent));
  if ('problems' in read)
    return { draft: (await release({ isSent: false })) ?? sent, problems: read.problems, status: 400 };
  const asked = RECORDERS[read.stream].send(gateway, asking, sentOf(sent, read));
  const { answer, problems, status } = await askCommand(releasedWhereRefused(asked, release), () => []);
  if (answer === null) return { draft: sent, problems, status };
  const came = await answered(answer, sent, note);
  return 'became' in came ? linked(came, sent, { gateway, asking, stream: read.stream }) : came;
}

/** Links what was recorded to the complaint that was chosen, where one was. */
async function linked(
  came: Extract<Recorded, { readonly became: string }>,
  sent: Draft,
  {
    gateway,
    asking,
    stream,
  }: { readonly gateway: Gateway; readonly asking: Asking; readonly stream: Stream },
): Promise<Recorded> {
  const other = linkedIn(formOf(sent));
  if (other === null) return came;
  const target = { id: came.became, version: came.version, key: linkKeyOf(sent.id) };
  const linking = gateway.ask(CASE_COMMANDS.linkComplaint[stream], { ...target, other }, asking);
  return { ...came, isUnlinked: (await askPart(linking))?.outcome?.__typename !== 'CommandDone' };
}

const sentOf = ({ id, callId }: Draft, { input, own }: ReadComplaint) => ({
  ...{ key: id, own },
  input: { ...input, callId },
});

async function answered(answer: CommandCameFragment, sent: Draft, note: Note): Promise<Recorded> {
  if (answer.__typename === 'CommandDone' && answer.complaint !== null) {
    const { version, complaint } = answer;
    await note({ became: complaint.id, isSent: false, steps: {} });
    return { became: complaint.id, version };
  }
  const draft = (await note({ isSent: false })) ?? sent;
  return { draft, problems: [problemOf(answer)], status: 400 };
}

/** A question that the gateway refused as a whole did nothing: the draft may be changed again. */
async function releasedWhereRefused<Answer>(asked: Promise<Answer>, release: Note): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    if (!isPartLost(error)) await release({ isSent: false });
    throw error;
  }
}

const TAKEN =
  'A complaint was recorded of this draft before, and it said something else then. Look for it in the worklists, and add there what is missing.';

/** What the graph said, beside the field that it means. */
function problemOf(answer: CommandCameFragment): Problem {
  if (!('message' in answer)) return { field: null, says: TAKEN };
  const part = 'part' in answer ? answer.part : null;
  if (part === 'key') return { field: null, says: TAKEN };
  const source = 'source' in answer ? answer.source : null;
  const says = source === null ? answer.message : `${answer.message} ${lawWords(source)}.`;
  return { field: fieldOf(part), says };
}

/** The field that asks for a part of what the graph takes. */
function fieldOf(part: string | null): string | null {
  if (part === 'parties') return 'complainant';
  return part?.replace(/^own\./, '') ?? null;
}
