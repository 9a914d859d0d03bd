import { whatItIs } from '../../gateway/documents/look/what-it-is';
import { bytesOf } from '../../gateway/documents/testing/files';
import { reportDocument } from '../../site/documents/from-report/report-document';
import { aReport } from '../../site/documents/testing/a-report';
import { createWriter } from '../../site/documents/write-document';
import { letterDocument } from '../../site/pages/casework/letters/letter-document';

const report = reportDocument(aReport(), 'A Council');
const letter = letterDocument(
  {
    ...{ subject: 'Your complaint', addressee: { name: 'Ada', lines: ['1 Any Street'], email: null } },
    paragraphs: [{ part: 'HELP', heading: 'Help', text: 'Call us.\n\n- Or write', source: null, gaps: [] }],
  },
  { council: 'A Council', on: '2026-05-13' },
);

describe('documents that are written here', () => {
  it.each(['pdf', 'docx', 'xlsx'] as const)('are taken as documents of a complaint: %s', async (kind) => {
    for (const document of [report, letter]) {
      const written = await createWriter()(document, kind, { madeAt: new Date('2021-10-11T09:00:00Z') });
      expect(await whatItIs(bytesOf(Buffer.from(written)), 'letter')).toEqual({ kind });
    }
  });
});
