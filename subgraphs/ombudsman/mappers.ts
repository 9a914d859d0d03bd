import type { ComplaintStub } from '../../contracts/complaint-stub';
import type { CasePage } from './lists/list-cases';
import type { CaseRow, RemedyRow } from './tables';

/** What stands behind each type of the schema. */
export type ComplaintMapper = ComplaintStub;
export type OmbudsmanCaseMapper = CaseRow;
export type RemedyMapper = RemedyRow;
export type OmbudsmanCaseConnectionMapper = CasePage;
