import { parseArgs } from 'node:util';
import { excerpt, printable } from '../../imports/kit/printable';
import { isSourceName, SOURCE_NAMES, type SourceName } from '../../imports/sources';
import { isError } from '../../platform/postgres/error-code';

/** What is asked of the command. */
export interface TakeOverArguments {
  readonly source: SourceName;
  readonly reason: string;
}

const MOST_CHARACTERS = 1_000;

/** How the command is used. */
export const USAGE = [
  'Usage: npm run --silent take-over -- SOURCE --reason TEXT',
  `  SOURCE         the inherited system that was switched off: ${SOURCE_NAMES.join(', ')}`,
  '  --reason TEXT  why, for whoever asks later; name nobody in it',
  'Load its last extract first. From the beginning on nothing of it is loaded, corrected or undone any more.',
  'Broken off, it goes on where it was when it is asked again.',
  '',
].join('\n');

/** Reads the command line: what is asked, or what is wrong with it. */
export function readTakeOver(args: readonly string[]): TakeOverArguments | string {
  const read = parsed(args);
  if (typeof read === 'string') return printable(read);
  const [source, ...more] = read.positionals;
  const reason = read.values.reason?.trim() ?? '';
  if (source === undefined || more.length > 0) return 'Name one system.';
  if (!isSourceName(source)) return `There is no system "${excerpt(source)}".`;
  if (reason.length === 0 || reason.length > MOST_CHARACTERS)
    return `Say why, in 1 to ${MOST_CHARACTERS} characters.`;
  return { source, reason };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { reason: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    return isError(error) ? error.message : 'The command line cannot be read.';
  }
}
