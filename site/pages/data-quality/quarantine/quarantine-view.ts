import { streamName } from '../../../../domain/figures/names';
import { countedWords } from '../../../../domain/figures/numbers';
import type { PagePlace } from '../../../lists/page-place';
import type { QuarantineListQuery, QuarantineState } from '../../../operations/__generated__/operations';
import { faultWords } from '../fault-words';
import type { FileStep } from '../list-file';
import { listFrame } from '../list-view';
import { QUARANTINE_PATH, rowHref } from '../paths';
import type { QualityFilter } from '../quality-filter';
import type { QualityNames } from '../quality-names';
import { ageWords, momentWords } from '../shown-moment';
import { ROW_STATE_CHOICES, ROW_STATES } from './states';

export type QuarantineNode = NonNullable<
  NonNullable<QuarantineListQuery['quarantinedRows']>['edges'][number]['node']
>;

/** What the list of quarantined rows shows. */
export function quarantineView({
  filter,
  names,
  place,
  given,
  now,
}: {
  readonly filter: QualityFilter<QuarantineState>;
  readonly names: QualityNames | null;
  readonly place: PagePlace;
  readonly given: FileStep<QuarantineNode>;
  readonly now: Date;
}) {
  const { totalCount: total, edges, pageInfo } = given;
  const rows = edges.flatMap(({ node }) => (node === null ? [] : [node]));
  const frame = listFrame({
    ...{ path: QUARANTINE_PATH, filter, place, names, states: ROW_STATE_CHOICES },
    given: { rows: rows.length, total, pageInfo },
  });
  return {
    ...frame,
    says: countedWords({ count: total, one: 'row', many: 'rows' }),
    rows: rows.map((row) => ({
      href: rowHref(row.id),
      place: `${row.file}, line ${row.line}`,
      system: names?.sources.find(({ value }) => value === row.source)?.text ?? row.source,
      stream: row.stream === null ? 'Not told' : streamName(row.stream),
      reasons: row.reasons.map(({ code, column }) => ({ text: faultWords(code).title, column })),
      metOn: momentWords(row.firstMetAt),
      age: row.state === 'OPEN' ? ageWords(row.firstMetAt, now) : null,
      state: ROW_STATES[row.state],
      isOpen: row.state === 'OPEN',
    })),
  };
}

/** The columns of the file. */
export const ROW_HEADS = [
  'Id',
  'System',
  'Stream',
  'File',
  'Line',
  'First met',
  'State',
  'What is wrong',
  'Columns',
];

/** One row of the file: what the page shows of it, and nothing that is written in it. */
export const rowCells = ({ id, source, stream, file, line, firstMetAt, state, reasons }: QuarantineNode) => [
  ...[id, source, stream === null ? null : streamName(stream), file, line, momentWords(firstMetAt)],
  ROW_STATES[state],
  reasons.map(({ code }) => faultWords(code).title).join('; '),
  reasons.flatMap(({ column }) => column ?? []).join('; '),
];
