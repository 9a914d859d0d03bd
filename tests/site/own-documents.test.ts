import { whatItIs } from '../../gateway/documents/look/what-it-is';
import { bytesOf } from '../../gateway/documents/testing/files';
import { reportDocument } from '../../site/documents/from-report/report-document';
import { aReport } from '../../site/documents/testing/a-report';
import { createWriter } from '../../site/documents/write-document';

const document = reportDocument(aReport(), 'A Council');

describe('documents that are written here', () => {
  it.each(['pdf', 'docx', 'xlsx'] as const)('are taken as documents of a complaint: %s', async (kind) => {
    const written = await createWriter()(document, kind, { madeAt: new Date('2021-10-11T09:00:00Z') });
    expect(await whatItIs(bytesOf(Buffer.from(written)), 'letter')).toEqual({ kind });
  });
});
