import { countedWords } from '../../../domain/figures/numbers';
import type { Asking, Gateway, Operation } from '../../gateway/gateway';
import { GatewayRefusal } from '../../gateway/refusal';
import {
  DueAdultsDocument,
  DueChildrensDocument,
  DueCorporateDocument,
  type DueCorporateQuery,
  type DueCorporateQueryVariables,
  DueSchoolsDocument,
} from '../../operations/__generated__/operations';

/** What the rule gives a stage: how long, and to which day. */
export type Limit = NonNullable<DueCorporateQuery['due']>;

const OPERATIONS: Readonly<Record<string, Operation<DueCorporateQuery, DueCorporateQueryVariables>>> = {
  CORPORATE: DueCorporateDocument,
  ADULTS: DueAdultsDocument,
  CHILDRENS: DueChildrensDocument,
  SCHOOLS: DueSchoolsDocument,
};

/** The limit of a stage; null where none is known just now: its sentence does without. */
export async function askLimit(
  gateway: Gateway,
  asking: Asking,
  {
    stream,
    stage,
    receivedOn,
  }: { readonly stream: string | null; readonly stage: number; readonly receivedOn: string },
): Promise<Limit | null> {
  const operation = OPERATIONS[stream ?? ''];
  if (operation === undefined) return null;
  try {
    return (await gateway.ask(operation, { stage, on: receivedOn }, asking)).due;
  } catch (error) {
    if (error instanceof GatewayRefusal) return null;
    throw error;
  }
}

/** How the due date of a stage stands to its limit: "10 working days", "later than the 10 working days of the rule". */
export function limitWords(dueOn: string | null, limit: Limit | null): string | null {
  const length = limit === null ? null : lengthWords(limit);
  if (dueOn === null || limit === null || length === null || limit.answer.dueOn === null) return null;
  if (dueOn === limit.answer.dueOn) return length;
  return `${dueOn > limit.answer.dueOn ? 'later' : 'earlier'} than the ${length} of the rule`;
}

function lengthWords({ rule }: Limit): string | null {
  const { answerWithinWorkingDays, answerWithinMonths } = rule;
  if (answerWithinWorkingDays !== null)
    return countedWords({ count: answerWithinWorkingDays, one: 'working day', many: 'working days' });
  if (answerWithinMonths === null) return null;
  return countedWords({ count: answerWithinMonths, one: 'month', many: 'months' });
}
