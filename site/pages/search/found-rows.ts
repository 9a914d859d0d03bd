import { dayWords } from '../../../domain/figures/days';
import type { Lines } from '../complaints/lines';
import { complaintRow } from '../complaints/rows';
import type { Found } from './ask-accounts';

/** A stage that was found, as the page shows it: nothing of the person. */
export interface FoundRow {
  readonly reference: string;
  readonly href: string | null;
  readonly stage: number;
  readonly receivedOn: string;
  readonly stream: string;
  readonly service: string;
  readonly state: { readonly words: string; readonly kind: string } | null;
  readonly isLost: boolean;
}

/** Rows of what was found, with what their streams tell of the complaints. */
export function foundRows(found: readonly Found[], lines: Lines): FoundRow[] {
  return found.flatMap(({ stage, receivedOn, complaint }) => {
    if (complaint === null) return [];
    const { reference, href, stream, service, state, isLost } = complaintRow(complaint.id, lines);
    return [{ reference, href, stage, receivedOn: dayWords(receivedOn), stream, service, state, isLost }];
  });
}
