import type { AuditPage } from '../../platform/audit/audit-entries';
import type { ListPage } from '../../platform/lists/list';
import type { ActionShown } from './actions/actions';
import type { MeetingShown } from './meetings/meetings';
import type { ActionRow } from './tables';

/** What stands behind each type of the schema. */
export type AgreedActionMapper = ActionShown;
export type AgreedActionVersionMapper = ActionRow;
export type AgreedActionConnectionMapper = ListPage<ActionShown>;
export type AuditEntryConnectionMapper = AuditPage;
export type ReviewMeetingMapper = MeetingShown;
export type ReviewMeetingConnectionMapper = ListPage<MeetingShown>;
