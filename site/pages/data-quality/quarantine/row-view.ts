import { streamName } from '../../../../domain/figures/names';
import type { QuarantinedRowPageQuery } from '../../../operations/__generated__/operations';
import type { TypedCorrection } from '../correction/cell-form';
import { referenceColumn } from '../correction/columns';
import { correctionView } from '../correction/correction-view';
import { historyView } from '../correction/history';
import type { RefusedDecision } from '../correction/refusal';
import { QUARANTINE_PATH, quarantineHref, recordHref, roomsFor } from '../paths';
import { sourceName } from '../quality-names';
import { momentWords } from '../shown-moment';
import { ROW_STATES } from './states';

/** A quarantined row with the names of the systems. */
export interface GivenRow {
  readonly row: NonNullable<QuarantinedRowPageQuery['quarantinedRow']>;
  readonly sources: QuarantinedRowPageQuery['sources'];
}

interface Shown {
  readonly given: GivenRow;
  readonly typed: TypedCorrection | null;
  readonly refused: RefusedDecision | null;
  /** What the address says was just done. */
  readonly done: unknown;
  readonly reference: unknown;
}

/** What the page of a quarantined row shows. */
export function rowView({ given: { row, sources }, typed, refused, done, reference }: Shown) {
  const { source, stream, file, line, state, reasons, cells, amendments, firstMetAt } = row;
  const history = historyView(amendments);
  return {
    rooms: roomsFor(QUARANTINE_PATH),
    listHref: quarantineHref({ state: 'OPEN' }),
    title: `${file}, line ${line}`,
    facts: [
      { name: 'System', value: sourceName(sources, source) },
      { name: 'Stream', value: stream === null ? 'The row does not tell' : streamName(stream) },
      { name: 'First met', value: momentWords(firstMetAt) },
      { name: 'State', value: ROW_STATES[state] },
    ],
    state,
    // Of a row that somebody else has decided on meanwhile, what was typed is still there.
    canCorrect: state === 'OPEN' || (typed?.cells.size ?? 0) > 0,
    done: doneWords(done, state),
    record: state === 'CORRECTING' || state === 'CORRECTED' ? recordOf(row, reference) : null,
    form: correctionView({ cells: cells ?? [], reasons, typed, refused }),
    history,
  };
}

const DONE: Readonly<Record<string, string>> = {
  correct: 'The correction is kept. The row is counted within moments, without another load.',
  dismiss: 'The row is dismissed: it need not be counted. It can be reopened below.',
  reopen: 'The dismissal is taken back. The row waits to be put right.',
};

/** What was just done, as long as the row is as that left it: an address may be opened again much later. */
function doneWords(done: unknown, state: GivenRow['row']['state']): string | null {
  if (done === 'dismiss') return state === 'DISMISSED' ? (DONE.dismiss ?? null) : null;
  if (done === 'reopen') return state === 'OPEN' ? (DONE.reopen ?? null) : null;
  if (done !== 'correct') return null;
  if (state === 'CORRECTING') return DONE.correct ?? null;
  return state === 'CORRECTED' ? 'The row is corrected, and counted.' : null;
}

const MOST_CHARACTERS = 100;

/** Where the record is that the row has become: by its corrected reference, else by that which it came with. */
function recordOf({ cells }: GivenRow['row'], reference: unknown) {
  const column = referenceColumn((cells ?? []).map((cell) => cell.column));
  const came = (cells ?? []).find((cell) => cell.column === column)?.value.trim() ?? '';
  const given = typeof reference === 'string' ? reference.trim() : '';
  const known = given !== '' && given.length <= MOST_CHARACTERS ? given : came;
  return known === '' ? null : { reference: known, href: recordHref(known) };
}
