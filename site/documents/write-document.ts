import type { DocumentKind } from './document-kinds';
import { writeDocx } from './docx/write-docx';
import { writeMarkdown } from './markdown/write-markdown';
import type { ReportDocument } from './model/document';
import { writePdf } from './pdf/write-pdf';
import { writeXlsxDocument } from './xlsx/write-xlsx-document';

/** Writes a report as a file of a kind. `madeAt` is when, where the kind says so. */
export type WriteDocument = (
  report: ReportDocument,
  kind: DocumentKind,
  options: { readonly madeAt: Date },
) => Promise<Buffer>;

const WRITERS: Readonly<
  Record<DocumentKind, (report: ReportDocument, options: { readonly madeAt: Date }) => Promise<Buffer>>
> = {
  docx: writeDocx,
  pdf: writePdf,
  xlsx: writeXlsxDocument,
  md: async (report) => Buffer.from(writeMarkdown(report)),
};

/** Writes one document after another: what a long one needs is needed once, however many are asked for at a time. */
export function createWriter(): WriteDocument {
  let last: Promise<unknown> = Promise.resolve();
  return (report, kind, options) => {
    const written = last.then(() => WRITERS[kind](report, options));
    last = written.catch(() => undefined);
    return written;
  };
}
