import { workingDays } from '../../../domain/procedure/good-order';
import type { LimitRule } from '../../../domain/procedure/stage-version';
import type { Sources } from './sources';

/**
 * The two limits of a corporate stage. A late acknowledgement buys no time. Nothing pauses them: they are extended once by as
 * much again, and longer or a second time for a good reason.
 */
export function answerLimits({
  acknowledgeIn,
  answerIn,
  from,
  sources,
}: {
  acknowledgeIn: number;
  answerIn: number;
  from: 'received' | 'acknowledged';
  sources: Sources;
}): LimitRule[] {
  return [
    {
      name: 'ACKNOWLEDGE',
      title: 'Acknowledge it',
      starts: { with: 'received' },
      metBy: 'acknowledged',
      within: workingDays(acknowledgeIn),
      extension: null,
      pausedBy: [],
      source: sources.acknowledge,
    },
    {
      name: 'ANSWER',
      title: 'Answer it',
      starts:
        from === 'received'
          ? { with: 'received' }
          : { with: 'acknowledged', byLimit: 'ACKNOWLEDGE', lateBuysNoTime: true },
      metBy: 'answered',
      within: workingDays(answerIn),
      extension: { by: workingDays(answerIn), isPassableForGoodReason: true, source: sources.extend },
      pausedBy: [],
      source: sources.answer,
    },
  ];
}
