import type { ComplaintStub } from '../../contracts/complaint-stub';
import type { AuditPage } from '../../platform/audit/audit-entries';
import type { ListPage } from '../../platform/lists/list';
import type { Removal } from '../../platform/lists/read-removals';
import type { SourceReach } from './coverage/known-sources';
import type { ListedCoverage } from './coverage/list-coverage';
import type { Figures, MeasureRow } from './figures/measures';
import type { ComplaintPage } from './lists/complaints';
import type { Counted, CountedPage } from './lists/counted';
import type { NodeStub } from './lists/nodes';
import type { Report, ReportRow } from './report/period-report';
import type { Figure } from './scorecard/figures';

// What stands behind the schema's types: `npm run generate` names these in codegen.yml.
export type AuditEntryConnectionMapper = AuditPage;
export type ComplaintMapper = ComplaintStub;
export type ComplaintConnectionMapper = ComplaintPage;
export type ComplaintEdgeMapper = ComplaintPage['edges'][number];
export type CoverageMapper = ListedCoverage;
export type CountedMapper = Counted;
export type CountedConnectionMapper = CountedPage;
export type FigureMapper = Figure;
export type NodeMapper = NodeStub;
export type MeasureRowMapper = MeasureRow;
export type MeasuresMapper = Figures;
export type RemovalConnectionMapper = ListPage<Removal>;
export type SourceReachMapper = SourceReach;
export type PeriodReportMapper = Report;
export type ReportRowMapper = ReportRow;
