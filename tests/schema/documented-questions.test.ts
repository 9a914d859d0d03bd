import fs from 'node:fs';
import path from 'node:path';
import {
  buildSchema,
  type GraphQLSchema,
  NoDeprecatedCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { QUESTION_PATTERNS, questionsIn } from './changes/documented-questions';

const ROOT = path.join(__dirname, '../..');
const PAGES = [
  'README.md',
  ...fs
    .readdirSync(path.join(ROOT, 'docs/how-to'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/how-to/${name}`),
];

/** A root field with arguments and nothing after them is none. */
const HALF_A_QUESTION = /`((?:counted|measures|complaints?|periodReport)\([^`]*\))`/g;

/** A page teaches no name that is on its way out. */
const RULES = [...specifiedRules, NoDeprecatedCustomRule];

const inPage = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);

/** What is wrong with the questions of a page. */
function problemsIn(text: string, schema: GraphQLSchema): string[] {
  const halves = inPage(text, HALF_A_QUESTION).map((half) => `${half} selects nothing`);
  const questions = questionsIn(text);
  return [...halves, ...questions.flatMap((question) => wrongWith(question, schema))];
}

function wrongWith(question: string, schema: GraphQLSchema): string[] {
  try {
    const document = parse(question);
    return validate(schema, document, RULES).map(({ message }) => message);
  } catch (error) {
    return [`${question}: ${String(error)}`];
  }
}

describe('the questions that pages show', () => {
  const schema = buildSchema(fs.readFileSync(path.join(ROOT, 'schema/supergraph.graphql'), 'utf8'), {
    assumeValidSDL: true,
  });
  const textOf = (page: string) => fs.readFileSync(path.join(ROOT, page), 'utf8');

  it.each(PAGES)('can be asked as they stand: %s', (page) => {
    expect(problemsIn(textOf(page), schema)).toEqual([]);
  });

  it('are found, in each of the ways in which they are written', () => {
    for (const pattern of QUESTION_PATTERNS) {
      expect(PAGES.flatMap((page) => inPage(textOf(page), pattern))).not.toEqual([]);
    }
  });

  it.each([
    ['Ask `counted(measure: ESCALATED, where: { streams: [CORPORATE] })`.', 'selects nothing'],
    ['```graphql\n{ counted(measure: ESCALATED) }\n```\n', 'must have a selection of subfields'],
    ["ask '{ measures(by: []) { rows { recieved } } }'", 'Cannot query field "recieved"'],
    [`-d '{"query":"{ fish { name } }"}'`, 'Cannot query field "fish"'],
    ['By then `{ imports { fish } }`, asked as admin.', 'Cannot query field "fish"'],
    ["ask '{ measures(by: [] '", 'Syntax Error'],
    ['`{ complaint(id: "a") { stages { number } } }`', 'number is deprecated'],
  ])('are seen to be wrong: %s', (text, problem) => {
    expect(problemsIn(text, schema).join('\n')).toContain(problem);
  });
});
