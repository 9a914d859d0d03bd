import { namesOf } from '../../server/person-names';
import { aFrozenReport, aReport } from '../testing/a-report';
import { frontOf, isFrozen } from './front';
import { blocksOf } from './section-blocks';

const nameOf = namesOf([{ subject: 'ana', name: 'Ana Somebody' }]);

describe('the first page of a report', () => {
  it('says nothing of what there is none of', () => {
    const labels = frontOf(aReport({ partial: [], sources: [] }), nameOf).map(({ label }) => label);
    expect(labels).toEqual(['Period', 'For', 'Asked for by', 'Version', 'Figures as at']);
  });

  it('says why a report was frozen though checks were open', () => {
    const report = aFrozenReport();
    const versions = report.versions.map((each) => ({ ...each, frozenDespite: 'Members meet on Monday' }));
    expect([isFrozen(report), isFrozen(aReport())]).toEqual([true, false]);
    expect(frontOf({ ...report, versions }, nameOf)).toContainEqual({
      ...{ label: 'Frozen though checks were open', value: 'Members meet on Monday' },
    });
  });
});

describe('how far a report has come', () => {
  it('is said with the name of who froze it, and the day in London', () => {
    const report = aFrozenReport();
    const versions = report.versions.map((each) => ({ ...each, frozenAt: '2021-10-14T23:30:00Z' }));
    expect(frontOf({ ...report, versions }, nameOf)).toContainEqual({
      ...{
        label: 'Version',
        value: `${report.version}, frozen by Ana Somebody on 15 October 2021: its figures do not change any more`,
      },
    });
    expect(frontOf(aReport(), nameOf)).toContainEqual({
      ...{ label: 'Version', value: '1, a draft with the figures as they are now' },
    });
  });
});

describe('what a section says', () => {
  it('is that nothing was written, where nothing was', () => {
    const [introduction] = aReport().sections;
    if (!introduction) throw new Error('The made-up report has lost its introduction');
    const none = { paragraphs: [], commentary: null, tables: [], blanks: [] };
    const placed = {
      numbering: { section: 1, paragraph: 0, table: 0 },
      level: 2,
      isDraft: false,
      isCited: true,
    };
    const said = blocksOf({ ...introduction, ...none, rule: null }, placed);
    expect(said).toMatchObject([{ tone: 'QUIET', runs: [{ text: 'Nothing was written here.' }] }]);
  });

  it('counts its paragraphs and tables on, and numbers none of an appendix', () => {
    const [introduction, performance] = aReport().sections;
    const numbering = { section: 4, paragraph: 2, table: 7 };
    const placed = { numbering, level: 2, isDraft: true };
    const blocks = [introduction, performance].flatMap((section) =>
      section ? blocksOf(section, { ...placed, isCited: true }) : [],
    );
    expect(blocks.map((block) => ('number' in block ? block.number : null))).toEqual([
      ...[null, '4.3', '4.4', '4.5', 'Table 8'],
    ]);
    const uncited = introduction ? blocksOf(introduction, { ...placed, isCited: false }) : [];
    expect(uncited.map((block) => ('number' in block ? block.number : null))).toEqual([null, null, null]);
  });
});
