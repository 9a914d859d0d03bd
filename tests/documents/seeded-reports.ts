import fs from 'node:fs';
import path from 'node:path';
import type { RunningProduct } from '../../scripts/testing/running-product';
import { DOCUMENT_KINDS, documentName } from '../../site/documents/document-kinds';
import { reportDocument } from '../../site/documents/from-report/report-document';
import { createWriter } from '../../site/documents/write-document';
import {
  ReportDocumentDocument,
  type ReportDocumentQuery,
} from '../../site/operations/__generated__/operations';

interface Definitions {
  readonly reportDefinitions: readonly { readonly key: string; readonly upTo: readonly string[] }[];
}

const OPEN = `mutation ($definition: ID!, $year: String!, $upTo: Quarter!) {
  openReport(definition: $definition, financialYear: $year, upTo: $upTo) { __typename }
}`;

/** Begins each report of the demonstration, and writes it in every kind, as it is and for the public. Gives the files' names. */
export async function writeSeededReports(product: RunningProduct, folder: string): Promise<string[]> {
  const write = createWriter();
  const { data } = await product.ask<Definitions>('officer', '{ reportDefinitions { key upTo } }');
  const names: string[] = [];
  for (const { key, upTo } of data.reportDefinitions) {
    // The half-year where a report may speak of it, and the last whole year otherwise.
    const [year, quarter] = upTo.includes('Q2') ? ['2021-22', 'Q2'] : ['2020-21', 'Q4'];
    await product.ask('officer', OPEN, { definition: key, year, upTo: quarter });
    for (const isPublic of [false, true]) {
      const report = await reportOf(product, { id: `${key}.${year}.${quarter}`, isPublic });
      for (const kind of DOCUMENT_KINDS) {
        const name = documentName(report, kind);
        const made = reportDocument(report, 'A Council');
        fs.writeFileSync(path.join(folder, name), await write(made, kind, { madeAt: new Date() }));
        names.push(name);
      }
    }
  }
  return names;
}

async function reportOf(
  product: RunningProduct,
  asked: { readonly id: string; readonly isPublic: boolean },
): Promise<NonNullable<ReportDocumentQuery['report']>> {
  const question = ReportDocumentDocument.toString();
  const { data, errors } = await product.ask<ReportDocumentQuery>('officer', question, {
    ...asked,
    version: null,
  });
  if (data?.report == null)
    throw new Error(`There is no report ${asked.id}: ${errors?.[0]?.message ?? 'null'}`);
  return data.report;
}
