import type { LiveProcedure } from '../../domain/procedure/stage-version';
import type { Resolvers } from '../../platform/server/subgraph';
import type { StreamContext } from '../reading/loaders';
import { commandEventsOf, mutationOf } from './commands/mutation-names';
import { type CaseCommandEvent, readCommand } from './commands/read-command';
import { readRecord } from './commands/read-record';
import { doCommand } from './do-command';
import { checkMayWork } from './live-caller';
import { serviceUnknown } from './other-of-command';
import { recordCase } from './record-case';
import type { CommandResult } from './refusals';

interface RecordArguments {
  readonly key: string;
  readonly input: object;
}
interface CommandArguments {
  readonly key: string;
  readonly id: string;
  readonly version: number;
}

/** A mutation for each event of a stream’s procedure that is a command: a stream has none that its procedure does not know. */
export function commandResolvers({ stream, stages }: LiveProcedure): Resolvers {
  const commands = commandEventsOf(stages).map((event) => [
    mutationOf(event, stream),
    event === 'record' ? record : onCase(event),
  ]);
  return commands.length === 0 ? {} : { Mutation: Object.fromEntries(commands) };
}

async function record(
  _: unknown,
  { key, input }: RecordArguments,
  context: StreamContext,
): Promise<CommandResult> {
  checkMayWork(context.identity, context.stream.name);
  const { command, given } = readRecord(input);
  const unusable = given.unusable ?? (await serviceUnknown(context, command.serviceId));
  if (unusable !== null) return unusable;
  return recordCase(context, { key, command, words: given.words, parties: given.parties });
}

const onCase =
  (event: CaseCommandEvent) =>
  async (_: unknown, asked: CommandArguments, context: StreamContext): Promise<CommandResult> => {
    checkMayWork(context.identity, context.stream.name);
    const { key, id, version } = asked;
    const { command, given } = readCommand(event, asked);
    if (given.unusable !== null) return given.unusable;
    return doCommand(context, { key, id, version, command, words: given.words, parties: given.parties });
  };
