import { z } from 'zod';
import { shown } from '../entrance/bad-input';

/** What is wrong with arguments, in sentences: where, and what there is instead. */
export const argumentProblems = ({ issues }: z.ZodError, input: z.ZodObject): string =>
  issues.map((issue) => sentenceOf(issue, input)).join(' ');

function sentenceOf(issue: z.core.$ZodIssue, input: z.ZodObject): string {
  const place = placeOf(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return `There is no ${listed(issue.keys)}${place === '' ? '' : ` in \`${place}\``}. There are ${listed(keysAt(input, issue.path)) || 'no arguments'}.`;
    case 'invalid_value':
      return `\`${place}\` is none of those that there are. Write ${listed(issue.values.map(String))}.`;
    default:
      return `\`${place === '' ? 'arguments' : place}\`: ${issue.message}.`;
  }
}

/** What can be written at a place of the arguments. */
function keysAt(input: z.ZodObject, path: readonly PropertyKey[]): string[] {
  const found = path.reduce<unknown>(
    (model, key) => (model instanceof z.ZodObject ? within(model.shape[String(key)]) : model),
    input,
  );
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

const within = (model: unknown): unknown => (model instanceof z.ZodOptional ? model.unwrap() : model);

/** `where.streams[0]` */
const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');

const listed = (names: readonly string[]): string => names.map((name) => `\`${shown(name)}\``).join(', ');
