import { reportDocument } from '../from-report/report-document';
import { aReport } from '../testing/a-report';
import { sheetsOf } from './sheets';
import { STYLES_XML, styleNumber, toneStyle } from './styles';

const sheets = sheetsOf(reportDocument(aReport(), 'A Council'));

describe('the sheets of a report', () => {
  it('keep their heads in sight, and have a width for each column', () => {
    expect(sheets.map(({ headRows, widths }) => [headRows, widths.length])).toEqual([
      ...[
        [1, 2],
        [1, 3],
      ],
      ...[
        [2, 6],
        [2, 2],
        [2, 8],
        [2, 13],
      ],
    ]);
  });

  it('have the looks that their cells name', () => {
    const looks = (STYLES_XML.match(/<cellXfs count="(\d+)"/) ?? [])[1];
    const used = sheets.flatMap(({ rows }) =>
      rows.flatMap((row) => row.map(({ style }) => styleNumber(style))),
    );
    expect(Math.min(...used)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...used)).toBeLessThan(Number(looks));
    expect((['PLAIN', 'QUIET', 'RED'] as const).map(toneStyle)).toEqual([...['WRAPPED', 'QUIET', 'RED']]);
  });
});
