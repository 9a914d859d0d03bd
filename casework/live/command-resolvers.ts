import { type Day, londonDayOf } from '../../domain/calendar/day';
import type { Resolvers } from '../../platform/server/subgraph';
import type { StreamContext } from '../reading/loaders';
import { findChannel } from '../reference/channels';
import type { StreamDefinition } from '../stream/definition';
import { bornLater } from './born-later';
import { commandEventsOf, mutationOf } from './commands/mutation-names';
import { type CaseCommandEvent, readCommand } from './commands/read-command';
import { readOwnInput } from './commands/read-own';
import { readRecord } from './commands/read-record';
import { countCommand } from './count-command';
import { doCommand } from './do-command';
import { checkMayWork } from './live-caller';
import { serviceUnknown } from './other-of-command';
import { recordCase } from './record-case';
import { type CommandResult, type CommandUnusable, commandUnusable } from './refusals';

interface RecordArguments {
  readonly key: string;
  readonly input: object;
  /** What the stream alone takes. */
  readonly own?: object | null;
}
interface CommandArguments {
  readonly key: string;
  readonly id: string;
  readonly version: number;
}

/** A mutation for each event of a stream’s procedure that is a command: a stream has none that its procedure does not know. */
export function commandResolvers({
  liveProcedure: { stream, stages },
}: Pick<StreamDefinition, 'liveProcedure'>): Resolvers {
  const commands = commandEventsOf(stages).map((event) => [
    mutationOf(event, stream),
    event === 'record' ? counted({ stream, event }, record) : counted({ stream, event }, onCase(event)),
  ]);
  return commands.length === 0 ? {} : { Mutation: Object.fromEntries(commands) };
}

const counted =
  <Asked>(
    of: { readonly stream: string; readonly event: string },
    resolve: (_: unknown, asked: Asked, context: StreamContext) => Promise<CommandResult>,
  ) =>
  async (_: unknown, asked: Asked, context: StreamContext): Promise<CommandResult> =>
    countCommand(of, await resolve(_, asked, context));

async function record(
  _: unknown,
  { key, input, own: asked }: RecordArguments,
  context: StreamContext,
): Promise<CommandResult> {
  checkMayWork(context.identity, context.stream.name);
  const { command, given } = readRecord(input);
  const own = readOwnInput(given, asked, context.stream.ownInput);
  const channel = await channelNamed(context, command.channel);
  const unborn = bornLater(given.parties, today(context));
  const unusable =
    given.unusable ?? unborn ?? channel.unusable ?? (await serviceUnknown(context, command.serviceId));
  if (unusable !== null) return unusable;
  const { words, parties } = given;
  return recordCase(context, { key, command: { ...command, channel: channel.name }, words, parties, own });
}

const onCase =
  (event: CaseCommandEvent) =>
  async (_: unknown, asked: CommandArguments, context: StreamContext): Promise<CommandResult> => {
    checkMayWork(context.identity, context.stream.name);
    const { key, id, version } = asked;
    const { command, given } = readCommand(event, asked);
    const unusable = given.unusable ?? bornLater(given.parties, today(context));
    if (unusable !== null) return unusable;
    return doCommand(context, { key, id, version, command, words: given.words, parties: given.parties });
  };

const today = ({ clock }: StreamContext): Day => londonDayOf(clock.now());

/** The channel's own name, for none or one that directory has; else why it cannot be meant. Themes have no list: each is as it is written. */
async function channelNamed(
  { transaction, stream }: StreamContext,
  written: string | null,
): Promise<{ readonly name: string | null; readonly unusable: CommandUnusable | null }> {
  if (written === null) return { name: null, unusable: null };
  const { name, known } = await findChannel(transaction, stream.name, written);
  if (name !== null) return { name, unusable: null };
  const message = `The directory has no channel of this name. It has: ${known.join(', ') || 'none yet'}.`;
  return { name, unusable: commandUnusable('channel', message) };
}
