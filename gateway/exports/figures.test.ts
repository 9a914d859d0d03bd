import type { Caller } from '../graph/caller';
import type { GraphAnswer, Question } from '../graph/graph';
import { openFigures, readFigureSchema } from './figures';

const figures = readFigureSchema(`
  enum Dimension { STREAM FINANCIAL_YEAR }
  enum Measure { RECEIVED DAYS_TO_ANSWER_P90 }
  enum Stream { SCHOOLS }
  input MeasureFilter { streams: [Stream!] }
  "A row." type MeasureRow {
    stream: Stream
    "The year."
    financialYear: String
    "Stages received.\\n\\nOpen to somebody."
    received: Int
    daysToAnswerP90: Float
    suppressed: [Measure!]!
  }
`);
const caller = {} as Caller;
const open = (
  asked: string,
  answer: Partial<GraphAnswer>,
  asking: (question: Question) => void = () => undefined,
) =>
  openFigures(
    {
      figures,
      graph: {
        async ask(question) {
          asking(question);
          return { status: 200, data: null, errors: [], ...answer };
        },
      },
    },
    { format: 'json', parameters: new URLSearchParams(asked) },
    caller,
  );
const ROW = {
  stream: 'SCHOOLS',
  financialYear: null,
  received: 4,
  daysToAnswerP90: 1.5,
  suppressed: ['RECEIVED'],
};
const told = { data: { measures: { asAt: '2021-10-14', rows: [ROW] } } };

describe('figures as a table', () => {
  it.each([
    ['by=STREAM&by=FINANCIAL_YEAR', '`by` is there twice'],
    ['measures=RECEIVED&measures=RECEIVED', '`measures` is there twice'],
    ['measures=RECEIVED,RECEIVED', '`measures` names RECEIVED twice'],
    ['asAt=2021-10-14&asAt=2020-10-14', '`asAt` is there twice'],
    ['fill=true&fill=false', '`fill` is there twice'],
  ])('are refused for %s', async (asked, says) => {
    await expect(open(asked, told)).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining(says),
    });
  });

  it('are asked of the graph by what is in the address', async () => {
    const asked: Question[] = [];
    const { table, chunks } = await open(
      'by=STREAM,FINANCIAL_YEAR&streams=SCHOOLS&asAt=2021-10-14&fill=true',
      told,
      (question) => asked.push(question),
    );
    expect(asked[0]?.variables).toEqual({
      by: ['STREAM', 'FINANCIAL_YEAR'],
      ...{ where: { streams: ['SCHOOLS'] }, asAt: '2021-10-14', fill: true },
    });
    expect(table.columns.map(({ name, type }) => [name, type])).toEqual([
      ['stream', 'text'],
      ['financialYear', 'text'],
      ['received', 'integer'],
      ['daysToAnswerP90', 'number'],
      ['suppressed', 'text'],
    ]);
    expect(table.columns[2]?.description).toBe('Stages received.');
    expect([table.count, table.asAt]).toEqual([1, '2021-10-14']);
    let text = '';
    for await (const chunk of chunks()) text += chunk;
    expect(JSON.parse(text)).toEqual([{ ...ROW, suppressed: 'RECEIVED' }]);
  });

  it('are those that are named', async () => {
    const { table } = await open('measures=RECEIVED', told);
    expect(table.columns.map(({ name }) => name)).toEqual(['received', 'suppressed']);
  });

  it.each([
    ['BAD_USER_INPUT', 400],
    ['FORBIDDEN', 403],
    ['SUBGRAPH_UNAVAILABLE', 503],
    ['INTERNAL_SERVER_ERROR', 500],
  ])('are refused as the graph refuses: %s', async (code, status) => {
    const errors = [{ message: '`where.streams` is empty', extensions: { code } }];
    await expect(open('', { ...told, errors })).rejects.toMatchObject({
      code,
      status,
      message: '`streams` is empty',
    });
  });

  it('are not to be had where the graph has none, and are not asked by what there is not', async () => {
    await expect(open('', {})).rejects.toMatchObject({ status: 503 });
    await expect(open('by=SERVICE', told)).rejects.toThrow('Write `STREAM`, `FINANCIAL_YEAR`.');
    await expect(open('fill=yes', told)).rejects.toThrow('`fill` holds "yes"');
    await expect(open('asAt2=x', told)).rejects.toThrow(
      'There is no parameter `asAt2`. There are `streams`.',
    );
  });
});
