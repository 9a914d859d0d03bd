import { STREAMS } from '../../filters/parts';
import type {
  OmbudsmanCaseFilter,
  OmbudsmanListQueryVariables,
} from '../../operations/__generated__/operations';

/** The ways into the list: the states that people ask about. */
export const STATES = {
  awaiting: { name: 'Awaiting our reply', where: { awaitingReply: true } },
  overdue: { name: 'Reply overdue', where: { replyOverdue: true } },
  undecided: { name: 'Not decided', where: { decided: false } },
  decided: { name: 'Decided', where: { decided: true } },
  upheld: { name: 'Upheld by the LGSCO', where: { upheld: true } },
  remedies: { name: 'Remedies outstanding', where: { remedyOutstanding: true } },
  'remedies-overdue': { name: 'Remedies overdue', where: { remedyOverdue: true } },
} as const;
export type CaseState = keyof typeof STATES;

const BODIES = ['LGSCO', 'HOUSING'] as const;
const ORDERS = ['RECEIVED_ON', 'REPLY_DUE_ON', 'DECIDED_ON'] as const;

/** Which cases a page lists, as its address says. */
export interface CaseQuestion {
  readonly where: OmbudsmanCaseFilter;
  readonly orderBy: NonNullable<OmbudsmanListQueryVariables['orderBy']>;
  /** What the address says that made sense. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
}

/** Reads which cases are listed; what makes no sense is left out and told. */
export function readCaseQuestion(query: Readonly<Record<string, unknown>>): CaseQuestion {
  const state = oneOf(query.state, stateNames());
  const body = oneOf(query.body, BODIES);
  const stream = oneOf(query.stream, STREAMS);
  const orderBy = oneOf(query.orderBy, ORDERS);
  const direction = oneOf(query.direction, ['ASC', 'DESC'] as const);
  const read = { state, body, stream, orderBy, direction };
  return {
    where: {
      ...(state.value === null ? {} : STATES[state.value].where),
      ...(body.value === null ? {} : { bodies: [body.value] }),
      ...(stream.value === null ? {} : { streams: [stream.value] }),
    },
    orderBy: { field: orderBy.value ?? 'RECEIVED_ON', direction: direction.value ?? 'DESC' },
    parameters: Object.fromEntries(
      Object.entries(read).flatMap(([name, { value }]) => (value === null ? [] : [[name, value]])),
    ),
    problems: Object.values(read).flatMap(({ says }) => says ?? []),
  };
}

const isState = (text: string): text is CaseState => Object.hasOwn(STATES, text);
const stateNames = (): CaseState[] => Object.keys(STATES).filter(isState);

interface Read<Value> {
  readonly value: Value | null;
  readonly says: string | null;
}

function oneOf<Value extends string>(given: unknown, offered: readonly Value[]): Read<Value> {
  if (given === undefined || given === '') return { value: null, says: null };
  const value = offered.find((each) => each === given) ?? null;
  if (value !== null) return { value, says: null };
  return { value, says: `There is no “${String(given)}”. There is: ${offered.join(', ')}.` };
}
