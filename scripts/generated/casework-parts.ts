import path from 'node:path';
import { z } from 'zod';
import { type CommandEvent, commandEventsOf, mutationOf } from '../../casework/live/commands/mutation-names';
import { type OwnInput, typeName } from '../../casework/stream/definition';
import { EVENTS } from '../../domain/procedure/events';
import { MUTATIONS } from './casework-arguments';
import { isThere, type Project } from './project';

const WORKS = '@requiresScopes(scopes: [["casework"]])';
const KEY = [
  '"Names this command: a UUID, chosen by whoever asks, the same when they ask again."',
  'key: ID!',
];
const ON_CASE = [
  ...KEY,
  '"The id of the complaint."',
  'id: ID!',
  '"Its `version`, as it was seen."',
  'version: Int!',
];

/** What of a stream’s file is looked at: which events its procedure has. */
const procedureFile = z.object({
  liveProcedure: z.object({
    stages: z.array(z.object({ events: z.array(z.object({ event: z.enum(EVENTS) })) })),
  }),
});

/** The commands that a stream’s procedure has; none where it has no live procedure. */
export function streamCommands({ root }: Project, stream: string): CommandEvent[] {
  if (!isThere(root, 'subgraphs', stream, 'live-procedure.ts')) return [];
  const file: unknown = require(path.join(root, 'subgraphs', stream, 'live-procedure'));
  return commandEventsOf(procedureFile.parse(file).liveProcedure.stages);
}

const ownFile = z.object({
  ownInput: z.array(
    z.object({ field: z.string(), says: z.string(), kind: z.enum(['TEXT', 'YES_NO']), keptAs: z.string() }),
  ),
});

/** What a stream alone takes with a complaint that is recorded; none where it has no list of it. */
export function streamOwnInput({ root }: Project, stream: string): readonly OwnInput[] {
  if (!isThere(root, 'subgraphs', stream, 'own-input.ts')) return [];
  const file: unknown = require(path.join(root, 'subgraphs', stream, 'own-input'));
  return ownFile.parse(file).ownInput;
}

const TYPES = { TEXT: 'String', YES_NO: 'Boolean' } as const;

/** The input of what a stream alone takes; nothing where it takes nothing. */
export const ownInputType = (stream: string, ownInput: readonly OwnInput[], complaints: string): string =>
  ownInput.length === 0
    ? ''
    : `"What is recorded of ${complaints} alone."
input ${inputName(stream)} {
${ownInput.map(({ field, says, kind }) => `  "${says}"\n  ${field}: ${TYPES[kind]}\n`).join('')}}
`;

const inputName = (stream: string): string => `${typeName(stream)}Input`;

/** The mutations with which a stream’s live complaints are worked on: those that its procedure has. */
export const caseworkCommands = (
  stream: string,
  events: readonly CommandEvent[],
  ownInput: readonly OwnInput[] = [],
): string =>
  events.map((event) => (event === 'record' ? record(stream, ownInput) : command(stream, event))).join('');

const record = (stream: string, ownInput: readonly OwnInput[]): string => `\
  "Records a complaint that is worked on here. Officers cleared for the stream may. Asked again with the same \`key\` it is answered the same."
  ${mutationOf('record', stream)}(
${lines([...KEY, '"The complaint."', 'input: RecordComplaintInput!', ...ownArgument(stream, ownInput)])}
  ): CommandResult ${WORKS}
`;

const ownArgument = (stream: string, ownInput: readonly OwnInput[]): readonly string[] =>
  ownInput.length === 0
    ? []
    : ['"What such complaints alone have; left out, nothing of it is known."', `own: ${inputName(stream)}`];

function command(stream: string, event: Exclude<CommandEvent, 'record'>): string {
  const { does, takes } = MUTATIONS[event];
  return `\
  "${does} Whoever the procedure opens it to, as \`permitted\` tells."
  ${mutationOf(event, stream)}(
${lines([...ON_CASE, ...takes])}
  ): CommandResult ${WORKS}
`;
}

const lines = (texts: readonly string[]): string => texts.map((text) => `    ${text}`).join('\n');

/** What a stream counts that settles concerns before they are complaints; nothing for others. */
export const caseworkCounts = (
  stream: string,
  events: readonly CommandEvent[],
  complaints: string,
): string =>
  events.includes('settle')
    ? `
  "How many concerns were settled by the next working day, so that they are none of ${complaints}."
  ${stream}SettledConcerns(
    "The first day on which they were settled."
    from: Date!
    "The last."
    to: Date!
  ): Int @requiresScopes(scopes: [["facts"]])`
    : '';
