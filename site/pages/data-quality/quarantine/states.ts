import type { QuarantineState } from '../../../operations/__generated__/operations';
import type { StateChoice } from '../quality-filter';

/** What has become of a quarantined row, as a page says it. */
export const ROW_STATES: Readonly<Record<QuarantineState, string>> = {
  OPEN: 'Waits',
  CORRECTING: 'Corrected, about to be counted',
  CORRECTED: 'Corrected and counted',
  DISMISSED: 'Dismissed',
};

/** The states that the list can be narrowed to. */
export const ROW_STATE_CHOICES: readonly StateChoice<QuarantineState>[] = [
  { value: 'OPEN', text: 'Waits for somebody', states: ['OPEN'] },
  { value: 'UNCOUNTED', text: 'Not counted yet', states: ['OPEN', 'CORRECTING'] },
  { value: 'CORRECTED', text: 'Corrected', states: ['CORRECTING', 'CORRECTED'] },
  { value: 'DISMISSED', text: 'Dismissed', states: ['DISMISSED'] },
  { value: 'SETTLED', text: 'Settled in any way', states: ['CORRECTING', 'CORRECTED', 'DISMISSED'] },
];
