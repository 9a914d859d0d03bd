import { aFrozenReport, aReport } from '../testing/a-report';
import { frontOf, isFrozen } from './front';
import { blocksOf } from './section-blocks';

describe('the first page of a report', () => {
  it('says nothing of what there is none of', () => {
    const labels = frontOf(aReport({ partial: [], sources: [] })).map(({ label }) => label);
    expect(labels).toEqual(['Period', 'For', 'Asked for by', 'Version', 'Figures as at']);
  });

  it('says why a report was frozen though checks were open', () => {
    const report = aFrozenReport();
    const versions = report.versions.map((each) => ({ ...each, frozenDespite: 'Members meet on Monday' }));
    expect([isFrozen(report), isFrozen(aReport())]).toEqual([true, false]);
    expect(frontOf({ ...report, versions })).toContainEqual({
      ...{ label: 'Frozen though checks were open', value: 'Members meet on Monday' },
    });
  });
});

describe('what a section says', () => {
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
