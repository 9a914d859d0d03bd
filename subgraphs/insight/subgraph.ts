import { complaintChanged } from '../../contracts/events/complaint-changed';
import type { Subgraph } from '../../platform/server/subgraph';
import { type Loaders, operation } from './context';
import { facts } from './facts/follower';
import { createFigureKeeping } from './figure-views/keep-figures';
import { keptData } from './kept-data';
import { CreateFacts1735689600001 } from './migrations/1735689600001-create-facts';
import { AddOmbudsmanCases1735689600003 } from './migrations/1735689600003-add-ombudsman-cases';
import { TakeBack1735689600043 } from './migrations/1735689600043-take-back';
import { FindByReference1735689600140 } from './migrations/1735689600140-find-by-reference';
import { KnowReach1735689600150 } from './migrations/1735689600150-know-reach';
import { KnowHowStagesEnd1735689600160 } from './migrations/1735689600160-know-how-stages-end';
import { OrderComplaints1735689600170 } from './migrations/1735689600170-order-complaints';
import { KeepRollups1735689600190 } from './migrations/1735689600190-keep-rollups';
import { KnowDrift1735689600191 } from './migrations/1735689600191-know-drift';
import { FindWhatEndedBefore1735689600192 } from './migrations/1735689600192-find-what-ended-before';
import { RollUpInMemory1735689600193 } from './migrations/1735689600193-roll-up-in-memory';
import { FindWhatClosedBefore1735689600194 } from './migrations/1735689600194-find-what-closed-before';
import { KeepRemedies1735689600201 } from './migrations/1735689600201-keep-remedies';
import { DropIndexesOfFigures1735689600210 } from './migrations/1735689600210-drop-indexes-of-figures';
import { KeepCalls1735689600220 } from './migrations/1735689600220-keep-calls';
import { KeepDaysByService1735689600221 } from './migrations/1735689600221-keep-days-by-service';
import { FindWhatChangedInAMonth1735689600470 } from './migrations/1735689600470-find-what-changed-in-a-month';
import { KeepPartnersWithin1735689600492 } from './migrations/1735689600492-keep-partners-within';
import { ShowRecords1767225601560 } from './migrations/1767225601560-show-records';
import { ShowFigures1767225601580 } from './migrations/1767225601580-show-figures';
import { KeepRemovals1767225601600 } from './migrations/1767225601600-keep-removals';
import { FindLatestStages1767225601603 } from './migrations/1767225601603-find-latest-stages';
import { TellChanges1767225601620 } from './migrations/1767225601620-tell-changes';
import { KeepAudit1767225601660 } from './migrations/1767225601660-keep-audit';
import { KeepReports1767225601661 } from './migrations/1767225601661-keep-reports';
import { KnowOpenFaults1767225601662 } from './migrations/1767225601662-know-open-faults';
import { KeepChanges1767225601670 } from './migrations/1767225601670-keep-changes';
import { BeginWithReports1767225601671 } from './migrations/1767225601671-begin-with-reports';
import { KeepTargets1767225601680 } from './migrations/1767225601680-keep-targets';
import { NoteSignals1767225601690 } from './migrations/1767225601690-note-signals';
import { SignNotes1767225601691 } from './migrations/1767225601691-sign-notes';
import { KnowMonthsOfFaults1767225601692 } from './migrations/1767225601692-know-months-of-faults';
import { KeepPromises1767225601751 } from './migrations/1767225601751-keep-promises';
import { KnowLiveWork1767225601770 } from './migrations/1767225601770-know-live-work';
import { CountPromises1767225601800 } from './migrations/1767225601800-count-promises';
import { resolvers } from './resolvers';
import { rollupCheck } from './rollups/check-rollups';
import { tables } from './tables/tables';
import { ANSWER_STATE } from './targets/answer-state';

export { measurePage, measureSchema } from './figures/catalogue/describe-measures';

/** Figures and lists across all streams, from facts without personal data. */
export const subgraph: Subgraph<Loaders> = {
  name: 'insight',
  resolvers,
  tables,
  keptData,
  migrations: [
    CreateFacts1735689600001,
    AddOmbudsmanCases1735689600003,
    TakeBack1735689600043,
    FindByReference1735689600140,
    KnowReach1735689600150,
    KnowHowStagesEnd1735689600160,
    OrderComplaints1735689600170,
    KeepRollups1735689600190,
    KnowDrift1735689600191,
    FindWhatEndedBefore1735689600192,
    RollUpInMemory1735689600193,
    FindWhatClosedBefore1735689600194,
    KeepRemedies1735689600201,
    DropIndexesOfFigures1735689600210,
    KeepCalls1735689600220,
    KeepDaysByService1735689600221,
    FindWhatChangedInAMonth1735689600470,
    KeepPartnersWithin1735689600492,
    ShowRecords1767225601560,
    ShowFigures1767225601580,
    KeepRemovals1767225601600,
    FindLatestStages1767225601603,
    TellChanges1767225601620,
    KeepAudit1767225601660,
    KeepReports1767225601661,
    KnowOpenFaults1767225601662,
    KeepChanges1767225601670,
    BeginWithReports1767225601671,
    KeepTargets1767225601680,
    NoteSignals1767225601690,
    SignNotes1767225601691,
    KnowMonthsOfFaults1767225601692,
    KeepPromises1767225601751,
    KnowLiveWork1767225601770,
    CountPromises1767225601800,
  ],
  followers: [facts],
  checks: [rollupCheck(Math.random), createFigureKeeping()],
  oneSnapshot: ['freezeReport', 'reportedDifferences'],
  operation,
  stateSql: ANSWER_STATE,
  tells: { kinds: [complaintChanged.kind] },
};
