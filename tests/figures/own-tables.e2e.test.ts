import path from 'node:path';
import type { SourceName } from '../../imports/sources';
import { howMany } from '../../platform/testing/how-many';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';
import { type OwnTables, readOwnTables } from '../recount/own-tables';
import { differencesFrom, figuresOf, type Row } from './compare-measures';
import { FIGURES, PROMISE_FIGURES } from './expected-measures';
import { type MeasuresQuestion, randomQuestions } from './random-measures';
import { LIVE_QUESTIONS, WORKED_ON, workOnSome } from './worked-on-here';

/** Another one asks other questions. */
const SEED = 20211129;
const QUESTIONS = howMany(90);
const AT_ONCE = 4;
const BUSY_MACHINE_MILLIS = howMany(120_000);

const EXTRACTS: readonly (readonly [SourceName, string])[] = [
  ['corporate-crm', 'corporate-crm.csv'],
  ['adults', 'adults-social-care.csv'],
  ['childrens', 'childrens-cloud.jsonl'],
  ['ombudsman', 'ombudsman-register.xlsx'],
  ['calls', 'telephony-calls.csv'],
];

const enumOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

describe(`every measure of the demonstration, asked at random (seed ${SEED})`, () => {
  let product: TestProduct;
  let own: OwnTables;
  beforeAll(async () => {
    product = await startTestProduct();
    for (const [source, file] of EXTRACTS)
      await product.load(source, path.join(__dirname, '../../demo/extracts', file));
    own = await readOwnTables(product.schemas);
  }, BUSY_MACHINE_MILLIS);
  afterAll(() => product.stop());

  async function ask(questions: readonly MeasuresQuestion[]): Promise<readonly (readonly Row[])[]> {
    const declared = questions.map((_, place) => `$w${place}: MeasureFilter, $a${place}: Date`);
    const fields = questions.map(
      (
        question,
        place,
      ) => `q${place}: measures(by: [${question.by.map(enumOf).join(', ')}], where: $w${place},
        asAt: $a${place}) { rows { ${[...question.by, ...figuresOf(question)].join(' ')} } }`,
    );
    const variables = questions.flatMap(({ where, asAt }, place) => [
      [`w${place}`, where],
      [`a${place}`, asAt],
    ]);
    const { data, errors } = await product.ask<Record<string, { rows: readonly Row[] }>>(
      'analyst',
      `query (${declared.join(', ')}) { ${fields.join('\n')} }`,
      Object.fromEntries(variables),
    );
    expect(errors).toBeUndefined();
    return questions.map((_, place) => data[`q${place}`]?.rows ?? []);
  }

  async function answersTo(questions: readonly MeasuresQuestion[]): Promise<readonly (readonly Row[])[]> {
    const answers: (readonly Row[])[] = [];
    for (let place = 0; place < questions.length; place += AT_ONCE)
      answers.push(...(await ask(questions.slice(place, place + AT_ONCE))));
    return answers;
  }

  /** Asks, and holds each answer against counting the parts' own tables; gives the figures that say something. */
  async function expectSame(questions: readonly MeasuresQuestion[]): Promise<ReadonlySet<string>> {
    const answers = await answersTo(questions);
    const seen = new Set<string>();
    questions.forEach((question, place) => {
      // Nobody promised anything: where work done here is recorded that is 0. Promises have a recount of their own.
      const isLive = [...own.reach.values()].some(({ live }) => live);
      const differences = differencesFrom(own, question, { rows: answers[place] ?? [], seen }).filter(
        ({ figure, value }) => !(isLive && PROMISE_FIGURES.includes(figure) && value === 0),
      );
      expect({ question, differences: differences.slice(0, 5) }).toEqual({ question, differences: [] });
    });
    return seen;
  }

  it(
    'is what counting the parts’ own tables row by row gives',
    async () => {
      const questions = randomQuestions({ seed: SEED, count: QUESTIONS }, own);
      const seen = await expectSame(questions);
      expect(questions.flatMap(figuresOf).length).toBeGreaterThan(2_000);
      // None is equal by being null or 0 throughout.
      expect(FIGURES.filter((figure) => !seen.has(figure))).toEqual(PROMISE_FIGURES);
    },
    BUSY_MACHINE_MILLIS,
  );

  it(
    'is so too once complaints are worked on here, on days that they are, before, and between',
    async () => {
      await workOnSome(product);
      own = await readOwnTables(product.schemas);
      await expectSame([
        ...LIVE_QUESTIONS,
        ...randomQuestions({ seed: SEED + 1, count: QUESTIONS / 6 }, own),
      ]);
      expect([...own.reach].flatMap(([keeper, { live }]) => (live ? [keeper] : []))).toEqual(WORKED_ON);
      // Nobody who knows of loaded files alone counts the same.
      const question = { by: ['month'], where: {}, asAt: null };
      const reach = new Map([...own.reach].map(([keeper, spans]) => [keeper, { ...spans, live: null }]));
      const [rows = []] = await answersTo([question]);
      expect(differencesFrom({ ...own, reach }, question, { rows })).not.toEqual([]);
    },
    BUSY_MACHINE_MILLIS,
  );
});
