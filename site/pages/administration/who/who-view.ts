import { streamName } from '../../../../domain/figures/names';
import type { WhoMayDoWhatQuery } from '../../../operations/__generated__/operations';

/** Roles beside what they may do: a row for each permission that any of them has. */
export function whoView({ roles, caller }: WhoMayDoWhatQuery) {
  const all = roles ?? [];
  const meanings = new Map(
    all.flatMap(({ permissions }) => permissions).map(({ scope, meaning }) => [scope, meaning]),
  );
  const rows = [...meanings].map(([scope, meaning]) => ({
    ...{ scope, meaning },
    cells: all.map(({ permissions }) => permissions.some((permission) => permission.scope === scope)),
  }));
  return { roles: all.map(({ name }) => name), rows, facts: caller === null ? [] : factsOf(caller) };
}

const listed = (names: readonly string[], none: string): string =>
  names.length === 0 ? none : names.join(', ');

/** What holds for the visitor, as their sign-in says. */
function factsOf({ subject, role, streams, services, partner }: NonNullable<WhoMayDoWhatQuery['caller']>) {
  return [
    { name: 'Your sign-in', value: subject },
    { name: 'Your role', value: role.name },
    {
      name: 'Cleared for people of',
      value: listed(
        streams.map((stream) => streamName(stream.toUpperCase())),
        'no stream',
      ),
    },
    { name: 'Services that you manage', value: listed(services, 'none') },
    ...(partner === null ? [] : [{ name: 'Partner', value: partner }]),
  ];
}
