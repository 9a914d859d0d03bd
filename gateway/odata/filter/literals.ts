import { literalOf } from '../../../platform/records/literal';
import { shown, wrong } from '../../entrance/bad-input';
import type { Property } from '../entity-sets';
import type { Token } from './tokens';

/** How values of each type are written, for those who wrote another. */
const WRITTEN: Readonly<Record<Property['type'], string>> = {
  text: "a text in quotes, such as 'SCHOOLS'",
  integer: 'a whole number, such as 2',
  number: 'a number, such as 0.75',
  boolean: 'true or false',
  day: 'a day of the calendar without quotes, such as 2021-04-01',
  moment:
    'a moment to the microsecond at most, without quotes, such as 2021-04-01T00:00:00Z (a + of an address is written %2B)',
};

/** A value for a property as the database, and `evaluate`, read it. Throws a `Refusal` (400) that says how it is written. */
export function readLiteral({ kind, text, at }: Token, { name, type }: Property): string | null {
  if (kind === 'word' && text === 'null') return null;
  const isText = kind === 'text';
  const literal = isText === (type === 'text') ? readValue(type, text) : null;
  if (literal !== null && !(kind === 'word' && type !== 'boolean')) return literal;
  throw wrong(
    `$filter: at character ${at}, "${shown(text)}" is no value of \`${name}\`: write ${WRITTEN[type]}.`,
  );
}

function readValue(type: Property['type'], text: string): string | null {
  if (type !== 'number') return literalOf(type, text);
  return /^-?\d{1,15}(?:\.\d{1,15})?(?:[eE][-+]?\d{1,2})?$/.test(text) ? text : null;
}
