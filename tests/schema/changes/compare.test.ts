import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'graphql';
import { toDay } from '../../../domain/calendar/day';
import { readChanges } from '../../../gateway/dictionary/change-list';
import { accept } from './accept';
import { readArguments } from './arguments';
import { compare } from './compare';
import { without } from './plant';
import { type PublicState, publishedState } from './public-state';
import { isFailed, reportOf } from './report';

const GRAPH = `
  directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION
  type Query { fish(where: Where, first: Int): Fish @requiresScopes(scopes: [["facts"]]) old: Int @deprecated(reason: "Old. Use \`fish\`. Goes on 2026-11-01.") older: Int @deprecated(reason: "Old. Use \`fish\`. Goes on 2027-06-01.") }
  type Fish { name: String colour: Colour weight: Int }
  input Where { name: String colour: Colour }
  enum Colour { RED BLUE }
`;
const BEFORE: PublicState = {
  graph: GRAPH,
  partners: GRAPH,
  roles: { analyst: ['facts', 'figures'], partner: ['facts'] },
  recordSets: {
    fish: { view: 'bi.fish', scope: 'facts', filter: 'Where', columns: { id: 'text', on: 'day' } },
  },
  measures: { CAUGHT: { version: 1, says: 'Fish that were caught.' } },
};
const QUESTIONS = {
  Names: 'query Names { fish { name } }',
  Red: 'query Red { fish(where: { colour: RED }) { name } }',
  Any: 'query Any($where: Where) { fish(where: $where) { name } }',
  Old: 'query Old { old }',
};
const questions = Object.entries(QUESTIONS).map(([name, text]) => ({
  ...{ name, file: 'a.graphql', document: parse(text) },
}));

const check = (after: Partial<PublicState>, asked = questions) =>
  compare({
    before: BEFORE,
    after: { ...BEFORE, ...after },
    questions: asked,
    mentions: (set, column) => [{ file: `${set} ${column}.sql` }],
    today: toDay('2026-11-30'),
  });

/** What was found of one part, as `kind: what; what breaks`. */
async function found(after: Partial<PublicState>, asked = questions) {
  const { findings } = await check(after, asked);
  return findings.map(({ kind, what, breaks }) => [`${kind}: ${what}`, ...breaks].join('; '));
}

const graph = (from: string, to: string) => ({ graph: GRAPH.replace(from, to) });

describe('a change of the graph', () => {
  it.each([
    [
      'a type of its own',
      ' weight: Int',
      ' weight: Int tail: Int',
      ["safe: Field 'tail' was added to object type 'Fish'."],
    ],
    [
      'an argument that has to be given',
      'first: Int',
      'first: Int!',
      [
        "breaking: Type for argument 'first' on field 'Query.fish' changed from 'Int' to 'Int!'.; Names in a.graphql; Red in a.graphql; Any in a.graphql",
      ],
    ],
    [
      'a field that may be null',
      'name: String colour: Colour weight',
      'name: Int colour: Colour weight',
      [
        "breaking: Field 'Fish.name' changed type from 'String' to 'Int'.; Names in a.graphql; Red in a.graphql; Any in a.graphql",
      ],
    ],
    [
      'a value that is named, or sent',
      'RED ',
      '',
      ["breaking: Enum value 'RED' was removed from enum 'Colour'.; Red in a.graphql; Any in a.graphql"],
    ],
    [
      'a part of a filter',
      'input Where { name: String',
      'input Where {',
      ["breaking: Input field 'name' was removed from input object type 'Where'.; Any in a.graphql"],
    ],
    [
      'a part of a filter that has to be given',
      'input Where {',
      'input Where { size: Int!',
      [
        "breaking: Input field 'size' of type 'Int!' was added to input object type 'Where'.; Red in a.graphql",
      ],
    ],
    [
      'what nobody asks for',
      ' weight: Int',
      '',
      ["breaking: Field 'weight' was removed from object type 'Fish'."],
    ],
    [
      'what was promised until another day',
      'older: Int @deprecated(reason: "Old. Use `fish`. Goes on 2027-06-01.")',
      '',
      [
        "breaking: Field 'older' (deprecated) was removed from object type 'Query'. It was promised until 2027-06-01.",
      ],
    ],
    [
      'a name that is to go at too short notice',
      'weight: Int',
      'weight: Int @deprecated(reason: "Old. Use `name`. Goes on 2027-01-01.")',
      [
        "breaking: 'Fish.weight' is deprecated, and goes on 2027-01-01, in less than six months.",
        "safe: Field 'Fish.weight' is deprecated.",
      ],
    ],
    [
      'a name that is to go some day',
      'weight: Int',
      'weight: Int @deprecated(reason: "Old.")',
      [
        "breaking: 'Fish.weight' is deprecated, and names no day from which it goes.",
        "safe: Field 'Fish.weight' is deprecated.",
      ],
    ],
    [
      'who may ask',
      '[["facts"]]',
      '[["figures"]]',
      [
        "breaking: Access to 'Query.fish' changed: partner may no more ask for it.; Names in a.graphql; Red in a.graphql; Any in a.graphql",
      ],
    ],
  ])('is told: %s', async (_, from, to, expected) => {
    expect(await found(graph(from, to))).toEqual(expected);
  });

  it('is no surprise where it was announced for a day that has come, unless it is still asked for', async () => {
    const after = graph('old: Int @deprecated(reason: "Old. Use `fish`. Goes on 2026-11-01.")', '');
    const what =
      "dangerous: Field 'old' (deprecated) was removed from object type 'Query'. It went as announced, on 2026-11-01 or later.";
    expect(await found(after)).toEqual([what]);
    const others = questions.filter(({ name }) => name !== 'Old');
    expect(isFailed(await check(after, others))).toBe(false);
    const { unanswered } = await check(after);
    expect(unanswered).toEqual([expect.stringContaining('Old in a.graphql: Cannot query field "old"')]);
    expect(isFailed(await check(after))).toBe(true);
  });

  it('is told of partners alone where the graph still has it', async () => {
    const compared = await check({ partners: without(GRAPH, 'Fish.name') });
    expect(compared.findings).toMatchObject([{ part: 'Fish.name', concerns: ['partners'] }]);
    expect(compared.unanswered).toContain(
      'Names in a.graphql: Cannot query field "name" on type "Fish". (as partners ask it)',
    );
  });

  it('fails where something has to be given that known questions leave out', async () => {
    const compared = await check(graph('first: Int', 'first: Int!'));
    expect(compared.unanswered).toHaveLength(3);
    expect(reportOf(compared)).toContain(
      'These were answered, and are no more:\n  Names in a.graphql: Field "fish" argument "first"',
    );
  });
});

describe('a change beside the graph', () => {
  it('is told of columns, with the files that name them, and of measures', async () => {
    const columns = { on: 'moment', off: 'day' };
    const fish = { view: 'bi.fishes', scope: 'facts', filter: 'Where', columns };
    const after = { recordSets: { fish }, measures: { CAUGHT: { version: 1, says: 'Others.' } } };
    expect(await found(after)).toEqual([
      "breaking: Record set 'fish' changed its view from 'bi.fish' to 'bi.fishes'.; fish .sql",
      "breaking: Column 'fish.id' was removed.; fish id.sql",
      "breaking: Column 'fish.on' changed its type from 'day' to 'moment'.; fish on.sql",
      "dangerous: Measure 'CAUGHT' says something else in the same version 1: where it counts something else, give it a new one.",
      "safe: Column 'fish.off' was added.",
    ]);
    expect(await found({ measures: { CAUGHT: { version: 2, says: 'Others.' } } })).toEqual([
      "dangerous: Measure 'CAUGHT' is defined anew, in version 2.",
    ]);
    expect(await found({ recordSets: {} })).toEqual(["breaking: Record set 'fish' was removed.; fish .sql"]);
  });
});

describe('a change that is accepted', () => {
  it('stands in the list with its day and reason, and is the published state from then on', async () => {
    const root = fs.mkdtempSync(path.join(os.tmpdir(), 'accepted-'));
    fs.mkdirSync(path.join(root, 'schema'));
    fs.writeFileSync(path.join(root, 'schema/changes.json'), '{ "since": "2026-11-30", "changes": [] }');
    const state = { ...BEFORE, ...graph(' weight: Int', '') };
    const { findings } = await check(state);
    const why = { reason: 'Nobody weighs them.', date: '2026-12-01' };
    accept(root, { changes: findings, state }, why);
    accept(root, { changes: [], state }, why);
    expect(readChanges(fs.readFileSync(path.join(root, 'schema/changes.json'), 'utf8')).changes).toEqual([
      {
        ...{ id: expect.stringMatching(/^2026-12-01-\w{8}$/), ...why },
        ...{ kind: 'breaking', part: 'Fish.weight', concerns: ['callers of the graph'] },
        what: "Field 'weight' was removed from object type 'Fish'.",
      },
    ]);
    expect(publishedState(root)).toEqual(state);
    fs.rmSync(root, { recursive: true });
  });

  it.each([
    [['accept', '--reason', 'Agreed.', 'theirs'], { reason: 'Agreed.', folders: ['theirs'] }],
    [['accept'], null],
    [['accept', '--reason', ' '], null],
    [['--reason', 'Agreed.'], null],
    [['--all'], null],
    [['theirs'], { reason: null, folders: ['theirs'] }],
  ])('is asked for in words: %j', (args, asked) => {
    expect(readArguments(args)).toEqual(asked);
  });
});
