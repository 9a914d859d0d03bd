import { FileRefused } from '../record';

/**
 * The source's column name for each cell of the header, so that columns may stand in another order. Names are
 * compared without case and surrounding spaces; blank cells after the last name are ignored.
 * Throws `FileRefused`: MISSING_COLUMN when columns are only missing, WRONG_HEADER for any other difference.
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
  const ours = new Map(header.map((name) => [name.toLowerCase(), name]));
  const keys = names.map((name) => name.toLowerCase());
  const missing = header.filter((name) => !keys.includes(name.toLowerCase()));
  const unknown = names.filter((name) => !ours.has(name.toLowerCase()));
  const twice = header.filter((name) => keys.filter((key) => key === name.toLowerCase()).length > 1);
  if (missing.length + unknown.length + twice.length > 0)
    throw refusal({ missing, unknown, twice, line, header });
  return keys.map((key) => ours.get(key) ?? key);
}

interface Difference {
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  readonly twice: readonly string[];
  readonly line: number;
  readonly header: readonly string[];
}

function refusal({ missing, unknown, twice, line, header }: Difference): FileRefused {
  const onlyMissing = unknown.length + twice.length === 0;
  const parts = [
    missing.length > 0 ? `missing: ${listed(missing)}` : '',
    unknown.length > 0 ? `unknown: ${listed(unknown)}` : '',
    twice.length > 0 ? `more than once: ${listed(twice)}` : '',
  ].filter((part) => part !== '');
  return new FileRefused(
    onlyMissing ? 'MISSING_COLUMN' : 'WRONG_HEADER',
    `The header in line ${line} is not the one of this source (${parts.join('; ')}). ` +
      `It has to name these columns: ${listed(header)}. Check that the right file was chosen, or export it again.`,
  );
}

const LONGEST_LIST = 40;
const LONGEST_NAME = 60;

/** A file of something else can have a "header" of any size and content, so only a part of it is repeated. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, LONGEST_LIST).map((name) => `"${name.slice(0, LONGEST_NAME)}"`);
  const more = names.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function withoutBlankEnd(names: readonly string[]): readonly string[] {
  return names.slice(0, names.findLastIndex((name) => name !== '') + 1);
}
