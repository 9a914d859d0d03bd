import { dayWords } from '../../../../domain/figures/days';
import { streamName } from '../../../../domain/figures/names';
import { countedWords } from '../../../../domain/figures/numbers';
import type { PagePlace } from '../../../lists/page-place';
import type { FaultListQuery } from '../../../operations/__generated__/operations';
import { faultWords, todoOfCounted, WORD_CODES } from '../fault-words';
import type { FileStep } from '../list-file';
import { listFrame } from '../list-view';
import { copyHref, FAULTS_PATH, recordHref, wordHref } from '../paths';
import type { QualityNames } from '../quality-names';
import { ageWords, momentWords } from '../shown-moment';
import type { FaultQuestion } from './question';
import { FAULT_STATE_CHOICES, FAULT_STATES } from './states';

export type FaultNode = NonNullable<NonNullable<FaultListQuery['faults']>['edges'][number]['node']>;

interface Shown {
  readonly question: FaultQuestion;
  readonly names: QualityNames | null;
  readonly place: PagePlace;
  readonly given: FileStep<FaultNode>;
  readonly now: Date;
  readonly role: string;
}

/** What the list of faults shows. */
export function faultsView({ question, names, place, given, now, role }: Shown) {
  const { totalCount: total, edges, pageInfo } = given;
  const faults = edges.flatMap(({ node }) => (node === null ? [] : [node]));
  const frame = listFrame({
    ...{ path: FAULTS_PATH, filter: question, place, names, states: FAULT_STATE_CHOICES },
    given: { rows: faults.length, total, pageInfo },
  });
  return {
    ...frame,
    touchesFigures: question.where.touchesFigures === true,
    says: countedWords({ count: total, one: 'fault', many: 'faults' }),
    rows: faults.map((fault) => ({
      ...faultWords(fault.code),
      ...(fault.record !== null && { todo: todoOfCounted(fault.code) }),
      ...{ column: fault.column, value: fault.value, action: fault.action },
      place: `${fault.file}, line ${fault.line}`,
      system: names?.sources.find(({ value }) => value === fault.source)?.text ?? fault.source,
      stream: fault.stream === null ? 'Not told' : streamName(fault.stream),
      foundOn: momentWords(fault.foundAt),
      age: fault.state === 'OPEN' ? ageWords(fault.foundAt, now) : null,
      state: stateWords(fault),
      isOpen: fault.state === 'OPEN',
      ways: waysOf(fault, role),
    })),
  };
}

function stateWords({ state, decision, replacedBy }: FaultNode): string {
  if (replacedBy !== null)
    return `${FAULT_STATES[state]} since ${momentWords(replacedBy.startedAt)}: ${
      replacedBy.kind === 'CORRECTION' ? 'the row was corrected' : 'a newer file took its place'
    }`;
  if (decision?.meaning === undefined || decision === null) return FAULT_STATES[state];
  return `${FAULT_STATES[state]}: ${decision.meaning}, from ${dayWords(decision.from)}`;
}

/** Where somebody goes on from a fault: to its word or its copy, and to the complaint of its record. */
function waysOf({ id, code, source, value, state, record }: FaultNode, role: string) {
  const ofRecord =
    record === null ? [] : [{ text: `Complaint ${record.record}`, href: recordHref(record.record) }];
  if (code === 'CONFLICTING_COPY') return [{ text: 'Decide on the copy', href: copyHref(id) }, ...ofRecord];
  const isUnmapped = WORD_CODES.includes(code) && value !== null && state === 'OPEN';
  if (!isUnmapped || role !== 'admin') return ofRecord;
  return [{ text: 'Say what it means', href: wordHref(source, value) }, ...ofRecord];
}

/** The columns of the file. */
export const FAULT_HEADS = [
  ...['Id', 'System', 'Stream', 'File', 'Line', 'Column', 'Code', 'What is wrong', 'Written there'],
  ...['What was done', 'Found', 'State'],
];

/** One row of the file: what the page shows of a fault. */
export const faultCells = (fault: FaultNode) => [
  ...[fault.id, fault.source, fault.stream === null ? null : streamName(fault.stream), fault.file],
  ...[fault.line, fault.column, fault.code, faultWords(fault.code).title, fault.value, fault.action],
  ...[momentWords(fault.foundAt), stateWords(fault)],
];
