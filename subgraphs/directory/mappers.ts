import type { AuditPage } from '../../platform/audit/audit-entries';
import type { ListPage } from '../../platform/lists/list';
import type { ClosureShown } from './closures/list-decisions';
import type { HolidayShown } from './holidays/change-holiday';
import type { NameDecisionShown } from './names/list-decisions';
import type { DirectorateShown, ServiceShown } from './names/read-names';
import type { RoleShown } from './roles/roles';
import type { Mapped } from './words/refusals';

/** What stands behind each type of the schema. */
export type AuditEntryConnectionMapper = AuditPage;
export type BankHolidayChangeConnectionMapper = ListPage<HolidayShown>;
export type ClosureChangeConnectionMapper = ListPage<ClosureShown>;
export type DirectorateMapper = DirectorateShown;
export type RoleMapper = RoleShown;
export type ServiceMapper = ServiceShown;
export type NameDecisionConnectionMapper = ListPage<NameDecisionShown>;
export type WordMappedConnectionMapper = ListPage<Mapped>;
