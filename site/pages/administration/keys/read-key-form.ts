import { ownOf } from '../../../../platform/tables/own-of';
import type { Problem } from '../../../forms/problem';
import type { CreateKeyMutationVariables, Stream } from '../../../operations/__generated__/operations';

/** The fields of the form that makes a key. */
export const KEY_FIELDS = [
  ...(['command', 'name', 'owner', 'role', 'streams', 'services'] as const),
  ...(['partner', 'addresses', 'expiresInDays', 'isSandbox'] as const),
] as const;
/** What a form says; without a partner, say, that is ''. */
export type KeyTyped = Readonly<Record<(typeof KEY_FIELDS)[number], string>>;

const STREAMS: Readonly<Record<string, Stream>> = {
  ...{ corporate: 'CORPORATE', adults: 'ADULTS', childrens: 'CHILDRENS', schools: 'SCHOOLS' },
};

/** What a form asks for, or what of it cannot be asked for. */
export function readKeyForm(
  typed: KeyTyped,
): CreateKeyMutationVariables | { readonly problems: readonly Problem[] } {
  const named = listed(typed.streams);
  const streams = named.flatMap((name) => ownOf(STREAMS, name.toLowerCase()) ?? []);
  const days = Number(typed.expiresInDays);
  const problems: Problem[] = [
    ...(streams.length < named.length
      ? [{ field: 'streams', says: `Write streams as they are called: ${Object.keys(STREAMS).join(', ')}.` }]
      : []),
    ...daysProblems(typed.expiresInDays),
  ];
  if (problems.length > 0) return { problems };
  const { command, name, owner, role, partner } = typed;
  return {
    command,
    key: {
      ...{ name, owner, role, streams, expiresInDays: days },
      ...{ services: listed(typed.services), addresses: listed(typed.addresses) },
      partner: partner === '' ? null : partner,
      isSandbox: typed.isSandbox === 'yes',
    },
  };
}

/** What is wrong with how long a key is to hold, as it was typed. */
export const daysProblems = (days: string): readonly Problem[] =>
  /^\d{1,6}$/.test(days) ? [] : [{ field: 'expiresInDays', says: 'Write how many days, as a number.' }];

const listed = (text: string): string[] => text.split(/[\s,]+/).filter((each) => each !== '');
