import type { AuditPage } from '../../platform/audit/audit-entries';
import type { ListPage } from '../../platform/lists/list';
import type { KeyShown } from './keys/read-keys';

/** What stands behind each type of the schema. */
export type ApiKeyMapper = KeyShown;
export type ApiKeyConnectionMapper = ListPage<KeyShown>;
export type AuditEntryConnectionMapper = AuditPage;
