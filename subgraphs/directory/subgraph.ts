import { sealAuditMigration } from '../../platform/audit/seals/seal-audit';
import type { Subgraph } from '../../platform/server/subgraph';
import { closureEffects } from './closures/keep-effects';
import { keptData } from './kept-data';
import { CreateNames1700000000000 } from './migrations/1700000000000-create-names';
import { DecideWords1735689600031 } from './migrations/1735689600031-decide-words';
import { ShowDecisions1735689600052 } from './migrations/1735689600052-show-decisions';
import { KeepAudit1735689600100 } from './migrations/1735689600100-keep-audit';
import { DecideHolidays1735689600141 } from './migrations/1735689600141-decide-holidays';
import { DecideNames1735689600310 } from './migrations/1735689600310-decide-names';
import { KeepReasons1735689600311 } from './migrations/1735689600311-keep-reasons';
import { EndServices1735689600431 } from './migrations/1735689600431-end-services';
import { CloseCalendars1767225601511 } from './migrations/1767225601511-close-calendars';
import { DecideWordsAnew1767225601513 } from './migrations/1767225601513-decide-words-anew';
import { seed } from './names/seed';
import { resolvers } from './resolvers';
import {
  bankHolidayDecision,
  closureDecision,
  closureEffect,
  nameDecision,
  named,
  wordDecision,
} from './tables';

/** What all parts share: directorates, services with their former names, channels, what words mean, bank holidays and closed days. */
export const subgraph: Subgraph = {
  name: 'directory',
  resolvers,
  tables: [
    ...[named, wordDecision, bankHolidayDecision, nameDecision, closureDecision, closureEffect].map(
      ({ entity }) => entity,
    ),
  ],
  keptData,
  migrations: [
    CreateNames1700000000000,
    DecideWords1735689600031,
    ShowDecisions1735689600052,
    KeepAudit1735689600100,
    DecideHolidays1735689600141,
    DecideNames1735689600310,
    KeepReasons1735689600311,
    EndServices1735689600431,
    sealAuditMigration('directory', '1735689600450'),
    CloseCalendars1767225601511,
    DecideWordsAnew1767225601513,
  ],
  followers: [closureEffects],
  operation: () => ({}),
  seed,
};
