import type { ImportFaultState } from '../../../operations/__generated__/operations';
import type { StateChoice } from '../quality-filter';

/** Whether a fault waits, as a page says it. */
export const FAULT_STATES: Readonly<Record<ImportFaultState, string>> = {
  OPEN: 'Waits',
  MAPPED: 'Its word has a meaning',
  CONFIRMED: 'Confirmed as a copy',
  SEPARATING: 'About to be a record of its own',
  SEPARATED: 'A record of its own',
  REPLACED: 'No longer true',
  DISMISSED: 'Its row need not be counted',
};

/** The states that the list can be narrowed to. */
export const FAULT_STATE_CHOICES: readonly StateChoice<ImportFaultState>[] = [
  { value: 'OPEN', text: 'Waits for somebody', states: ['OPEN'] },
  { value: 'MAPPED', text: 'Word given a meaning', states: ['MAPPED'] },
  { value: 'COPIES', text: 'Copy decided', states: ['CONFIRMED', 'SEPARATING', 'SEPARATED'] },
  { value: 'REPLACED', text: 'No longer true', states: ['REPLACED'] },
  { value: 'DISMISSED', text: 'Row dismissed', states: ['DISMISSED'] },
  {
    value: 'SETTLED',
    text: 'Settled in any way',
    states: ['MAPPED', 'CONFIRMED', 'SEPARATING', 'SEPARATED', 'REPLACED', 'DISMISSED'],
  },
];
