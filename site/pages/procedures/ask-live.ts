import type { Asking, Gateway, Operation } from '../../gateway/gateway';
import {
  LiveProcedureAdultsDocument,
  LiveProcedureChildrensDocument,
  LiveProcedureCorporateDocument,
  type LiveProcedureCorporateQuery,
  LiveProcedureSchoolsDocument,
  type LiveProcedureShownFragment,
  type Stream,
} from '../../operations/__generated__/operations';

const OPERATIONS: Readonly<Record<Stream, Operation<LiveProcedureCorporateQuery, Record<string, never>>>> = {
  CORPORATE: LiveProcedureCorporateDocument,
  ADULTS: LiveProcedureAdultsDocument,
  CHILDRENS: LiveProcedureChildrensDocument,
  SCHOOLS: LiveProcedureSchoolsDocument,
};

/** The procedure that a stream's live complaints follow, as the stream itself tells it; null where it does not answer. */
export async function askLiveProcedure(
  gateway: Gateway,
  stream: Stream,
  asking: Asking,
): Promise<LiveProcedureShownFragment | null> {
  return (await gateway.ask(OPERATIONS[stream], {}, asking)).procedure;
}
