import type { ComplaintStub } from '../../contracts/complaint-stub';
import type { AuditPage } from '../../platform/audit/audit-entries';
import type { ListPage } from '../../platform/lists/list';
import type { Removal } from '../../platform/lists/read-removals';
import type { EnquiryChanged, EnquiryDone, EnquiryRefused, ShownPermitted } from './enquiries/results';
import type { EntryRow } from './enquiries/tables';
import type { CasePage } from './lists/list-cases';
import type { CaseRow, RemedyRow } from './tables';

/** What stands behind each type of the schema. */
export type ComplaintMapper = ComplaintStub;
export type OmbudsmanCaseMapper = CaseRow;
export type RemovalConnectionMapper = ListPage<Removal>;
export type RemedyMapper = RemedyRow;
export type OmbudsmanCaseConnectionMapper = CasePage;
export type EnquiryEntryMapper = EntryRow;
export type OmbudsmanCommandDoneMapper = EnquiryDone;
export type OmbudsmanCommandRefusedMapper = EnquiryRefused;
export type OmbudsmanCaseChangedMapper = EnquiryChanged;
export type PermittedEnquiryCommandMapper = ShownPermitted;
export type AuditEntryConnectionMapper = AuditPage;
