import { howMany } from '../../platform/testing/how-many';
import { DEMONSTRATION } from '../../scripts/testing/running-site';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';
import { FORMATS, rowsInFile } from './ask-exports';
import { idsInGraph } from './ask-graph';
import { openSqlTool, type SqlTool } from './ask-sql';
import { meets, type Row, randomQuestions } from './question';

const SEED = 20261130;
/** Of each set; `npm run check:figures` asks more. */
const QUESTIONS = howMany(6);
const SETS = ['stages', 'complaints', 'ombudsman-cases'] as const;
const ROLES = ['analyst', 'manager', 'officer', 'partner', 'admin'] as const;

let product: TestProduct;
let sql: SqlTool;
beforeAll(async () => {
  product = await startTestProduct({ kept: DEMONSTRATION });
  sql = await openSqlTool(product.database.urlFor('insight'));
});
afterAll(async () => {
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
const rowsOf = async (set: string, as: string) =>
  rowsInFile(product, { question: { set, conditions: [] }, format: 'json', as }, []);

describe.each(SETS)(`%s, asked ${QUESTIONS} random questions (seed ${SEED})`, (set) => {
  it('are the same rows by every door', async () => {
    const rows = await rowsOf(set, 'analyst');
    let most = 0;
    for (const question of randomQuestions({ set, count: QUESTIONS, seed: SEED }, rows)) {
      const expected = rows.filter((row) => meets(row, question));
      const { ids, told } = await idsInGraph(product, question, 'analyst');
      expect([question, ids, told ?? ids.length]).toEqual([question, idsOf(expected), expected.length]);
      for (const format of FORMATS) {
        const file = await rowsInFile(product, { question, format, as: 'analyst' }, rows);
        expect([question, format, plainly(file)]).toEqual([question, format, plainly(expected)]);
      }
      const selected = plainly(await sql.rows(question));
      expect([question, 'sql', selected]).toEqual([question, 'sql', plainly(expected)]);
      most = Math.max(most, ids.length);
    }
    expect(most).toBeGreaterThan(10);
  });

  it.each(ROLES)('are the same rows by every door for the role %s', async (as) => {
    const question = { set, conditions: [] };
    const { ids } = await idsInGraph(product, question, as);
    const like = await rowsOf(set, 'analyst');
    for (const format of FORMATS) {
      const file = await rowsInFile(product, { question, format, as }, like);
      expect([format, idsOf(file)]).toEqual([format, ids]);
    }
    expect(ids.length === 0).toBe(as === 'partner' && set !== 'ombudsman-cases');
  });
});
