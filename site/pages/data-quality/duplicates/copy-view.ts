import { streamName } from '../../../../domain/figures/names';
import type { ConflictingCopyQuery } from '../../../operations/__generated__/operations';
import type { TypedCorrection } from '../correction/cell-form';
import { referenceColumn } from '../correction/columns';
import { correctionView } from '../correction/correction-view';
import { historyView } from '../correction/history';
import type { RefusedDecision } from '../correction/refusal';
import { FAULT_STATES } from '../faults/states';
import { DUPLICATES_PATH, faultsHref, recordHref, roomsFor } from '../paths';
import { sourceName } from '../quality-names';
import { momentWords } from '../shown-moment';

/** A conflicting copy with the names of the systems. */
export interface GivenCopy {
  readonly copy: NonNullable<ConflictingCopyQuery['fault']>;
  readonly sources: ConflictingCopyQuery['sources'];
}

interface Shown {
  readonly given: GivenCopy;
  readonly typed: TypedCorrection | null;
  readonly refused: RefusedDecision | null;
}

/** What the page of a conflicting copy shows. */
export function copyView({ given: { copy, sources }, typed, refused }: Shown) {
  const { source, stream, file, line, action, state, value, foundAt, amendments } = copy;
  const cells = copy.cells ?? [];
  const reference = referenceColumn(cells.map(({ column }) => column));
  // The reference is what has to read otherwise, if it is another record.
  const reasons =
    reference === null ? [] : [{ column: reference, code: 'CONFLICTING_COPY', value: null, action }];
  return {
    rooms: roomsFor(DUPLICATES_PATH),
    listHref: faultsHref({ code: 'CONFLICTING_COPY', state: 'OPEN' }),
    title: `Copy in ${file}, line ${line}`,
    action,
    record: value === null || value === '' ? null : { reference: value, href: recordHref(value) },
    facts: [
      { name: 'System', value: sourceName(sources, source) },
      { name: 'Stream', value: stream === null ? 'The row does not tell' : streamName(stream) },
      { name: 'Found', value: momentWords(foundAt) },
      { name: 'State', value: FAULT_STATES[state] },
    ],
    canDecide: state === 'OPEN' || refused !== null,
    isSeparated: state === 'SEPARATING' || state === 'SEPARATED',
    form: correctionView({ cells, reasons, typed, refused }),
    history: historyView(amendments),
  };
}
