/** The rows with the highest version of each key; of equal versions the first. They are one state told twice. */
export function newestByKey<Row extends { readonly version: number }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Row[] {
  const newest = new Map<string, Row>();
  for (const row of rows) {
    const held = newest.get(keyOf(row));
    if (!held || row.version > held.version) newest.set(keyOf(row), row);
  }
  return [...newest.values()];
}
