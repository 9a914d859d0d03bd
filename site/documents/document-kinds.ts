import type { Report } from './from-report/report-document';

/** What a report can be taken away as. */
export const DOCUMENT_KINDS = ['docx', 'pdf', 'xlsx', 'md'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENT_TYPES: Readonly<Record<DocumentKind, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  md: 'text/markdown; charset=utf-8',
};

/** What a report's file is called: `mid-year-progress-2021-22-q2-v1.docx`; one for the public says so. */
export function documentName(
  { id, version, isPublic }: Pick<Report, 'id' | 'version' | 'isPublic'>,
  kind: DocumentKind,
): string {
  const name = id
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${name}-v${version}${isPublic ? '-public' : ''}.${kind}`;
}
