import { howMany } from '../../platform/testing/how-many';
import { DEMONSTRATION } from '../../scripts/testing/running-site';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';
import type { Assistant } from '../assistants/connect';
import { randomFigures } from '../assistants/random-figures';
import { assistantOf } from '../assistants/started';
import { FORMATS, rowsInFile } from './ask-exports';
import { idsInGraph, whereOf } from './ask-graph';
import { rowsByOData } from './ask-odata';
import { openSqlTool, type SqlTool } from './ask-sql';
import { figureInFile, figuresAlone, figuresInFile } from './figure-rows';
import { listedByAssistant } from './list-by-assistant';
import { meets, type Row, randomQuestions } from './question';

const SEED = 20261130;
/** Of each kind; `npm run check:figures` asks 69. */
const QUESTIONS = howMany(3);
const ROLES = ['analyst', 'manager', 'officer', 'partner', 'admin'] as const;

let product: TestProduct;
let sql: SqlTool;
let assistant: Assistant;
beforeAll(async () => {
  product = await startTestProduct({ kept: DEMONSTRATION });
  sql = await openSqlTool(product.database);
  assistant = await assistantOf(product, 'analyst');
});
afterAll(async () => {
  await assistant?.close();
  await sql?.stop();
  await product?.stop();
});

const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => String(id)).sort();
/** In the order of their ids, moments written alike. */
const plainly = (rows: readonly Row[]) =>
  rows
    .map((row) =>
      typeof row.changedAt === 'string' ? { ...row, changedAt: Date.parse(row.changedAt) } : row,
    )
    .sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));

describe.each(['stages', 'complaints', 'ombudsman-cases'] as const)(
  `%s, asked ${QUESTIONS} random questions (seed ${SEED})`,
  (set) => {
    let rows: readonly Row[];
    beforeAll(async () => {
      rows = await rowsInFile(
        product,
        { question: { set, conditions: [] }, format: 'json', as: 'analyst' },
        [],
      );
    });

    it('are the same rows by every door, cell by cell', async () => {
      let most = 0;
      for (const question of randomQuestions({ set, count: QUESTIONS, seed: SEED }, rows)) {
        const expected = plainly(rows.filter((row) => meets(row, question)));
        const { ids, told } = await idsInGraph(product, question, 'analyst');
        expect([question, ids, told ?? ids.length]).toEqual([question, idsOf(expected), expected.length]);
        for (const format of FORMATS) {
          const file = await rowsInFile(product, { question, format, as: 'analyst' }, rows);
          expect([question, format, plainly(file)]).toEqual([question, format, expected]);
        }
        const byOData = plainly(await rowsByOData(product, question, 'analyst'));
        expect([question, 'OData', byOData]).toEqual([question, 'OData', expected]);
        expect([question, 'SQL', plainly(await sql.rows(question))]).toEqual([question, 'SQL', expected]);
        if (set === 'stages') {
          const listed = await listedByAssistant(assistant, whereOf(question));
          const told = expected.map(({ complaintId, stage, receivedOn }) => ({
            ...{ complaint: complaintId, stage, on: receivedOn },
          }));
          expect([question, 'assistant', sorted(listed)]).toEqual([question, 'assistant', sorted(told)]);
        }
        most = Math.max(most, ids.length);
      }
      expect(most).toBeGreaterThan(10);
    });

    it('are the same rows by every door for each role', async () => {
      const question = { set, conditions: [] };
      for (const as of ROLES) {
        const { ids } = await idsInGraph(product, question, as);
        for (const format of FORMATS) {
          const file = await rowsInFile(product, { question, format, as }, rows);
          expect([as, format, idsOf(file)]).toEqual([as, format, ids]);
        }
        expect([as, 'OData', idsOf(await rowsByOData(product, question, as))]).toEqual([as, 'OData', ids]);
        expect([as, ids.length === 0]).toEqual([as, as === 'partner' && set !== 'ombudsman-cases']);
      }
    });
  },
);

const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();

describe.each(['monthly-figures', 'quarterly-figures'] as const)(
  `%s, asked ${QUESTIONS} random questions (seed ${SEED})`,
  (set) => {
    it('are the same figures by every door, null where they are not recorded', async () => {
      const told = await figuresInFile(product, { set, format: 'json', as: 'analyst' }, []);
      expect(told.length).toBeGreaterThan(50);
      expect(told.some(({ wentOn }) => wentOn === null)).toBe(true);
      for (const format of FORMATS) {
        const file = await figuresInFile(product, { set, format, as: 'analyst' }, told);
        expect([format, plainly(file)]).toEqual([format, plainly(told)]);
      }
      for (const question of randomQuestions({ set, count: QUESTIONS, seed: SEED }, told)) {
        const expected = plainly(told.filter((row) => meets(row, question)));
        const byOData = (await rowsByOData(product, question, 'analyst')).map(figuresAlone);
        expect([question, 'OData', plainly(byOData)]).toEqual([question, 'OData', expected]);
        const bySql = (await sql.rows(question)).map(figuresAlone);
        expect([question, 'SQL', plainly(bySql)]).toEqual([question, 'SQL', expected]);
      }
    });
  },
);

it(`any figure is the same from the graph, in files and to an assistant, or null in all (${QUESTIONS} questions)`, async () => {
  let recorded = 0;
  for (const { measures, where } of randomFigures(QUESTIONS, { isProtected: false })) {
    const { data, errors = [] } = await product.ask<{ figures: { measure: string; value: number | null }[] }>(
      'analyst',
      'query ($measures: [Measure!]!, $where: MeasureFilter) { figures(measures: $measures, where: $where) { measure value } }',
      { measures, where },
    );
    const { isError, structured } = await assistant.call('get_figures', { measures, where });
    expect([measures, where, isError]).toEqual([measures, where, errors.length > 0]);
    if (isError) continue;
    expect(structured.figures).toMatchObject(data.figures);
    for (const { measure, value } of data.figures) {
      for (const format of FORMATS) {
        // What the graph tells as null in a scorecard may be refused where it is asked for alone.
        const filed = await figureInFile(product, { measure, where, format }).catch((refused: unknown) => {
          if (value === null) return null;
          throw refused;
        });
        expect([measure, where, format, filed]).toEqual([measure, where, format, value]);
      }
      if (value !== null) recorded += 1;
    }
  }
  expect(recorded).toBeGreaterThan(0);
});
