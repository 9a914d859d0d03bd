import { documentName } from './document-kinds';
import { reportDocument } from './from-report/report-document';
import { aReport } from './testing/a-report';
import { createWriter } from './write-document';

const report = reportDocument(aReport(), 'A Council');
const options = { madeAt: new Date('2021-10-11T09:00:00Z') };

describe('documents', () => {
  it('are written one after another, and one that fails holds up none', async () => {
    const write = createWriter();
    const done: string[] = [];
    const broken = { ...report, front: undefined } as unknown as typeof report;
    await Promise.all([
      write(report, 'docx', options).then(() => done.push('docx')),
      write(broken, 'md', options).catch(() => done.push('broken')),
      write(report, 'md', options).then(() => done.push('md')),
    ]);
    expect(done).toEqual(['docx', 'broken', 'md']);
  });

  it('are called by the report, its version and whether they are for the public', () => {
    const id = 'mid-year-progress.2021-22.Q2';
    expect(documentName({ id, version: 1, isPublic: false }, 'docx')).toBe(
      'mid-year-progress-2021-22-q2-v1.docx',
    );
    expect(documentName({ id: '"; x=\r\n/..', version: 3, isPublic: true }, 'md')).toBe('x-v3-public.md');
  });
});
