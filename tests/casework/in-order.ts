/** A value as JSON, the keys of its objects in order: equal values are written alike. */
export const asText = (value: unknown): string => JSON.stringify(value, inOrder) ?? 'nothing';

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : Number(a > b))));
}
