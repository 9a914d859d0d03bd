import { badUserInput } from '../../../platform/server/errors';

/** An argument's value under its new name and the name that it had before. */
export interface Renamed {
  readonly name: string;
  readonly value: string | null | undefined;
  readonly before: { readonly name: string; readonly value: string | null | undefined };
}

/** The value of an argument that has a new name beside its old one. Throws BAD_USER_INPUT unless exactly one is given. */
export function givenOnce({ name, value, before }: Renamed): string {
  const given = [value, before.value].flatMap((each) => each ?? []);
  const [only] = given;
  if (only !== undefined && given.length === 1) return only;
  throw badUserInput(
    given.length === 0
      ? `\`${name}\` is missing.`
      : `\`${before.name}\` is the old name of \`${name}\`: give \`${name}\` alone.`,
  );
}
