import { parseArgs } from 'node:util';
import { type Day, isDay } from '../../domain/calendar/day';
import { excerpt, printable } from '../../imports/kit/printable';
import { isSourceName, SOURCE_NAMES, type SourceName } from '../../imports/sources';
import { isError } from '../../platform/postgres/error-code';

/** What is asked of the command. */
export interface TakeOverArguments {
  readonly source: SourceName;
  readonly reason: string;
  /** The day that it has; left out, today. */
  readonly on?: Day;
  /** Whether it is rehearsed alone. */
  readonly dryRun: boolean;
}

const MOST_CHARACTERS = 1_000;

/** How the command is used. */
export const USAGE = [
  'Usage: npm run --silent take-over -- SOURCE --reason TEXT [--on DAY] [--dry-run]',
  `  SOURCE         the inherited system that was switched off: ${SOURCE_NAMES.join(', ')}`,
  '  --reason TEXT  why, for whoever asks later; name nobody in it',
  '  --on DAY       since when its complaints are worked on here (YYYY-MM-DD): today, or a day before from its last extract on',
  '  --dry-run      tell what would go on, under which versions, and what is in the way; change nothing, and ask for no reason',
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
  const { on, 'dry-run': dryRun = false } = read.values;
  if (on !== undefined && !isDay(on)) return `"${excerpt(on)}" is no day: write it as YYYY-MM-DD.`;
  if ((reason.length === 0 && !dryRun) || reason.length > MOST_CHARACTERS)
    return `Say why, in 1 to ${MOST_CHARACTERS} characters.`;
  return { source, reason, dryRun, ...(on === undefined ? {} : { on }) };
}

const OPTIONS = {
  reason: { type: 'string' },
  on: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return isError(error) ? error.message : 'The command line cannot be read.';
  }
}
