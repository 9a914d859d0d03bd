import { buildSchema } from 'graphql';
import { measurePage, measureSchema } from './describe-measures';
import { MEASURE_NAMES, MEASURES } from './measure-catalogue';

describe('the words of the measures', () => {
  it('are a schema with each measure and each figure, whole numbers for counts alone', () => {
    const schema = buildSchema(
      `directive @cost(weight: Int!) on ENUM type Query { row: MeasureRow, measure: Measure } type MeasureRow { stage: Int } ${measureSchema()}`,
    );
    const row = schema.getType('MeasureRow')?.toConfig();
    const fields = row && 'fields' in row ? Object.keys(row.fields) : [];
    expect(fields).toEqual(['stage', ...MEASURE_NAMES.map((name) => MEASURES[name].figure)]);
    expect(measureSchema()).toContain('open: Int');
    expect(measureSchema()).toContain('inTimeRate: Float');
  });

  it('are a page with a part for each', () => {
    const page = measurePage();
    for (const name of MEASURE_NAMES) expect(page).toContain(`## ${MEASURES[name].title}\n\n\`${name}\``);
    expect(page).toContain('- **Divides**: Stages answered on or before their due date.');
  });

  it('say each thing of one measure alone', () => {
    const titles = MEASURE_NAMES.map((name) => MEASURES[name].title);
    const figures = MEASURE_NAMES.map((name) => MEASURES[name].figure);
    expect([new Set(titles).size, new Set(figures).size]).toEqual([titles.length, figures.length]);
  });
});
