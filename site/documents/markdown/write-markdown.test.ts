import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { reportDocument } from '../from-report/report-document';
import { aReport } from '../testing/a-report';
import { writeMarkdown } from './write-markdown';

const written = writeMarkdown(reportDocument(aReport(), 'A Council'));

describe('a report in Markdown', () => {
  it('has headings, lists and tables with figures at the right', () => {
    expect(written.match(/^#+ .*/gm)).toEqual([
      ...[
        '# Mid-year progress report 2021-22',
        '## 1\\. Introduction',
        '## 2\\. Performance',
        '### What was learnt',
      ],
      ...[
        '#### What is being done',
        '## 3\\. What comes next',
        '## Appendix 1: figures',
        '## Appendix 2: services',
      ],
    ]);
    expect(written).toContain(
      '- Highways, where\n  - potholes\n  - street lights\n- *Refuse* and `recycling`',
    );
    expect(written).toContain('| Measure | 2021-22 Q2 | Target | Status | Direction | Cost |');
    expect(written).toContain('| --- | ---: | ---: | --- | --- | ---: |');
    expect(written).toContain('[the Code](<https://www.lgo.org.uk/code>)');
  });

  it('says each text as it is, whatever stands in it', () => {
    const html = new MarkdownIt({ html: true, linkify: true });
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab <>&|*_`[]()#-+1.\\~!:/'.split('')) }), (text) => {
        const title = `x${text}x`;
        const [line = ''] = writeMarkdown(
          reportDocument(aReport({ title, sections: [] }), 'A Council'),
        ).split('\n');
        const [, inline] = html.parse(line, {});
        expect((inline?.children ?? []).map(({ content }) => content).join('')).toBe(title);
      }),
    );
    expect(written).not.toMatch(/(?<!\\)<script/);
  });
});
