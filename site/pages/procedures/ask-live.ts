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
import { keptShortly } from '../keep-shortly';

const OPERATIONS: Readonly<Record<Stream, Operation<LiveProcedureCorporateQuery, Record<string, never>>>> = {
  CORPORATE: LiveProcedureCorporateDocument,
  ADULTS: LiveProcedureAdultsDocument,
  CHILDRENS: LiveProcedureChildrensDocument,
  SCHOOLS: LiveProcedureSchoolsDocument,
};

/** A procedure is another only where another version of the product runs; four streams of some hundred people. */
const kept = keptShortly<LiveProcedureShownFragment>({ keptMillis: 60_000, most: 1_000 });

/**
 * The procedure that a stream's live complaints follow, as the stream itself tells it; null where it does not answer. It is kept
 * for a minute: pages of casework all say why a step is not open.
 */
export async function askLiveProcedure(
  gateway: Gateway,
  stream: Stream,
  asking: Asking,
): Promise<LiveProcedureShownFragment | null> {
  const last = kept.last(gateway, asking, stream);
  if (last !== null) return last;
  const { procedure } = await gateway.ask(OPERATIONS[stream], {}, asking);
  if (procedure !== null) kept.keep(gateway, asking, procedure, stream);
  return procedure;
}
