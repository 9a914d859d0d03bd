import type { AuditPage } from '../../platform/audit/audit-entries';
import type { ListPage } from '../../platform/lists/list';
import type { HolidayShown } from './holidays/change-holiday';
import type { Mapped } from './words/refusals';

/** What stands behind each type of the schema. */
export type AuditEntryConnectionMapper = AuditPage;
export type BankHolidayChangeConnectionMapper = ListPage<HolidayShown>;
export type WordMappedConnectionMapper = ListPage<Mapped>;
