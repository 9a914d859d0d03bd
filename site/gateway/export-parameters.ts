/** A filter of the graph as an address has it: lists by commas, a comma of a name as `\,`. */
export function parametersOf(where: Readonly<Record<string, unknown>>): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(where)) {
    if (value === undefined || value === null) continue;
    const items = Array.isArray(value) ? value : [value];
    parameters.append(name, items.map((item) => String(item).replaceAll(',', '\\,')).join(','));
  }
  return parameters;
}
