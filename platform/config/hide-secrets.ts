import { inspect } from 'node:util';

const HIDDEN = '[hidden]';

/** `value`, whose `secrets` can be read but are hidden when it is printed, logged or written as JSON. */
export function hideSecrets<Value extends object>(value: Value, secrets: readonly (keyof Value)[]): Value {
  const shown = (): object => ({
    ...value,
    ...Object.fromEntries(secrets.filter((key) => value[key] !== null).map((key) => [key, HIDDEN])),
  });
  Object.defineProperty(value, 'toJSON', { value: shown });
  Object.defineProperty(value, inspect.custom, { value: shown });
  return value;
}
