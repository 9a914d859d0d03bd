import { shown, wrong } from '../entrance/bad-input';
import { Refusal } from '../entrance/refusal';
import type { EntitySet } from './entity-sets';
import { notHere } from './not-here';
import { PATH } from './service-root';

/** What an address below the door names. */
export type Resource = { readonly of: 'service' } | { readonly of: 'metadata' } | SetResource;

/** Rows of a set, how many they are, or one of them. */
export type SetResource =
  | { readonly of: 'rows' | 'count'; readonly set: EntitySet }
  | { readonly of: 'entity'; readonly set: EntitySet; readonly key: string };

const SEGMENT = /^(\w+)(?:\((?:id=)?'((?:[^']|'')*)'\))?$/;

/** Reads what an address names. Throws a `Refusal`: 404 for what there is not, with what there is. */
export function readResource(pathname: string, sets: readonly EntitySet[]): Resource {
  const [first = '', second, third] = segmentsOf(pathname);
  if (first === '') return { of: 'service' };
  if (first === '$metadata' && second === undefined) return { of: 'metadata' };
  if (first.startsWith('$')) throw notHere(`${shown(first)} is not answered here. Ask sets one at a time.`);
  const [matched, name = '', quoted] = SEGMENT.exec(first) ?? [];
  const set = sets.find(
    (one) => one.name === name || (matched === undefined && first.startsWith(`${one.name}(`)),
  );
  if (set === undefined)
    throw new Refusal(
      404,
      'NOT_FOUND',
      `There is no set "${shown(first)}". There are ${sets.map((one) => one.name).join(', ')}.`,
    );
  if (matched === undefined)
    throw wrong(
      `One of ${set.name} is asked for by its id, as ${set.name}('ID'), a quote in it written twice.`,
    );
  if (quoted !== undefined) {
    if (second !== undefined) throw notHere('Properties by themselves are not answered here. Take $select.');
    return { of: 'entity', set, key: quoted.replaceAll("''", "'") };
  }
  if (second === undefined) return { of: 'rows', set };
  if (second === '$count' && third === undefined) return { of: 'count', set };
  throw new Refusal(404, 'NOT_FOUND', `Behind ${set.name} there is $count and nothing else.`);
}

/** What stands between the slashes, decoded after they were found; an empty end is none. */
function segmentsOf(pathname: string): string[] {
  const written = pathname.slice(PATH.length + 1).split('/');
  if (written.length > 1 && written.at(-1) === '') written.pop();
  try {
    return written.map(decodeURIComponent);
  } catch {
    throw wrong(
      'A % of an address is followed by the two digits of what it stands for; a % itself is written %25.',
    );
  }
}
