import { excerpt } from '../../kit/printable';
import { FileRefused } from '../../record';
import { foldName } from './header-name';
import { looksLikeColumn, sourceWith } from './known-headers';

/**
 * The source's column name for each cell of the header, so that columns may stand in another order. Names are
 * compared as `foldName` folds them; blank cells after the last name are ignored.
 * Throws `FileRefused`: MISSING_COLUMN when columns are only missing, WRONG_HEADER for any other difference. It repeats
 * no name but those of columns that some source has: a file without a header begins with somebody's data.
 */
export function columnsOf({
  written,
  header,
  line,
}: {
  written: readonly string[];
  header: readonly string[];
  line: number;
}): readonly string[] {
  const names = withoutBlankEnd(written.map((cell) => cell.trim()));
  const ours = new Map(header.map((name) => [foldName(name), name]));
  const keys = names.map(foldName);
  const missing = header.filter((name) => !keys.includes(foldName(name)));
  const unknown = names.filter((name) => !ours.has(foldName(name)));
  const twice = header.filter((name) => keys.filter((key) => key === foldName(name)).length > 1);
  if (missing.length + unknown.length + twice.length > 0)
    throw refusal({ names, missing, unknown, twice, line, header });
  return keys.map((key) => ours.get(key) ?? key);
}

interface Difference {
  readonly names: readonly string[];
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  readonly twice: readonly string[];
  readonly line: number;
  readonly header: readonly string[];
}

function refusal({ names, missing, unknown, twice, line, header }: Difference): FileRefused {
  const onlyMissing = unknown.length + twice.length === 0;
  const code = onlyMissing ? 'MISSING_COLUMN' : 'WRONG_HEADER';
  const other = sourceWith(names, header);
  if (other !== null) {
    return new FileRefused(
      code,
      `The header in line ${line} is not the one of this source but of "${other}". ` +
        'Import the file as that, or choose the right file.',
    );
  }
  const all = `It has to name these columns: ${listed(header)}.`;
  if (missing.length === header.length) {
    return new FileRefused(
      code,
      `Line ${line} is not the header of this source: it names none of its columns. ${all} ` +
        'Check that the right file was chosen, and that it was exported with its header.',
    );
  }
  const parts = [
    missing.length > 0 ? `missing: ${listed(missing)}` : '',
    unknown.length > 0 ? unknownIn(unknown, header) : '',
    twice.length > 0 ? `more than once: ${listed(twice)}` : '',
  ].filter((part) => part !== '');
  return new FileRefused(
    code,
    `The header in line ${line} is not the one of this source (${parts.join('; ')}). ${all} ` +
      'Check that the right file was chosen, or export it again.',
  );
}

/** How many names are not known. In a file without a header they are somebody's data: few of them may be repeated. */
function unknownIn(unknown: readonly string[], header: readonly string[]): string {
  const alike = unknown.filter((name) => looksLikeColumn(name, header));
  return `unknown: ${unknown.length}${alike.length > 0 ? `, among them ${listed(alike)}` : ''}`;
}

const LONGEST_LIST = 40;

function listed(names: readonly string[]): string {
  const repeated = names.slice(0, LONGEST_LIST).map((name) => `"${excerpt(name)}"`);
  const more = names.length - repeated.length;
  return repeated.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function withoutBlankEnd(names: readonly string[]): readonly string[] {
  return names.slice(0, names.findLastIndex((name) => foldName(name) !== '') + 1);
}
