import fs from 'node:fs';
import path from 'node:path';
import { castMember } from '../../demo/sign-in/cast';
import type { RunningProduct } from '../../scripts/testing/running-product';
import { DOCUMENT_KINDS, documentName } from '../../site/documents/document-kinds';
import type { Report } from '../../site/documents/from-report/report';
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
    const id = `${key}.${year}.${quarter}`;
    for (const isPublic of [false, true])
      names.push(
        ...(await writeKinds(await reportOf(product, { id, isPublic }), { write, folder, how: '' })),
      );
    await freeze(product, id);
    const frozen = await reportOf(product, { id, isPublic: false });
    names.push(...(await writeKinds(frozen, { write, folder, how: 'frozen-' })));
  }
  return names;
}

const FREEZE = `mutation ($id: ID!, $seen: String!) {
  done: freezeReport(id: $id, version: 1, seen: $seen, despite: "Frozen to be looked at") { __typename }
}`;

async function freeze(product: RunningProduct, id: string): Promise<void> {
  const asked = await product.ask<{ report: { seen: string } }>(
    'officer',
    `{ report(id: "${id}") { seen } }`,
  );
  const { data } = await product.ask<{ done: { __typename: string } }>('officer', FREEZE, {
    ...{ id, seen: asked.data.report.seen },
  });
  if (data.done.__typename !== 'Report') throw new Error(`${id} was not frozen: ${data.done.__typename}`);
}

/** Writes a report in every kind of file; the files' names begin with `how`. */
async function writeKinds(
  report: Report,
  { write, folder, how }: { write: ReturnType<typeof createWriter>; folder: string; how: string },
): Promise<string[]> {
  const names: string[] = [];
  for (const kind of DOCUMENT_KINDS) {
    const name = how + documentName(report, kind);
    const made = reportDocument(report, 'A Council', (subject) => castMember(subject)?.name ?? subject);
    fs.writeFileSync(path.join(folder, name), await write(made, kind, { madeAt: new Date() }));
    names.push(name);
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
