import { dayWords, NOT_RECORDED } from '../../../domain/figures/days';
import { ombudsmanName, streamName } from '../../../domain/figures/names';
import { countedWords } from '../../../domain/figures/numbers';
import type { CountedListQuery } from '../../operations/__generated__/operations';
import type { CaseLine, ComplaintLine, Lines, Listed } from './lines';
import { type StageState, stageState } from './stage-state';

/** One row of a list of complaints. Days are ISO, as the download has them; pages write them out. */
export interface ListRow {
  readonly reference: string;
  /** The page of what is listed; null where nothing is known of it. */
  readonly href: string | null;
  readonly stage: number | null;
  /** The day on which it was counted; for a list of complaints the day they were received. */
  readonly on: string | null;
  readonly stream: string;
  readonly service: string;
  readonly dueOn: string | null;
  readonly answeredOn: string | null;
  readonly state: StageState | null;
  /** Whether the part that knows more did not answer. */
  readonly isLost: boolean;
}

export type CountedNode = NonNullable<NonNullable<CountedListQuery['counted']>['edges'][number]['node']>;

/** The page of a complaint. */
export const complaintHref = (id: string): string => `/complaints/${encodeURIComponent(id)}`;
/** The page of an ombudsman's case. */
export const caseHref = (id: string): string => `/ombudsman-cases/${encodeURIComponent(id)}`;

/** What there is to ask about for these. */
export const listedOf = (nodes: readonly CountedNode[]): Listed[] =>
  nodes.flatMap(({ complaint, ombudsmanCase }): Listed[] => {
    if (ombudsmanCase !== null) return [{ __typename: 'OmbudsmanCase', id: ombudsmanCase.id }];
    return complaint === null ? [] : [complaint];
  });

export interface AsAt {
  readonly asAt: string;
  /** Whether what came after that day is as if unknown: somebody asked for the day. */
  readonly isCut: boolean;
}

/** A row of what a figure counts. */
export function countedRow(node: CountedNode, lines: Lines, at: AsAt): ListRow {
  const { complaint, ombudsmanCase } = node;
  const bare = {
    reference: node.reference ?? NOT_RECORDED,
    stage: node.stage,
    on: node.on,
  };
  if (ombudsmanCase !== null) {
    return { ...bare, ...caseParts(lines.cases.get(ombudsmanCase.id), at), href: caseHref(ombudsmanCase.id) };
  }
  const line = complaint === null ? undefined : lines.complaints.get(complaint.id);
  return {
    ...bare,
    ...stageParts(line, node.stage, at),
    href: complaint === null ? null : complaintHref(complaint.id),
  };
}

const LOST = { stream: '', service: '', dueOn: null, answeredOn: null, state: null, isLost: true } as const;

function stageParts(line: ComplaintLine | undefined, number: number | null, at: AsAt) {
  const stage = line?.stages?.find((each) => each.stage === number);
  if (line === undefined || stage === undefined) return LOST;
  const isKnown = stage.answeredOn !== null && !(at.isCut && stage.answeredOn > at.asAt);
  const answered = isKnown
    ? { answeredOn: stage.answeredOn, inTime: stage.inTime }
    : { answeredOn: null, inTime: null };
  const isOpen = stage.answeredOn !== null || (line.status === 'OPEN' && line.stage === number);
  return {
    stream: streamName(line.stream),
    service: stage.service ?? NOT_RECORDED,
    dueOn: stage.dueOn,
    answeredOn: answered.answeredOn,
    state: stageState({ dueOn: stage.dueOn, ...answered, isOpen }, at.asAt),
    isLost: false,
  };
}

function caseParts(line: CaseLine | undefined, { asAt, isCut }: AsAt) {
  if (line === undefined) return LOST;
  const isDecided = line.decision !== null && !(isCut && line.decidedOn !== null && line.decidedOn > asAt);
  const decided = line.decidedOn === null ? 'on a day not recorded' : dayWords(line.decidedOn);
  return {
    stream:
      line.caseStream === null
        ? ombudsmanName(line.body)
        : `${streamName(line.caseStream)}, ${ombudsmanName(line.body)}`,
    service: '',
    dueOn: line.replyDueOn,
    answeredOn: line.replySentOn,
    state: {
      words: isDecided ? `decided ${decided}: ${line.decision}` : 'not decided',
      kind: 'plain' as const,
    },
    isLost: false,
  };
}

/** A row of a list of complaints: of the latest stage. */
export function complaintRow(id: string, lines: Lines): ListRow {
  const line = lines.complaints.get(id);
  const href = complaintHref(id);
  if (line === undefined) return { ...LOST, reference: 'One complaint', stage: null, on: null, href };
  const latest = line.stages?.find(({ stage }) => stage === line.stage);
  return {
    reference: line.reference ?? NOT_RECORDED,
    href,
    stage: line.stage,
    on: line.receivedOn,
    stream: streamName(line.stream),
    service: line.service ?? NOT_RECORDED,
    dueOn: line.dueOn,
    answeredOn: line.answeredOn,
    state: stageState(
      {
        dueOn: line.dueOn,
        answeredOn: line.answeredOn,
        inTime: latest?.inTime ?? null,
        isOpen: line.status === 'OPEN',
      },
      line.overdueAsAt,
    ),
    isLost: false,
  };
}

/** "no complaints", "1 complaint", "1,284 complaints". */
export const complaintsWords = (count: number | null): string =>
  countedWords({ count, one: 'complaint', many: 'complaints' });
