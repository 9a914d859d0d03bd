import type { Refused } from '../../../platform/server/refusal';
import type { QuarantineReason } from '../__generated__/resolver-types';
import type { AmendmentRow } from '../tables/amendments';
import type { ImportRunRow } from '../tables/ledger';

const refused = <Type extends string>(type: Type, code: string, message: string): Refused<Type> => ({
  __typename: type,
  code,
  message,
});

export const rowNotFound = refused(
  'RowNotFound',
  'ROW_NOT_FOUND',
  'There is no quarantined row with this id among those that you may see. Take one that `quarantinedRows` lists.',
);

export const copyNotFound = refused(
  'CopyNotFound',
  'COPY_NOT_FOUND',
  'There is no conflicting copy with this id among those that you may see. Take one that `faults` lists with the code CONFLICTING_COPY.',
);

export const runNotFound = refused(
  'RunNotFound',
  'RUN_NOT_FOUND',
  'There is no import with this number. Take one that `imports` lists.',
);

const NOT_LOADED: Readonly<Record<Exclude<ImportRunRow['state'], 'loaded'>, string>> = {
  running: 'is under way: wait until it has ended',
  refused: 'was refused, so nothing of it was loaded',
  failed: 'broke off. Make it again: that completes it, and then it can be undone',
  interrupted: 'broke off. Make it again: that completes it, and then it can be undone',
  undoing: 'is being undone',
  undone: 'was undone before',
};

export const runNotLoaded = (
  id: number,
  state: Exclude<ImportRunRow['state'], 'loaded'>,
): Refused<'RunNotLoaded'> => refused('RunNotLoaded', 'RUN_NOT_LOADED', `Import ${id} ${NOT_LOADED[state]}.`);

/** The refusal of a second decision. */
export interface DecidedAlready extends Refused<'AmendedAlready'> {
  readonly decided: AmendmentRow | null;
}

export const amendedAlready = (decided: AmendmentRow | null): DecidedAlready => ({
  ...refused(
    'AmendedAlready',
    'AMENDED_ALREADY',
    decided === null
      ? 'Nobody has dismissed this row, so there is nothing to take back.'
      : `${decided.decided_by} decided on this at ${decided.decided_at.toISOString()}. Look at what they decided before you decide otherwise.`,
  ),
  decided,
});

export const beingUndone = refused(
  'BeingUndone',
  'BEING_UNDONE',
  'The import that brought this row is being undone, and the row with it. There is nothing to decide.',
);

export const cellsUnusable = (message: string): Refused<'CellsUnusable'> =>
  refused('CellsUnusable', 'CELLS_UNUSABLE', message);

export const stillQuarantined = (
  faults: QuarantineReason[],
): Refused<'StillQuarantined'> & { readonly faults: QuarantineReason[] } => ({
  ...refused(
    'StillQuarantined',
    'STILL_QUARANTINED',
    `The row could still not be counted: ${codes(faults)}. Correct those cells too.`,
  ),
  faults,
});

export const wouldBeLeftOut = (reason: string): Refused<'WouldBeLeftOut'> & { reason: string } => ({
  ...refused(
    'WouldBeLeftOut',
    'WOULD_BE_LEFT_OUT',
    'The row would be no complaint, and left out. If that is right, dismiss it.',
  ),
  reason,
});

export const faultsRemain = (
  faults: QuarantineReason[],
): Refused<'FaultsRemain'> & { readonly faults: QuarantineReason[] } => ({
  ...refused(
    'FaultsRemain',
    'FAULTS_REMAIN',
    `The row would be counted with other faults: ${codes(faults)}. Correct those cells too, or accept them by naming their codes in \`acceptFaults\`.`,
  ),
  faults,
});

export const recordHeld = ({ run_id, line }: { run_id: number; line: number }): Refused<'RecordHeld'> =>
  refused(
    'RecordHeld',
    'RECORD_HELD',
    `Another row of this record is held (run ${run_id}, line ${line}), says something else and is no older. Check the reference; if this row is an older state of it, dismiss it.`,
  );
export const recordHeldWithTheSame = ({
  run_id,
  line,
}: {
  run_id: number;
  line: number;
}): Refused<'RecordHeld'> =>
  refused(
    'RecordHeld',
    'RECORD_HELD',
    `A row of this record is held already and says the same (run ${run_id}, line ${line}): corrected so, this one would be a copy of it and in no figure. Check the reference; if this row is a copy, dismiss it.`,
  );
/** Of a row that the caller may not see: it says neither what is held nor whose it is. */
export const recordHeldUnseen: Refused<'RecordHeld'> = refused(
  'RecordHeld',
  'RECORD_HELD',
  'Another row of this record is held that you may not see, and is not yours to replace. Check the reference; if it is right, ask an admin.',
);

export const otherStream: Refused<'OtherStream'> = refused(
  'OtherStream',
  'OTHER_STREAM',
  'Corrected so, the row would belong to a stream that you are not cleared for. Ask somebody who is cleared for both.',
);

export const laterRunsDepend = <Run>(
  runs: Run[],
  names: readonly string[],
): Refused<'LaterRunsRest'> & { readonly imports: Run[]; readonly runs: Run[] } => ({
  ...refused(
    'LaterRunsRest',
    'LATER_RUNS_REST',
    `Later runs rest on this import: ${names.join('; ')}. Undo those first, the newest before the others.`,
  ),
  imports: runs,
  runs,
});

const codes = (faults: readonly QuarantineReason[]): string =>
  faults.map(({ code, column }) => (column ? `${code} in ${column}` : code)).join(', ');
