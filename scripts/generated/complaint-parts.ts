import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type DefinitionNode, type InterfaceTypeDefinitionNode, Kind, parse, print } from 'graphql';
import type { CommandEvent } from '../../casework/live/commands/mutation-names';
import { enumName, type OwnInput, typeName } from '../../casework/stream/definition';
import {
  caseworkCommands,
  caseworkCounts,
  ownInputType,
  streamCommands,
  streamOwnInput,
} from './casework-parts';
import { documentsPart } from './documents-part';
import { learningPart } from './learning-parts';
import { letterPart } from './letter-parts';
import {
  type GeneratedFile,
  HEADER,
  type Project,
  schemaFiles,
  streamFolders,
  subgraphFolders,
} from './project';
import { guardOf, restrictionCommands, restrictionLists } from './restriction-parts';
import { retentionLists } from './retention-parts';
import { worklistQueries } from './worklist-parts';

/** How the schema speaks of a stream's complaints, and of one of them. */
interface Described {
  readonly all: string;
  readonly one: string;
}

/** Streams of the contract: in the enum whether their folder is there yet or not. */
const STREAMS_OF_THE_CONTRACT: Readonly<Record<string, Described>> = {
  corporate: { all: "The council's corporate complaints.", one: 'A corporate complaint.' },
  adults: { all: "Complaints about adults' social care.", one: "A complaint about adults' social care." },
  childrens: { all: "Complaints about children's services.", one: "A complaint about children's services." },
  schools: { all: 'Complaints about schools.', one: 'A complaint about a school.' },
};

const describedAs = (stream: string): Described =>
  (Object.hasOwn(STREAMS_OF_THE_CONTRACT, stream) ? STREAMS_OF_THE_CONTRACT[stream] : undefined) ?? {
    all: `Complaints of the stream ${stream}.`,
    one: `A complaint of the stream ${stream}.`,
  };

/** The parts of the schema that follow from which streams there are. Federation wants them alike in every subgraph. */
export function complaintParts(project: Project): GeneratedFile[] {
  const streams = streamFolders(project);
  return [
    { path: 'schema/common/stream.generated.graphql', text: streamEnum(streams) },
    ...streams.map((stream) => ({
      path: `schema/${stream}/complaint.generated.graphql`,
      text: complaintType(project, stream),
    })),
    ...streams.map((stream) => ({
      path: `schema/${stream}/learning.generated.graphql`,
      text: learningPart(stream, complaintsOf(stream)),
    })),
    ...streams.map((stream) => ({
      path: `schema/${stream}/letters.generated.graphql`,
      text: letterPart(stream, complaintsOf(stream)),
    })),
    ...streams.map(documentsPart),
    ...stubFiles(project, streams),
  ];
}

function streamEnum(streams: readonly string[]): string {
  const further = streams.filter((stream) => !Object.hasOwn(STREAMS_OF_THE_CONTRACT, stream));
  const values = [...Object.keys(STREAMS_OF_THE_CONTRACT), ...further].map(
    (stream) => `  "${describedAs(stream).all}"\n  ${enumName(stream)}\n`,
  );
  return `${HEADER}"Whose procedure a complaint follows."\nenum Stream {\n${values.join('')}}\n`;
}

/** The complaint type of a stream with all common fields; what the stream alone has it adds by `extend type`. */
function complaintType(project: Project, stream: string): string {
  const { fields = [] } = commonInterface(project);
  return `${HEADER}${described(
    describedAs(stream).one,
    `type ${typeName(stream)} implements Complaint @key(fields: "id")`,
    fields.map((field) => `${print(field)}${guardOf(field.name.value)}`),
  )}\n${rootFields(stream, streamCommands(project, stream), streamOwnInput(project, stream))}`;
}

/** The complaints of a stream within a sentence. */
const complaintsOf = (stream: string): string =>
  describedAs(stream)
    .all.replace(/^The c/, 'the c')
    .replace(/^C/, 'c')
    .replace(/\.$/, '');

/** Every stream has rules and an audit log of its own, and federation shares no root field. */
const rootFields = (
  stream: string,
  events: readonly CommandEvent[],
  ownInput: readonly OwnInput[],
): string => `type Query {
${restrictionLists(stream, complaintsOf(stream))}
${worklistQueries(stream, complaintsOf(stream))}
${retentionLists(stream, complaintsOf(stream))}${caseworkCounts(stream, events, complaintsOf(stream))}
  "One of ${complaintsOf(stream)}, as the stream alone has it: where the part that finds complaints of all streams does not answer. Null where there is none."
  ${stream}Complaint(
    "The id that a complaint has in this graph."
    id: ID!
  ): ${typeName(stream)} @requiresScopes(scopes: [["facts"]])
  "When a stage of ${complaintsOf(stream)} would be due, and why. Nothing is recorded."
  ${stream}DueIfReceived(
    "The number of the stage."
    stage: Int!
    "The day of receipt; left out, today in London."
    on: Date
    "The day on which it would be acknowledged; left out, as late as it may be."
    acknowledgedOn: Date
  ): DueIfReceived @requiresScopes(scopes: [["facts"]])
  "The procedure that ${complaintsOf(stream)} follow which are worked on here, with the law behind each rule."
  ${stream}Procedure: LiveProcedure @requiresScopes(scopes: [["guidance"]])
  "Stages of ${complaintsOf(stream)} whose people or narratives hold all of the words, the newest first. Of one that is worked on here everybody in it counts, and all that is written in its timeline. Open to officers cleared for them, and to managers for their services; that they searched is recorded, and not for what."
  ${stream}AccountSearch(
    "Names, parts of an address, or words of what was said; of three letters or more, the beginning of a name will do. At most 100 characters."
    words: String!
    "How many at most: 1 to 200."
    first: Int = 50
    "The \`endCursor\` of the page before; left out for the first page."
    after: String
  ): AccountSearchConnection @listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false) @requiresScopes(scopes: [["accounts"]])
  "The ids of ${complaintsOf(stream)} of which a stage has this reference, 20 at most: as it was written, whatever its capitals. For auditors, who see no complaint and find by its id who read it; that they looked is recorded."
  ${stream}ComplaintIds(
    "A reference of any of its stages, exactly as the record has it but for the case of letters."
    reference: String!
  ): [ID!] @requiresScopes(scopes: [["audit"]])
  "Who read people and narratives of ${complaintsOf(stream)}, the newest first."
  ${stream}AuditEntries(
    "Which entries; left out, all."
    where: AuditFilter
    "How many at most: 1 to 200."
    first: Int = 50
    "The \`endCursor\` of the page before; left out for the first page."
    after: String
  ): AuditEntryConnection @listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false) @requiresScopes(scopes: [["audit"]])
}
${ownInputType(stream, ownInput, complaintsOf(stream))}${restrictionCommands(stream, caseworkCommands(stream, events, ownInput))}`;

/**
 * Stubs of every stream's complaint type, for each other subgraph that declares the interface for itself. One that knows
 * the id alone cannot resolve a complaint, and says so; one that adds fields can.
 */
function stubFiles(project: Project, streams: readonly string[]): GeneratedFile[] {
  const others = subgraphFolders(project).filter((name) => !streams.includes(name));
  return others.flatMap((name) => {
    const declared = ownInterface(project, name);
    if (declared === null) return [];
    return [{ path: `schema/${name}/complaint-stubs.generated.graphql`, text: stubs(streams, declared) }];
  });
}

function stubs(
  streams: readonly string[],
  { fields = [], interfaces = [] }: InterfaceTypeDefinitionNode,
): string {
  const implemented = ['Complaint', ...interfaces.map(({ name }) => name.value)].join(' & ');
  const key = fields.length === 1 ? '@key(fields: "id", resolvable: false)' : '@key(fields: "id")';
  const types = streams.map((stream) =>
    described(
      describedAs(stream).one,
      `type ${typeName(stream)} implements ${implemented} ${key}`,
      fields.map((field) => print(field)),
    ),
  );
  return `${HEADER}${types.join('\n')}`;
}

function described(description: string, head: string, fields: readonly string[]): string {
  const lines = fields.flatMap((field) => field.split('\n')).map((line) => `  ${line}\n`);
  return `"${description}"\n${head} {\n${lines.join('')}}\n`;
}

function commonInterface(project: Project): InterfaceTypeDefinitionNode {
  const declared = ownInterface(project, 'common');
  if (declared === null) throw new Error('schema/common declares no interface Complaint.');
  return declared;
}

/** The interface Complaint as a schema folder declares it; null where it does not. */
function ownInterface(project: Project, folder: string): InterfaceTypeDefinitionNode | null {
  const definitions = schemaFiles(project, folder, 'written').flatMap<DefinitionNode>((file) => [
    ...parse(readFileSync(path.join(project.root, 'schema', folder, file), 'utf8')).definitions,
  ]);
  const declared = definitions.find(
    (definition) =>
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION && definition.name.value === 'Complaint',
  );
  return declared?.kind === Kind.INTERFACE_TYPE_DEFINITION ? declared : null;
}
