import { z } from 'zod';
import { plainText } from './fields';
import type { SettingProblem } from './settings-error';

/** What of a claim stands for which of our names, the first pairs first. */
export type ClaimValues = readonly { readonly value: string; readonly name: string }[];

/** Where in a token something stands, and how it is read. */
export interface ClaimRule {
  /** The claim's name, or a way into one: names divided by dots. */
  readonly path: string;
  /** Null where the claim has our own names in it. */
  readonly values: ClaimValues | null;
}

/** How a sign-in service's tokens say who somebody is and what they are cleared for. */
export interface ClaimRules {
  readonly subjectPath: string;
  readonly role: ClaimRule;
  readonly streams: ClaimRule;
  readonly services: ClaimRule;
  readonly partner: ClaimRule;
}

const NAME = /^[\w-]{1,64}$/;

const VALUES_ERROR =
  'is no list of pairs. Write VALUE=NAME for each, divided by ";", such as Complaints.Admin=admin; Complaints.Analyst=analyst.';

/** `VALUE=NAME; VALUE=NAME …`: the last "=" of each pair divides it, since values may be names of a directory (`CN=…`). */
const claimValues = z.string().transform((text, context): ClaimValues => {
  const pairs = text.split(';').map((pair) => pair.trim());
  if (pairs.at(-1) === '') pairs.pop();
  const values = pairs.map((pair) => {
    const at = pair.lastIndexOf('=');
    return { value: pair.slice(0, Math.max(at, 0)).trim(), name: pair.slice(at + 1).trim() };
  });
  if (values.length > 0 && values.every(({ value, name }) => value !== '' && NAME.test(name))) return values;
  context.addIssue({ code: 'custom', message: VALUES_ERROR });
  return z.NEVER;
});

/** Where in a token stands what. Without these, claims have our own names. */
export const claimModel = z.object({
  TOKEN_SUBJECT_CLAIM: plainText.default('sub'),
  TOKEN_ROLE_CLAIM: plainText.default('role'),
  TOKEN_ROLE_VALUES: claimValues.optional(),
  TOKEN_STREAMS_CLAIM: plainText.default('streams'),
  TOKEN_STREAMS_VALUES: claimValues.optional(),
  TOKEN_SERVICES_CLAIM: plainText.default('services'),
  TOKEN_SERVICES_VALUES: claimValues.optional(),
  TOKEN_PARTNER_CLAIM: plainText.default('partner'),
  TOKEN_PARTNER_VALUES: claimValues.optional(),
});

type Claims = z.output<typeof claimModel>;

/** The rules that these settings make. */
export const claimRulesOf = (claims: Claims): ClaimRules => ({
  subjectPath: claims.TOKEN_SUBJECT_CLAIM,
  role: { path: claims.TOKEN_ROLE_CLAIM, values: claims.TOKEN_ROLE_VALUES ?? null },
  streams: { path: claims.TOKEN_STREAMS_CLAIM, values: claims.TOKEN_STREAMS_VALUES ?? null },
  services: { path: claims.TOKEN_SERVICES_CLAIM, values: claims.TOKEN_SERVICES_VALUES ?? null },
  partner: { path: claims.TOKEN_PARTNER_CLAIM, values: claims.TOKEN_PARTNER_VALUES ?? null },
});

/** The names that there are; what is not given is not checked. */
export interface KnownNames {
  readonly roles?: readonly string[] | undefined;
  readonly streams?: readonly string[] | undefined;
}

/** What of settings that can be read each by itself would let nobody in, or the wrong ones. */
export function claimProblems(claims: Claims, known: KnownNames): SettingProblem[] {
  return [
    ...unknownNames('TOKEN_ROLE_VALUES', claims.TOKEN_ROLE_VALUES, known.roles),
    ...unknownNames('TOKEN_STREAMS_VALUES', claims.TOKEN_STREAMS_VALUES, known.streams),
    ...secondNames('TOKEN_ROLE_VALUES', claims.TOKEN_ROLE_VALUES),
    ...secondNames('TOKEN_PARTNER_VALUES', claims.TOKEN_PARTNER_VALUES),
    ...sharedClaims(claims),
  ];
}

function unknownNames(
  setting: string,
  values: ClaimValues | undefined,
  known: readonly string[] | undefined,
): SettingProblem[] {
  const unknown = values?.filter(({ name }) => known !== undefined && !known.includes(name)) ?? [];
  return [...new Set(unknown.map(({ name }) => name))].map((name) => ({
    setting,
    says: `makes "${name}" of a value, which there is not. Write one of: ${known?.join(', ')}.`,
  }));
}

/** Where one name alone can hold, a value's second one never would. */
function secondNames(setting: string, values: ClaimValues = []): SettingProblem[] {
  const again = values.filter(({ value }, place) => values.findIndex((each) => each.value === value) < place);
  return again.map(({ value }) => ({
    setting,
    says: `has the value "${value}" twice, and the first would hold. Write it once.`,
  }));
}

const KINDS = ['ROLE', 'STREAMS', 'SERVICES', 'PARTNER'] as const;

/** One list of groups may say everything, but then nothing of it is one of our own names. */
function sharedClaims(claims: Claims): SettingProblem[] {
  const shared = KINDS.filter(
    (kind) =>
      claims[`TOKEN_${kind}_VALUES`] === undefined &&
      KINDS.some(
        (other) => other !== kind && claims[`TOKEN_${other}_CLAIM`] === claims[`TOKEN_${kind}_CLAIM`],
      ),
  );
  return shared.map((kind) => ({
    setting: `TOKEN_${kind}_CLAIM`,
    says: `is "${claims[`TOKEN_${kind}_CLAIM`]}", where something else stands too. Write TOKEN_${kind}_VALUES, which says what of it is meant.`,
  }));
}
