import { FILTER_PARTS, type Filter } from './parts';

/** Further parameters of an address, beside the filter's. */
export type Parameters = Readonly<
  Record<string, string | number | readonly (string | number)[] | null | undefined>
>;

/** The address of a page with a filter and further parameters; in one order, so that equal filters have equal addresses. */
export function addressOf(path: string, filter: Filter, parameters: Parameters = {}): string {
  const query = new URLSearchParams();
  for (const part of FILTER_PARTS) append(query, part, filter[part]);
  for (const [name, value] of Object.entries(parameters)) append(query, name, value);
  append(query, 'asAt', filter.asAt);
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

function append(query: URLSearchParams, name: string, value: Parameters[string] | object): void {
  if (value === null || value === undefined) return;
  for (const each of Array.isArray(value) ? value : [value]) query.append(name, String(each));
}
