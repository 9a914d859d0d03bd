import type { Subgraph } from '../../platform/server/subgraph';
import { forgetCalls, keepCalls } from './calls/keep-calls';
import { operation } from './context';
import { forgetCoverage, keepCoverage } from './keep-coverage';
import { CreateIntake1735689600002 } from './migrations/1735689600002-create-intake';
import { CreateCalls1735689600020 } from './migrations/1735689600020-create-calls';
import { ListFaults1735689600030 } from './migrations/1735689600030-list-faults';
import { SettleFaults1735689600031 } from './migrations/1735689600031-settle-faults';
import { names } from './names';
import { resolvers } from './resolvers';
import { call, callPeople } from './tables/calls';
import { importRun, runTally } from './tables/ledger';
import { coverage, knownName } from './tables/reference';
import { fault, heldRow, quarantinedRow } from './tables/rows';
import { words } from './words';

export { isLoaded } from './load/is-loaded';
export { type Load, type LoadRequest, openLoad } from './load/open-load';
export {
  type ControlTotal,
  type Finding,
  LoadRefused,
  type RecordToLoad,
  type RunCounts,
  type RunFault,
  type StagedRow,
} from './load/types';
export { type NamesInForce, namesInForce } from './names';

/** What comes from outside: imports and their ledger, what they hold, faults, quarantine, coverage, telephone calls. */
export const subgraph: Subgraph = {
  name: 'intake',
  resolvers,
  tables: [importRun, runTally, heldRow, fault, quarantinedRow, coverage, knownName, call, callPeople],
  migrations: [
    CreateIntake1735689600002,
    CreateCalls1735689600020,
    ListFaults1735689600030,
    SettleFaults1735689600031,
  ],
  followers: [names, words],
  keeps: {
    coverage: { keep: keepCoverage, forget: forgetCoverage },
    calls: { keep: keepCalls, forget: forgetCalls },
  },
  operation,
};
