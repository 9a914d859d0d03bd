import { knownParts } from '../../platform/metrics/known-names';
import { processRegistry } from '../../platform/metrics/process-registry';
import { BUCKETS_SECONDS, startWatch } from '../../platform/metrics/seconds';
import type { SubgraphExecutor } from '../../platform/server/executor';

import { noteAnswer } from './part-states';

/** What became of a question to a part: an answer, one with errors for its caller, one that failed, or none. */
const OUTCOMES = ['answered', 'refused', 'failed', 'unavailable', 'gone'] as const;
export type PartOutcome = (typeof OUTCOMES)[number];

const asked = processRegistry.counter({
  name: 'complaints_part_requests_total',
  help: 'Questions of the gateway to each part, by what became of them.',
  labels: { part: knownParts, outcome: OUTCOMES },
});
const durations = processRegistry.histogram({
  name: 'complaints_part_request_seconds',
  help: 'How long each part took to answer the gateway.',
  labels: { part: knownParts },
  buckets: BUCKETS_SECONDS,
});
const planning = processRegistry.histogram({
  name: 'complaints_gateway_planning_seconds',
  help: 'How long it took to plan operations that had not been asked before.',
  labels: {},
  buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 2],
});

/** Starts to measure a question to a part; call what it gives with what became of it. */
export function measurePart(name: string, executor: SubgraphExecutor): (outcome: PartOutcome) => void {
  const part = knownParts.add(name);
  const seconds = startWatch();
  return (outcome) => {
    asked.add({ part, outcome });
    const took = seconds();
    durations.observe({ part }, took);
    if (outcome !== 'gone') noteAnswer(executor, outcome === 'unavailable' ? null : took, new Date());
  };
}

/** Starts to measure the planning of an operation; call what it gives at its end. */
export function measurePlanning(): () => void {
  const seconds = startWatch();
  return () => planning.observe({}, seconds());
}
