import { type DescribedRule, describedProcedure } from '../../../contracts/events/stream-described';
import { addDays, toDay } from '../../../domain/calendar/day';
import type { Transaction } from '../../../platform/transaction/transaction';
import type { ProcedureStage, StageRule, StreamProcedure } from '../__generated__/resolver-types';

/** The procedures of the streams, in the order of their names. */
export async function readProcedures(transaction: Transaction): Promise<StreamProcedure[]> {
  const rows = await transaction.query<{ stream: StreamProcedure['stream']; payload: unknown }>(
    'select stream, payload from guidance.stream_procedure order by stream',
  );
  return rows.map(({ stream, payload }) => ({ stream, stages: stagesOf(describedProcedure.parse(payload)) }));
}

/** Rules by stage, the newest first: they are published in the order in which they came into force. */
function stagesOf(rules: readonly DescribedRule[]): ProcedureStage[] {
  const numbers = [...new Set(rules.map(({ stage }) => stage))].sort((one, other) => one - other);
  return numbers.map((stage) => {
    const ofStage = rules.filter((rule) => rule.stage === stage);
    return {
      stage,
      reachedOnlyByEscalation: ofStage.at(-1)?.reachedOnlyByEscalation ?? false,
      rules: ofStage.map((rule, index) => shown(rule, ofStage[index + 1])).reverse(),
    };
  });
}

const shown = (rule: DescribedRule, next: DescribedRule | undefined): StageRule => ({
  source: rule.source,
  inForceFrom: rule.inForceFrom,
  inForceTo: next === undefined ? null : addDays(toDay(next.inForceFrom), -1),
  acknowledgeWithinWorkingDays: rule.acknowledgeWithin?.workingDays ?? null,
  answerWithinWorkingDays: 'workingDays' in rule.answerWithin ? rule.answerWithin.workingDays : null,
  answerWithinMonths: 'months' in rule.answerWithin ? rule.answerWithin.months : null,
  answerCountedFrom: rule.answerWithin.from === 'received' ? 'RECEIVED' : 'ACKNOWLEDGED',
  extendByWorkingDays: rule.extendBy?.workingDays ?? null,
});
