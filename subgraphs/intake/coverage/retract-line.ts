import { isDay } from '../../../domain/calendar/day';
import { foldWord } from '../../../domain/words/fold-word';
import { recordAudit } from '../../../platform/audit/record';
import { readGivenDay } from '../../../platform/server/read-day';
import { type Refused, reasonUnusable } from '../../../platform/server/refusal';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { Transaction } from '../../../platform/transaction/transaction';
import { type CoverageDecision, isHeldSo, keepDecision, type Line, shown } from './decisions';
import { publishLines, VERSIONED_LINE, type VersionedLine } from './publish-lines';

interface Asked {
  readonly stream: string;
  readonly name: string;
  readonly from: unknown;
  readonly reason: string;
}
type Decided = CoverageDecision | Refused<'CoverageLineNotFound' | 'ReasonUnusable'>;

/** Retracts a line that holds, and publishes that it is as if it had never been. Throws BAD_USER_INPUT for a `from` that is no day. */
export const retractCoverage = (context: OperationContext, asked: Asked): Promise<Decided> =>
  decide(context, asked, true);

/** Lets a line that was retracted hold again, and publishes it as it was. */
export const restoreCoverage = (context: OperationContext, asked: Asked): Promise<Decided> =>
  decide(context, asked, false);

async function decide(context: OperationContext, asked: Asked, isRetracted: boolean): Promise<Decided> {
  const { transaction } = context;
  const line = lineOf(asked);
  const unusable = reasonUnusable(asked.reason);
  if (unusable !== null) return unusable;
  const [changed] = await setRetracted(transaction, line, isRetracted);
  if (changed === undefined) {
    const last = await isHeldSo(transaction, line, isRetracted);
    return last === null ? lineNotFound(line, isRetracted) : shown(last);
  }
  await publishLines(transaction, [changed], isRetracted ? { takenBack: true } : {});
  const decision = await keepDecision(context, { line, isRetracted, reason: asked.reason.trim() });
  const action = isRetracted ? 'COVERAGE_RETRACT' : 'COVERAGE_RESTORE';
  const recordIds = [`${line.stream}/${line.measure}/${line.from}`];
  await recordAudit(context, { schema: 'intake', action, recordIds });
  return shown(decision);
}

const lineOf = ({ stream, name, from }: Asked): Line => ({
  ...{ stream, measure: foldWord(name) },
  from: readGivenDay('from', from, isDay),
});

/** The line, where this changed it: of two who decide the same at once, the second waits and changes nothing. */
function setRetracted(
  transaction: Transaction,
  { stream, measure, from }: Line,
  isRetracted: boolean,
): Promise<VersionedLine[]> {
  return transaction.query<VersionedLine>(
    `with changed as (
       update intake.coverage as held set retracted = $4, version = held.version + 1
       where stream = $1 and measure = $2 and recorded_from = $3 and not taken_back and retracted <> $4
       returning ${VERSIONED_LINE})
     select * from changed`,
    [stream, measure, from, isRetracted],
  );
}

const lineNotFound = (
  { stream, measure, from }: Line,
  isRetracted: boolean,
): Refused<'CoverageLineNotFound'> => ({
  __typename: 'CoverageLineNotFound',
  code: 'COVERAGE_LINE_NOT_FOUND',
  message: isRetracted
    ? `No line of the list holds for ${stream}, “${measure}” from ${from}. \`coverage\` lists them.`
    : `No line is retracted for ${stream}, “${measure}” from ${from}. \`coverageDecisions\` lists what was decided.`,
});
