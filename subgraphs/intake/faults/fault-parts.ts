import type { FaultRow } from '../tables/rows';

/** What every list of faults shows of one, whoever asks. */
export interface FaultParts {
  readonly id: string;
  /** When its run began, as ISO text. */
  readonly foundAt: string;
  readonly state: (typeof STATES)[FaultRow['state']];
}

/** A fault's place in its run, and its state, as they are read. */
export interface FaultPlace {
  readonly run_id: number;
  readonly place: number;
  readonly started_at: Date;
  readonly state: FaultRow['state'];
}

const STATES = {
  open: 'OPEN',
  mapped: 'MAPPED',
  confirmed: 'CONFIRMED',
  separating: 'SEPARATING',
  separated: 'SEPARATED',
  replaced: 'REPLACED',
  dismissed: 'DISMISSED',
} as const;

/** Makes what is shown of a fault's place and state. */
export const faultParts = ({ run_id, place, started_at, state }: FaultPlace): FaultParts => ({
  id: `${run_id}-${place}`,
  foundAt: started_at.toISOString(),
  state: STATES[state],
});
