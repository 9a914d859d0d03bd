import type { AuditPage } from '../../platform/audit/audit-entries';
import type { ListPage } from '../../platform/lists/list';
import type { ArticleRow } from './tables';
import type { TrainingRow } from './workshops/attendance';
import type { HeldPlace } from './workshops/places';
import type { WorkshopShown } from './workshops/workshops';

/** What stands behind each type of the schema. */
export type ArticleMapper = ArticleRow;
export type ArticleVersionMapper = ArticleRow;
export type ArticleConnectionMapper = ListPage<ArticleRow>;
export type AuditEntryConnectionMapper = AuditPage;
export type TrainingMapper = TrainingRow;
export type TrainingConnectionMapper = ListPage<TrainingRow>;
export type WorkshopMapper = WorkshopShown;
export type WorkshopConnectionMapper = ListPage<WorkshopShown>;
/** With the seats of its workshop, which decide who waits. */
export type WorkshopBookingMapper = HeldPlace & { readonly seats: number };
