import { parseArgs } from 'node:util';
import { excerpt, printable } from '../../imports/kit/printable';
import { isSourceName, SOURCE_NAMES, type SourceName } from '../../imports/sources';
import { isError } from '../../platform/postgres/error-code';

/** What the command was asked to do. */
export interface ImportArguments {
  readonly source: SourceName;
  readonly file: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

const USAGE = [
  'Usage: npm run --silent import -- SOURCE FILE [--dry-run] [--json]',
  `  SOURCE     ${listed(SOURCE_NAMES, 'or')}`,
  '  FILE       the export to load',
  '  --dry-run  tell what would happen, and keep nothing',
  '  --json     print one JSON object instead of a summary',
  '  --help     print this',
  '',
].join('\n');

/** A command line that asks for help, or one that is wrong. */
export type Unasked = { readonly help: string } | { readonly usage: string };

/** Reads the command line. Where it is wrong, gives what is wrong with it and how to write it. */
export function readArguments(args: readonly string[]): ImportArguments | Unasked {
  const read = parsed(args);
  if (typeof read === 'string') return { usage: `${printable(read)}\n\n${USAGE}` };
  if (read.values.help) return { help: USAGE };
  const [source, file, ...more] = read.positionals;
  if (source === undefined || file === undefined) return { usage: `Name a source and a file.\n\n${USAGE}` };
  if (more.length > 0) {
    return { usage: `One file at a time: "${excerpt(more.join(' '))}" is one too many.\n\n${USAGE}` };
  }
  if (!isSourceName(source)) {
    return {
      usage: `"${excerpt(source)}" cannot be loaded; ${listed(SOURCE_NAMES, 'and')} can.\n\n${USAGE}`,
    };
  }
  return { source, file, dryRun: read.values['dry-run'] ?? false, json: read.values.json ?? false };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
      allowPositionals: true,
    });
  } catch (error) {
    return isError(error) ? error.message : 'The command line cannot be read.';
  }
}

function listed(names: readonly string[], before: 'and' | 'or'): string {
  return `${names.slice(0, -1).join(', ')} ${before} ${names.at(-1)}`;
}
