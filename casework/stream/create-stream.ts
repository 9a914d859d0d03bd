import { checkLetters } from '../../domain/letters/check-letters';
import { checkLiveProcedure } from '../../domain/procedure/check-live-procedure';
import { checkProcedure } from '../../domain/procedure/check-procedure';
import { sealAuditMigration } from '../../platform/audit/seals/seal-audit';
import type { Subgraph } from '../../platform/server/subgraph';
import { changeStateSql } from '../../platform/tables/watch-changes';
import { documentResolvers } from '../documents/document-resolvers';
import { documentTable } from '../documents/tables';
import { learningResolvers } from '../learning/learning-resolvers';
import { learningTables } from '../learning/tables';
import { letterResolvers } from '../letters/letter-resolvers';
import { letterTable } from '../letters/tables';
import { commandResolvers } from '../live/command-resolvers';
import { liveResolvers } from '../live/live-resolvers';
import { settledResolvers } from '../live/settled-concerns';
import { liveTables } from '../live/tables';
import { liveProcedureResolvers } from '../reading/live-procedure';
import { type CaseContext, caseLoaders, type Installed } from '../reading/loaders';
import { stageKeeper } from '../records/stage-keeper';
import { calendarFollower } from '../reference/apply-calendar';
import { wordFollower } from '../reference/apply-mapped-words';
import { channelFollower } from '../reference/channels';
import { nameFollower } from '../reference/names';
import { reachFollower } from '../reference/source-reach';
import { restrictionResolvers } from '../restrictions/restriction-resolvers';
import { restrictionTables } from '../restrictions/tables';
import { retentionResolvers } from '../retention/retention-resolvers';
import { retentionTables } from '../retention/tables';
import { subjectAccessTable } from '../subject-access/tables';
import { admitManagersMigration } from '../tables/admit-managers-migration';
import { answerClosedSoonerMigration } from '../tables/answer-closed-sooner-migration';
import { bankHolidaysMigration } from '../tables/bank-holidays-migration';
import { calendarHistoryMigration } from '../tables/calendar-history-migration';
import { caseTables } from '../tables/case-tables';
import { changePartiesMigration } from '../tables/change-parties-migration';
import { closeToKeysMigration } from '../tables/close-to-keys-migration';
import { closeToProtectedMigration } from '../tables/close-to-protected-migration';
import { closedDaysMigration, watchClosedDaysMigration } from '../tables/closed-days-migration';
import { decideWordsAnewMigration } from '../tables/decide-words-anew-migration';
import { findForAuditMigration } from '../tables/find-for-audit-migration';
import { indexAuditMigration } from '../tables/index-audit-migration';
import { keepDocumentsMigration } from '../tables/keep-documents-migration';
import { keepLettersMigration } from '../tables/keep-letters-migration';
import { keepOutMigration } from '../tables/keep-out-migration';
import { keepPeopleMigration } from '../tables/keep-people-migration';
import { keepSubjectAccessMigration } from '../tables/keep-subject-access-migration';
import { caseKeptData } from '../tables/kept-data';
import { knowChannelsMigration } from '../tables/know-channels-migration';
import { learnFromCasesMigration } from '../tables/learn-from-cases-migration';
import { listWaitingLettersMigration } from '../tables/list-waiting-letters-migration';
import { liveCasesMigration } from '../tables/live-cases-migration';
import { noteCallsMigration } from '../tables/note-calls-migration';
import { publishAnewMigration } from '../tables/publish-anew-migration';
import { resolveWordsMigration } from '../tables/resolve-words-migration';
import { restrictCasesMigration } from '../tables/restrict-cases-migration';
import { searchAccountsMigration } from '../tables/search-accounts-migration';
import { searchInStepsMigration } from '../tables/search-in-steps-migration';
import { searchLiveCasesMigration } from '../tables/search-live-cases-migration';
import { searchOwnServicesMigration } from '../tables/search-own-services-migration';
import { sourceReachMigration } from '../tables/source-reach-migration';
import { takeBackMigration } from '../tables/take-back-migration';
import { takeOverMigration } from '../tables/take-over-migration';
import { tallyCasesMigration } from '../tables/tally-cases-migration';
import { tellWhomMigration } from '../tables/tell-whom-migration';
import { watchChangesMigration } from '../tables/watch-changes-migration';
import { worklistsMigration } from '../tables/worklists-migration';
import { writersMigration } from '../tables/writers-migration';
import { worklistTables } from '../worklists/tables';
import { worklistResolvers } from '../worklists/worklist-resolvers';
import type { StreamDefinition } from './definition';
import { describeStream } from './describe-stream';
import { together } from './together';

/** A stream's subgraph, with the definition that loads need. */
export interface StreamSubgraph extends Subgraph<CaseContext> {
  readonly stream: StreamDefinition;
}

/**
 * Assembles a stream's subgraph from the kit and what makes the stream. Throws, with every problem, for a procedure or letters that
 * do not hold together, since nothing may be dated or told by them, and for a first migration that would run too late.
 */
export function createStream(definition: StreamDefinition): StreamSubgraph {
  const { name, ownStage, ownAccount, migrations, resolvers } = definition;
  const problems = [
    ...checkProcedure(definition.procedure),
    ...checkLiveProcedure(definition.liveProcedure),
    ...checkLetters(definition.letters ?? [], definition.liveProcedure),
  ];
  if (problems.length > 0) throw new Error(`A procedure cannot be used. ${problems.join(' ')}`);
  checkOrder(definition);
  return {
    name,
    stream: definition,
    tables: [
      ...[
        caseTables(name),
        restrictionTables(name),
        retentionTables(name),
        liveTables(name),
        worklistTables(name),
        learningTables(name),
      ]
        .flatMap(Object.values)
        .map(({ entity }) => entity),
      subjectAccessTable(name).entity,
      documentTable(name).entity,
      letterTable(name).entity,
      ownStage.stored.entity,
      ...(ownAccount === undefined ? [] : [ownAccount.stored.entity]),
    ],
    keptData: caseKeptData(definition),
    migrations: [
      ...migrations,
      takeBackMigration(definition),
      resolveWordsMigration(name),
      writersMigration(definition),
      indexAuditMigration(name),
      bankHolidaysMigration(name),
      publishAnewMigration(definition),
      sourceReachMigration(name),
      searchAccountsMigration(name),
      watchChangesMigration(definition),
      sealAuditMigration(name, '1767225601450'),
      closeToKeysMigration(name),
      findForAuditMigration(name),
      searchInStepsMigration(name),
      restrictCasesMigration(definition),
      closeToProtectedMigration(name),
      closedDaysMigration(name),
      watchClosedDaysMigration(name),
      decideWordsAnewMigration(name),
      keepPeopleMigration(definition),
      keepSubjectAccessMigration(name),
      liveCasesMigration(name),
      calendarHistoryMigration(name),
      admitManagersMigration(definition),
      worklistsMigration(name),
      takeOverMigration(name),
      tellWhomMigration(name),
      learnFromCasesMigration(name),
      knowChannelsMigration(name),
      changePartiesMigration(name),
      noteCallsMigration(name),
      keepOutMigration(name),
      keepDocumentsMigration(name),
      answerClosedSoonerMigration(name),
      tallyCasesMigration(name),
      keepLettersMigration(name),
      searchLiveCasesMigration(name),
      searchOwnServicesMigration(name),
      listWaitingLettersMigration(name),
    ],
    followers: [
      nameFollower(name),
      channelFollower(name),
      wordFollower(definition),
      calendarFollower(definition),
      reachFollower(name),
    ],
    stateSql: changeStateSql(name),
    operation: (context) => caseLoaders(context, definition, UNSAID),
    resolvers: together(
      restrictionResolvers(name),
      retentionResolvers(name),
      liveProcedureResolvers(definition),
      worklistResolvers(name),
      liveResolvers(name),
      commandResolvers(definition),
      settledResolvers(definition.liveProcedure),
      learningResolvers(name),
      documentResolvers(),
      letterResolvers(name),
      resolvers,
    ),
    keeps: { [name]: stageKeeper(definition) },
    seed: (transaction) => describeStream(transaction, definition),
  };
}

/** The same stream, where a restricted case is open for as long to whoever gives a reason, and complaints are that authority's. */
export const installedAs = (stream: StreamSubgraph, installed: Installed): StreamSubgraph => ({
  ...stream,
  operation: (context) => caseLoaders(context, stream.stream, installed),
});

/** As settings have it where nothing else is set. */
const UNSAID: Installed = { openingMinutes: 60, authority: 'stockport', lettersApprovedFor: [] };

/** TypeORM runs migrations in the order of the time stamps that end their names. */
function checkOrder({ name, migrations: [first] }: StreamDefinition): void {
  const stamp = Number(/\d+$/.exec(first?.name ?? '')?.[0] ?? 0);
  if (stamp < KIT_BEGINS) return;
  throw new Error(
    `The first migration of ${name}, ${first?.name}, comes after those of the kit, which need its tables. Keep the time stamp 1700000000000.`,
  );
}

/** The time stamp of the kit's first migration (TakeBack). */
const KIT_BEGINS = 1735689600040;
