import type { ReportDocumentQuery } from '../../operations/__generated__/operations';

/** A report as the graph tells it. */
export type Report = NonNullable<ReportDocumentQuery['report']>;
