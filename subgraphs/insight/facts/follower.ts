import { callsCounted } from '../../../contracts/events/calls-counted';
import { complaintChanged } from '../../../contracts/events/complaint-changed';
import { coverageRecorded } from '../../../contracts/events/coverage-recorded';
import { faultsCounted } from '../../../contracts/events/faults-counted';
import { directorateNamed, serviceNamed } from '../../../contracts/events/names';
import { ombudsmanCaseChanged } from '../../../contracts/events/ombudsman-case-changed';
import { ombudsmanDescribed } from '../../../contracts/events/ombudsman-described';
import { promiseChanged } from '../../../contracts/events/promise-changed';
import { sourceReached } from '../../../contracts/events/source-reached';
import { streamDescribed } from '../../../contracts/events/stream-described';
import { createFollower, on } from '../../../platform/outbox/event-contract';
import { forgetReturned } from '../../../platform/records/removals';
import type { Follower } from '../../../platform/server/subgraph';
import { forgetCounted } from '../figure-views/forget-counted';
import { holdFacts, tellDifferences } from '../history/through-rebuild';
import { removableComplaints, removableStages } from '../records/removable';
import { emptyUntilMadeAnew, makeAnew } from '../rollups/make-anew';
import { applyCalls } from './apply-calls';
import { applyComplaints } from './apply-complaints';
import {
  applyCoverage,
  applyDirectorates,
  applyOpenFaults,
  applyReach,
  applyServices,
  applyStreams,
} from './apply-names';
import { applyOmbudsmanCases, applyOmbudsmen } from './apply-ombudsman';
import { applyPromises } from './apply-promises';

/** The tables that events fill. */
const BUILT = [
  'stage_fact',
  'contested_stage',
  'complaint_fact',
  'complaint_gone',
  'service',
  'directorate',
  'coverage',
  'source_reach',
  'stream_described',
  'ombudsman_case_fact',
  'ombudsman_case_gone',
  'ombudsman_described',
  'call_day',
  'open_fault',
  'promise_fact',
];

/**
 * Turns what the other parts publish into facts, names and coverage. Events carry whole states with versions: in any
 * order, in whatever batches, once or many times, the same ones arrive at the same facts. Each kind writes tables of its
 * own, so their order among each other is free.
 */
export const facts: Follower = createFollower({
  name: 'facts',
  follows: 'all',
  handlers: [
    on(streamDescribed, applyStreams),
    on(directorateNamed, applyDirectorates),
    on(serviceNamed, applyServices),
    on(coverageRecorded, applyCoverage),
    on(sourceReached, applyReach),
    on(complaintChanged, applyComplaints),
    on(ombudsmanDescribed, applyOmbudsmen),
    on(ombudsmanCaseChanged, applyOmbudsmanCases),
    on(callsCounted, applyCalls),
    on(faultsCounted, applyOpenFaults),
    on(promiseChanged, applyPromises),
  ],
  async reset(transaction) {
    await emptyUntilMadeAnew(transaction);
    await holdFacts(transaction);
    // Deleted and not truncated, so that readers go on seeing the old facts meanwhile.
    for (const table of BUILT) await transaction.query(`delete from insight.${table}`);
    await forgetCounted(transaction);
  },
  async settle(transaction) {
    await makeAnew(transaction);
    await tellDifferences(transaction);
    // The reset removed everything, and most of it is back.
    for (const removable of [removableStages, removableComplaints])
      await transaction.query(forgetReturned(removable));
  },
});
