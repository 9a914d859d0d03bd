import type { AuditPage } from '../../platform/audit/audit-entries';
import type { ListPage } from '../../platform/lists/list';
import type { DealtCall } from './outcomes/list-calls';
import type { BecameOfCall } from './outcomes/loaders';

/** What stands behind each type of the schema. */
export type AuditEntryConnectionMapper = AuditPage;
export type TelephoneCallMapper = DealtCall;
export type TelephoneCallConnectionMapper = ListPage<DealtCall>;
export type CallOutcomeMapper = BecameOfCall;
