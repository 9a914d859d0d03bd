import type { ComplaintStub } from '../../contracts/complaint-stub';
import type { ListPage } from '../../platform/lists/list';
import type { Removal } from '../../platform/lists/read-removals';
import type { CasePage } from './lists/list-cases';
import type { CaseRow, RemedyRow } from './tables';

/** What stands behind each type of the schema. */
export type ComplaintMapper = ComplaintStub;
export type OmbudsmanCaseMapper = CaseRow;
export type RemovalConnectionMapper = ListPage<Removal>;
export type RemedyMapper = RemedyRow;
export type OmbudsmanCaseConnectionMapper = CasePage;
