import { sealAuditMigration } from '../../platform/audit/seals/seal-audit';
import type { Subgraph } from '../../platform/server/subgraph';
import type { JudgeRow } from './amendments/row-to-judge';
import { operation } from './context';
import { coverageKeeper } from './coverage/keep-coverage';
import { openFaultsTelling } from './faults/tell-open-faults';
import { jobGauge } from './jobs/count-jobs';
import { keptData } from './kept-data';
import { type Catalogue, withoutCatalogue } from './lists/catalogue';
import { CreateIntake1735689600002 } from './migrations/1735689600002-create-intake';
import { CreateCalls1735689600020 } from './migrations/1735689600020-create-calls';
import { ListFaults1735689600030 } from './migrations/1735689600030-list-faults';
import { SettleFaults1735689600031 } from './migrations/1735689600031-settle-faults';
import { TakeBack1735689600042 } from './migrations/1735689600042-take-back';
import { AmendRows1735689600050 } from './migrations/1735689600050-amend-rows';
import { IndexFaultsByLine1735689600051 } from './migrations/1735689600051-index-faults-by-line';
import { FindDuplicates1735689600060 } from './migrations/1735689600060-find-duplicates';
import { BeginUndo1735689600070 } from './migrations/1735689600070-begin-undo';
import { GuardHeldRows1735689600090 } from './migrations/1735689600090-guard-held-rows';
import { IndexAudit1735689600100 } from './migrations/1735689600100-index-audit';
import { ShowOwnFaults1735689600110 } from './migrations/1735689600110-show-own-faults';
import { NoteReach1735689600120 } from './migrations/1735689600120-note-reach';
import { RetractCoverage1735689600142 } from './migrations/1735689600142-retract-coverage';
import { CountOpenFaults1735689600165 } from './migrations/1735689600165-count-open-faults';
import { NoteDaysOfFaults1735689600330 } from './migrations/1735689600330-note-days-of-faults';
import { KeepJobs1735689600350 } from './migrations/1735689600350-keep-jobs';
import { ReplaceFaults1735689600390 } from './migrations/1735689600390-replace-faults';
import { KeepTallies1735689600391 } from './migrations/1735689600391-keep-tallies';
import { PutOffSearches1735689600400 } from './migrations/1735689600400-put-off-searches';
import { DismissFaults1735689600430 } from './migrations/1735689600430-dismiss-faults';
import { CloseToKeys1735689600460 } from './migrations/1735689600460-close-to-keys';
import { CloseRecords1735689600481 } from './migrations/1735689600481-close-records';
import { CloseRowsKeptBack1735689600501 } from './migrations/1735689600501-close-rows-kept-back';
import { NoteAnonymised1767225601521 } from './migrations/1767225601521-note-anonymised';
import { CloseRowsWithoutReference1767225601551 } from './migrations/1767225601551-close-rows-without-reference';
import { TellChanges1767225601621 } from './migrations/1767225601621-tell-changes';
import { TellOpenFaults1767225601663 } from './migrations/1767225601663-tell-open-faults';
import { NoteUndoneRecords1767225601672 } from './migrations/1767225601672-note-undone-records';
import { TellMonthsOfFaults1767225601691 } from './migrations/1767225601691-tell-months-of-faults';
import { TakeOverSystems1767225601772 } from './migrations/1767225601772-take-over-systems';
import { closedRecords } from './names/closed-records';
import { complaintServices } from './names/complaint-services';
import { mappedWordFollower } from './names/mapped-words';
import { names } from './names/names';
import { anonymisedRecords } from './people/anonymised-records';
import { resolvers } from './resolvers';
import { amendment } from './tables/amendments';
import { anonymisedRecord } from './tables/anonymised';
import { duplicateSearch, likelyDuplicate, matchKeys } from './tables/duplicates';
import { job } from './tables/jobs';
import { importRun, runTally, sourceReach } from './tables/ledger';
import { closedRecord, complaintService, coverage, coverageDecision, knownName } from './tables/reference';
import { metAgain, replacedRow, runBasis, undoneRecord, vanishedRow } from './tables/replaced-rows';
import { fault, heldRow, quarantinedRow } from './tables/rows';
import { systemTakenOver } from './tables/take-over';
import { faultTally, quarantineTally, toldFaults } from './tables/tallies';

export { countFailure, refuseAmendment } from './amendments/outcome';
export {
  hasPending,
  type PendingAmendment,
  type PendingCorrection,
  type PendingUndo,
  pendingAmendments,
} from './amendments/pending';
export type { Judgement, JudgeRow } from './amendments/row-to-judge';
export type { SearchedRecord } from './duplicates/match-keys';
export { hasUnsearched, openSearch, type Search, type UnsearchedRecord } from './duplicates/search';
export type { Lane } from './jobs/lanes';
export { type Ending, type Far, type GoOn, openQueue, type Queue } from './jobs/queue';
export { addWork, type WorkKind } from './jobs/start-work';
export type { Begun } from './jobs/take-job';
export { hasWork, uploadsInUse, waitsForSearch } from './jobs/waiting';
export { addWatchedFile, lookAlone, noteFiled, unfiled, type Watched } from './jobs/watched';
export type { Catalogue } from './lists/catalogue';
export { isLoaded } from './load/is-loaded';
export { type Load, type LoadRequest, openLoad } from './load/open-load';
export {
  type ControlTotal,
  type Finding,
  type HeldRow,
  type KeptRow,
  LoadRefused,
  type RecordToLoad,
  type RunCounts,
  type RunFault,
  type SettledCopy,
  type StagedRow,
  type VariedRecord,
} from './load/types';
export { openUndo, type Reversal } from './load/undo-steps';
export { namesInForce } from './names/names';
export type { GonePeople } from './people/anonymised-records';
export { hasPeopleToTakeOut } from './people/anonymised-records';
export { takePeopleOut } from './people/take-out';
export type { KeptFault, KeptOutcome } from './tables/jobs';
export { openTakeOver, type TakeOver } from './take-over/open-take-over';
export { rehearseTakeOver, type TakeOverRehearsed } from './take-over/rehearse-take-over';

/** What comes from outside: imports and their ledger, what they hold, faults, quarantine, coverage. */
export const subgraph: Subgraph = {
  name: 'intake',
  resolvers,
  tables: [
    ...[
      importRun,
      runTally,
      sourceReach,
      heldRow,
      fault,
      quarantinedRow,
      coverage,
      coverageDecision,
      knownName,
      complaintService,
      closedRecord,
    ],
    ...[anonymisedRecord, systemTakenOver],
    ...[amendment, runBasis, replacedRow, metAgain, undoneRecord, vanishedRow],
    ...[matchKeys, duplicateSearch, likelyDuplicate, job, faultTally, quarantineTally, toldFaults],
  ].map(({ entity }) => entity),
  keptData,
  migrations: [
    CreateIntake1735689600002,
    CreateCalls1735689600020,
    ListFaults1735689600030,
    SettleFaults1735689600031,
    TakeBack1735689600042,
    AmendRows1735689600050,
    IndexFaultsByLine1735689600051,
    FindDuplicates1735689600060,
    BeginUndo1735689600070,
    GuardHeldRows1735689600090,
    IndexAudit1735689600100,
    ShowOwnFaults1735689600110,
    NoteReach1735689600120,
    RetractCoverage1735689600142,
    CountOpenFaults1735689600165,
    NoteDaysOfFaults1735689600330,
    KeepJobs1735689600350,
    ReplaceFaults1735689600390,
    KeepTallies1735689600391,
    PutOffSearches1735689600400,
    DismissFaults1735689600430,
    sealAuditMigration('intake', '1735689600450'),
    CloseToKeys1735689600460,
    CloseRecords1735689600481,
    CloseRowsKeptBack1735689600501,
    NoteAnonymised1767225601521,
    CloseRowsWithoutReference1767225601551,
    TellChanges1767225601621,
    TellOpenFaults1767225601663,
    NoteUndoneRecords1767225601672,
    TellMonthsOfFaults1767225601691,
    TakeOverSystems1767225601772,
  ],
  followers: [names, mappedWordFollower, complaintServices, closedRecords, anonymisedRecords],
  keeps: { coverage: coverageKeeper },
  checks: [openFaultsTelling],
  gauges: [jobGauge],
  tells: { kinds: [] },
  operation: (context) => operation(context),
};

/** Intake with somebody to judge the rows that people correct, and with what the importers say of themselves. */
export const judgedBy = (judge: JudgeRow, catalogue: Catalogue | null = withoutCatalogue): Subgraph => ({
  ...subgraph,
  operation: (context) => operation(context, { judge, catalogue }),
});
