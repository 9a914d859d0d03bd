import type { ComplaintStub } from '../../casework/complaint-stub';
import type { ComplaintPage } from './complaints';
import type { Counted, CountedPage } from './counted';
import type { Figures } from './measures';
import type { Report } from './period-report';

// What stands behind the schema's types: `npm run generate` names these in codegen.yml.
export type ComplaintMapper = ComplaintStub;
export type ComplaintConnectionMapper = ComplaintPage;
export type CountedMapper = Counted;
export type CountedConnectionMapper = CountedPage;
export type MeasuresMapper = Figures;
export type PeriodReportMapper = Report;
