import { type FieldDefinitionNode, Kind, parse, print } from 'graphql';
import { type GeneratedFile, HEADER } from './project';

/** What every command on something is told besides what it takes: which, on what, and as it was seen. */
const NAMED = ['key', 'id', 'version'];

/** The kinds of commands: on what is there, which have something to be about; those that record; and those about who works. */
const KINDS: readonly CommandKind[] = [
  { came: { CommandResult: 'CommandCame' }, takes: NAMED, file: 'case-commands', table: 'CASE_COMMANDS' },
  {
    ...{ came: { CommandResult: 'CommandCame' }, takes: ['key', 'input'], never: ['id'] },
    ...{ file: 'record-commands', table: 'RECORD_COMMANDS' },
  },
  {
    ...{ came: { OmbudsmanCommandResult: 'EnquiryCommandCame' }, takes: NAMED },
    ...{ file: 'enquiry-commands', table: 'ENQUIRY_COMMANDS' },
  },
  {
    came: {
      ...{ ManyResult: 'ManyCame', SaveGroupResult: 'GroupCame' },
      ...{ RecordAbsenceResult: 'AbsenceCame', EndAbsenceResult: 'AbsenceEndCame' },
    },
    ...{ takes: [], file: 'team-commands', table: 'TEAM_COMMANDS' },
  },
  {
    came: { LetterResult: 'LetterCame' },
    ...{ takes: ['key', 'id'], file: 'letter-commands', table: 'LETTER_COMMANDS' },
  },
];

/** Commands that are alike: the fragment for each of their results, and which arguments they have all. */
interface CommandKind {
  readonly came: Readonly<Record<string, string>>;
  readonly takes: readonly string[];
  /** Which none of them has. */
  readonly never?: readonly string[];
  readonly file: string;
  readonly table: string;
}

/** A command, and the subgraph whose mutation does it. */
interface Command {
  readonly field: FieldDefinitionNode;
  readonly graph: string;
}

/**
 * The site's operations for every command on a complaint or an ombudsman's case that is there, for each that records one, and about
 * who works on them, one for each mutation of the composed schema, with tables of them, and for the groups that a stream's work is given
 * to. What a stream gains can be asked for on its pages from then on.
 */
export function siteCommandParts(supergraph: string): GeneratedFile[] {
  const mutations = fieldsOf('Mutation', supergraph);
  const groups = fieldsOf('Query', supergraph).filter(({ field }) => print(field.type) === '[CaseGroup!]');
  return [
    ...KINDS.flatMap((kind) => {
      const commands = mutations.filter((command) => isOfKind(command, kind));
      return partsOf(kind.file, operations(commands, kind), tableOf(commands, kind));
    }),
    ...partsOf('case-groups', `${HEADER}${groups.map(groupsOperation).join('')}`, groupsTable(groups)),
    ...caseQuestions(fieldsOf('Query', supergraph)),
  ];
}

/** What is asked of one complaint of its own stream: a name, of which the fragment ends with `Parts`, and what else it takes. */
const QUESTIONS = [
  ['CaseAtWork', ''],
  ['CaseOnPage', ', $first: Int!, $after: String'],
  ['CasePoints', ''],
  ['CasePeople', ''],
  ['CaseLetters', ''],
  ['CaseLive', ''],
  ['ComplaintClocks', ''],
  ['ComplaintKept', ''],
  ['WhatIf', ', $assume: AssumedDays!'],
] as const;

/** A stream knows its complaint at once, where the part that finds complaints of all streams has to be told first. */
function caseQuestions(queries: readonly Command[]): GeneratedFile[] {
  const found = queries.filter(({ field }) => /^\w+Complaint$/.test(field.name.value) && isById(field));
  const name = (question: string, { graph }: Command) => `${question}Of${pascal(graph.toLowerCase())}`;
  const text = QUESTIONS.flatMap(([question, takes]) =>
    found.map(
      (each) => `query ${name(question, each)}($id: ID!${takes}) {
  complaint: ${each.field.name.value}(id: $id) { ...${question}Parts }
}
`,
    ),
  );
  const rows = QUESTIONS.map(
    ([question]) =>
      `  ${question}: {\n${found.map((each) => `    ${each.graph}: operations.${name(question, each)}Document,\n`).join('')}  },\n`,
  );
  const table = `${TABLE_HEADER}\nexport const CASE_QUESTIONS = {\n${rows.join('')}} as const;\n`;
  return partsOf('case-questions', `${HEADER}${text.join('')}`, table);
}

const isById = ({ arguments: taken = [] }: FieldDefinitionNode): boolean =>
  taken.length === 1 && taken[0]?.name.value === 'id';

const partsOf = (file: string, operationsText: string, tableText: string): GeneratedFile[] => [
  { path: `site/operations/${file}.generated.graphql`, text: operationsText },
  { path: `site/operations/${file}.generated.ts`, text: tableText },
];

function fieldsOf(type: string, supergraph: string): Command[] {
  return parse(supergraph).definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === type
      ? (definition.fields ?? []).map((field) => ({ field, graph: graphOf(field) }))
      : [],
  );
}

const groupsName = ({ graph }: Command): string => `GroupsOf${pascal(graph.toLowerCase())}`;

const groupsOperation = (groups: Command): string =>
  `query ${groupsName(groups)} {\n  groups: ${groups.field.name.value} { id name members }\n}\n`;

const groupsTable = (groups: readonly Command[]): string => `${TABLE_HEADER}
export const CASE_GROUPS = {
${groups.map((each) => `  ${each.graph}: operations.${groupsName(each)}Document,\n`).join('')}} as const;
`;

/** The subgraph that has a field, as the composed schema names it: `CORPORATE`. */
function graphOf({ directives = [] }: FieldDefinitionNode): string {
  const join = directives.find(({ name }) => name.value === 'join__field');
  const graph = join?.arguments?.find(({ name }) => name.value === 'graph')?.value;
  return graph?.kind === Kind.ENUM ? graph.value : '';
}

function isOfKind({ field }: Command, { came, takes, never = [] }: CommandKind): boolean {
  const has = (name: string) => field.arguments?.some((argument) => argument.name.value === name) === true;
  return Object.hasOwn(came, print(field.type)) && takes.every(has) && !never.some(has);
}

const TABLE_HEADER = `${HEADER.replace('#', '//')}import * as operations from './__generated__/operations';
`;

const pascal = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const operationName = ({ field }: Command): string => `Do${pascal(field.name.value)}`;

const operations = (commands: readonly Command[], kind: CommandKind): string =>
  `${HEADER}${commands.map((command) => operation(command, kind)).join('')}`;

function operation(command: Command, { came }: CommandKind): string {
  const taken = command.field.arguments ?? [];
  const variables = taken.map(
    ({ name, type, defaultValue }) =>
      `  $${name.value}: ${print(type)}${defaultValue === undefined ? '' : ` = ${print(defaultValue)}`}\n`,
  );
  const given = taken.map(({ name }) => `${name.value}: $${name.value}`);
  return `mutation ${operationName(command)}(
${variables.join('')}) {
  outcome: ${command.field.name.value}(${given.join(', ')}) { ...${came[print(command.field.type)]} }
}
`;
}

/** Commands by what is done, and by the stream whose complaints it is done to where several streams do it. */
function tableOf(commands: readonly Command[], { table }: CommandKind): string {
  const byName = new Map<string, Command[]>();
  for (const command of commands) {
    const name = nameOf(command);
    byName.set(name, [...(byName.get(name) ?? []), command]);
  }
  const rows = [...byName].map(
    ([name, of]) =>
      `  ${name}: {\n${of.map((each) => `    ${each.graph}: operations.${operationName(each)}Document,\n`).join('')}  },\n`,
  );
  return `${TABLE_HEADER}
export const ${table} = {
${rows.join('')}} as const;
`;
}

/** A mutation's name without its stream: `answerCorporateComplaint` is `answerComplaint`. */
const nameOf = ({ field, graph }: Command): string =>
  field.name.value.replace(pascal(graph.toLowerCase()), '');
