import type { z } from 'zod';

/** A value is shown so far: enough to find it. */
const SHOWN = 40;

/** What is wrong with arguments, in sentences: where, and what there is. */
export const argumentProblems = ({ issues }: z.ZodError): string => issues.map(sentenceOf).join(' ');

function sentenceOf(issue: z.core.$ZodIssue): string {
  const place = placeOf(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return `There is no ${listed(issue.keys)}${place === '' ? '' : ` in \`${place}\``}. The tool's schema says what there is.`;
    case 'invalid_value':
      return `\`${place}\` is none of those that there are. Write ${listed(issue.values.map(String))}.`;
    default:
      return `\`${place === '' ? 'arguments' : place}\`: ${issue.message}.`;
  }
}

/** `where.streams[0]` */
const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');

const listed = (names: readonly string[]): string =>
  names.map((name) => `\`${name.length > SHOWN ? `${name.slice(0, SHOWN)}…` : name}\``).join(', ');
