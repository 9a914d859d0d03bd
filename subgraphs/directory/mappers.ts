import type { AuditPage } from '../../platform/audit/audit-entries';

/** What stands behind each type of the schema. */
export type AuditEntryConnectionMapper = AuditPage;
