import { shown, wrong } from '../entrance/bad-input';
import { type EntitySet, KEY } from './entity-sets';
import { notHere } from './not-here';

/** In which order rows come: the last property tells each from every other. */
export interface Order {
  readonly order: readonly string[];
  readonly descending: boolean;
}

/** Reads `$orderby`. Throws a `Refusal`: 400 for what is no property, 501 for an order that is not kept, with those that are. */
export function readOrder({ name: set, properties }: EntitySet, orderby: string | null): Order {
  if (orderby === null) return { order: [KEY], descending: false };
  const sortable = properties.flatMap(({ name, sortable: isKept }) => (isKept ? [name] : []));
  const parts = orderby.split(',').map((part) => {
    const [, name = '', direction = 'asc'] = /^\s*(\w+)(?:\s+(asc|desc))?\s*$/.exec(part) ?? [];
    if (!properties.some((one) => one.name === name))
      throw wrong(`$orderby: "${shown(part)}" is no property of ${set} with asc or desc after it.`);
    if (!sortable.includes(name))
      throw notHere(
        `$orderby: rows of ${set} are kept in the order of ${sortable.join(', ')}. Sort otherwise where you read them.`,
      );
    return { name, isDescending: direction === 'desc' };
  });
  const descending = parts[0]?.isDescending ?? false;
  if (parts.some(({ isDescending }) => isDescending !== descending))
    throw notHere('$orderby: all properties are in one direction, asc or desc.');
  const names = parts.map(({ name }) => name);
  const again = names.find((name, place) => names.indexOf(name) !== place);
  if (again !== undefined) throw wrong(`$orderby names ${again} twice.`);
  // What follows the key decides nothing any more.
  const place = names.indexOf(KEY);
  return { order: place === -1 ? [...names, KEY] : names.slice(0, place + 1), descending };
}
