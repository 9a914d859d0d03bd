import { buildSchema } from 'graphql';
import { figureEntries } from './measure-entries';

const schema = buildSchema(`
  type Query { measures: MeasureRow }
  type MeasureRow { daysToAnswerP90: Float stage: Int }
  enum Measure { "In days." DAYS_TO_ANSWER_P90 }
  enum Dimension { "By stage." STAGE "By a part that no row has." OTHER }
`);
const FIGURES = [{ name: 'monthly-figures', description: 'A stage a row.', by: ['MONTH', 'STAGE'] }];
const accessOf = () => ({ scopes: ['figures'], roles: ['analyst'] });

describe('measures and dimensions', () => {
  it('are named as rows of figures have them, and as the schema says where nothing else is told', () => {
    const [measure, stage, other] = figureEntries({
      schema,
      accessOf,
      definitions: new Map(),
      figures: FIGURES,
    });
    expect(measure).toMatchObject({
      ...{ id: 'measure:DAYS_TO_ANSWER_P90', says: 'In days.', title: null, defined: null, type: 'Float' },
      names: {
        ...{ graph: 'Measure.DAYS_TO_ANSWER_P90, MeasureRow.daysToAnswerP90', file: 'daysToAnswerP90' },
        ...{ odata: 'MonthlyFigures/daysToAnswerP90', sql: 'bi.monthly_figures.days_to_answer_p90' },
      },
    });
    expect(stage).toMatchObject({
      section: 'dimensions',
      scopes: ['figures'],
      names: { file: 'stage', sql: 'bi.monthly_figures.stage' },
    });
    expect(other?.names).toMatchObject({ graph: 'Dimension.OTHER', file: null, odata: null, sql: null });
  });
});
