import { knownNames, knownParts } from '../../platform/metrics/known-names';
import { processRegistry } from '../../platform/metrics/process-registry';
import type { CommandResult } from './refusals';

/** Events and codes of refusals stand in procedures and in the program. */
const knownEvents = knownNames();
const knownCodes = knownNames();

const commands = processRegistry.counter({
  name: 'complaints_commands_total',
  help: 'Commands on live complaints by stream, by what they do and by what became of them: DONE, or why not.',
  labels: { part: knownParts, command: knownEvents, outcome: knownCodes },
});

/** Counts what became of a command, and gives it on. */
export function countCommand<Result extends CommandResult>(
  { stream, event }: { readonly stream: string; readonly event: string },
  result: Result,
): Result {
  const code = 'code' in result ? result.code : 'DONE';
  const labels = { part: knownParts.add(stream), command: knownEvents.add(event) };
  commands.add({ ...labels, outcome: knownCodes.add(code) });
  return result;
}
