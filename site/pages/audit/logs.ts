import { streamName } from '../../../domain/figures/names';
import type { Asking, Gateway, Operation } from '../../gateway/gateway';
import { isPartLost } from '../../gateway/part-lost';
import {
  AuditAccessDocument,
  AuditAdultsDocument,
  AuditChildrensDocument,
  AuditCorporateDocument,
  type AuditCorporateQuery,
  type AuditCorporateQueryVariables,
  AuditDirectoryDocument,
  type AuditFilter,
  AuditGuidanceDocument,
  AuditInsightDocument,
  AuditIntakeDocument,
  AuditOmbudsmanDocument,
  type AuditPageFragment,
  AuditReviewsDocument,
  AuditSchoolsDocument,
  AuditTelephonyDocument,
} from '../../operations/__generated__/operations';
import type { LogName, Places } from './places';

type AskLog = Operation<AuditCorporateQuery, AuditCorporateQueryVariables>;

/** The logs, each kept by the part whose records it is about. */
export const LOGS: Readonly<Record<LogName, { readonly name: string; readonly operation: AskLog }>> = {
  corporate: { name: streamName('CORPORATE'), operation: AuditCorporateDocument },
  adults: { name: streamName('ADULTS'), operation: AuditAdultsDocument },
  childrens: { name: streamName('CHILDRENS'), operation: AuditChildrensDocument },
  schools: { name: streamName('SCHOOLS'), operation: AuditSchoolsDocument },
  intake: { name: 'Imports', operation: AuditIntakeDocument },
  directory: { name: 'Words and holidays', operation: AuditDirectoryDocument },
  guidance: { name: 'Guidance', operation: AuditGuidanceDocument },
  insight: { name: 'Reports and targets', operation: AuditInsightDocument },
  reviews: { name: 'Review meetings', operation: AuditReviewsDocument },
  ombudsman: { name: 'Ombudsmen’s cases', operation: AuditOmbudsmanDocument },
  telephony: { name: 'Telephone calls', operation: AuditTelephonyDocument },
  access: { name: 'Keys, files and refusals', operation: AuditAccessDocument },
};

/** A page of one log; null where its part does not answer. */
export interface LogPage {
  readonly log: LogName;
  readonly page: AuditPageFragment | null;
}

/** Asks every log for what follows its place. Throws where the gateway refuses the person or the question. */
export async function askLogs(
  gateway: Gateway,
  asking: Asking,
  { where, first, places }: { readonly where: AuditFilter; readonly first: number; readonly places: Places },
): Promise<LogPage[]> {
  return Promise.all(
    Object.keys(LOGS)
      .filter(isLog)
      .map(async (log) => {
        const variables = { where, first, after: places[log] ?? null };
        return { log, page: await pageOf(gateway, asking, LOGS[log].operation, variables) };
      }),
  );
}

export const isLog = (name: string): name is LogName => Object.hasOwn(LOGS, name);

async function pageOf(
  gateway: Gateway,
  asking: Asking,
  operation: AskLog,
  variables: AuditCorporateQueryVariables,
) {
  try {
    return (await gateway.ask(operation, variables, asking)).log;
  } catch (error) {
    if (isPartLost(error)) return null;
    throw error;
  }
}
