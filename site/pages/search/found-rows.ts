import { dayWords } from '../../../domain/figures/days';
import type { Lines } from '../complaints/lines';
import { complaintRow } from '../complaints/rows';
import type { Found } from './ask-accounts';

/** A complaint that was found, as the page shows it: nothing of the person. */
export interface FoundRow {
  readonly reference: string;
  readonly href: string | null;
  /** At which stages it was found: "Stages 1 and 2". */
  readonly stages: string;
  readonly receivedOn: string;
  readonly stream: string;
  readonly service: string;
  readonly state: { readonly words: string; readonly kind: string } | null;
  readonly isLost: boolean;
}

/** A row for each complaint that was found, at whichever of its stages, with what its stream tells of it. */
export function foundRows(found: readonly Found[], lines: Lines): FoundRow[] {
  return [...byComplaint(found)].map(([id, { stages, receivedOn }]) => {
    const { reference, href, stream, service, state, isLost } = complaintRow(id, lines);
    return {
      ...{ reference, href, stages: stagesWords(stages), receivedOn: dayWords(receivedOn) },
      ...{ stream, service, state, isLost },
    };
  });
}

/** The complaints in the order in which they were found, each with its stages, and the day of the newest. */
function byComplaint(found: readonly Found[]): ReadonlyMap<string, Seen> {
  const seen = new Map<string, Seen>();
  for (const { stage, receivedOn, complaint } of found) {
    if (complaint === null) continue;
    const { stages = [], receivedOn: newest = receivedOn } = seen.get(complaint.id) ?? {};
    seen.set(complaint.id, { stages: [...stages, stage], receivedOn: newest });
  }
  return seen;
}

interface Seen {
  readonly stages: readonly number[];
  readonly receivedOn: Found['receivedOn'];
}

/** "Stage 1", "Stages 1 and 2". */
function stagesWords(stages: readonly number[]): string {
  const numbers = [...new Set(stages)].sort((one, other) => one - other);
  return `${numbers.length === 1 ? 'Stage' : 'Stages'} ${numbers.join(' and ')}`;
}
