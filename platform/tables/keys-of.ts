/** The names of an object's own properties, typed as such. */
export function keysOf<Properties extends object>(properties: Properties): (keyof Properties & string)[] {
  return Object.keys(properties).filter((key): key is keyof Properties & string =>
    Object.hasOwn(properties, key),
  );
}

/** An object with the same names, and for each what `change` makes of its value. */
export const mapValues = <Name extends string, Value, Changed>(
  values: Readonly<Record<Name, Value>>,
  change: (value: Value) => Changed,
): Record<Name, Changed> => fromNames(keysOf(values), (name) => change(values[name]));

/** An object's properties of these names alone. */
export const pick = <Name extends string, Value>(
  values: Readonly<Record<Name, Value>>,
  names: readonly Name[],
): Record<Name, Value> => fromNames(names, (name) => values[name]);

function fromNames<Name extends string, Value>(
  names: readonly Name[],
  read: (name: Name) => Value,
): Record<Name, Value> {
  const made = Object.fromEntries(names.map((name) => [name, read(name)]));
  // Always so; it tells the compiler which names there are.
  if (!hasEach(made, names)) throw new Error('A name was lost');
  return made;
}

const hasEach = <Name extends string, Value>(
  values: Record<string, Value>,
  names: readonly Name[],
): values is Record<Name, Value> => names.every((name) => Object.hasOwn(values, name));
