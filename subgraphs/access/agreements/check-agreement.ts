import { SCOPES_OF_PART } from '../../../platform/identity/scopes';
import { isIsoDay } from '../../../platform/server/read-day';
import type { Refused } from '../../../platform/server/refusal';
import type { AgreementRow } from '../tables';

/** An agreement as somebody writes it. */
export interface WrittenAgreement {
  readonly name: string;
  readonly purpose: string;
  readonly lawfulBasis: string;
  readonly streams: readonly string[];
  readonly parts: readonly string[];
  readonly smallNumbersBelow?: number | null | undefined;
  readonly startsOn: unknown;
  readonly endsOn: unknown;
  readonly signedForCouncil: string;
  readonly signedForPartner: string;
}

/** What is agreed, as it can be kept. */
export type AgreementPlan = Omit<
  AgreementRow,
  'version' | 'made_by' | 'made_at' | 'ended_by' | 'ended_at' | 'ended_because'
>;

export interface AgreementUnusable extends Refused<'AgreementUnusable'> {
  readonly part: string;
}

const PLAIN_NAME = /^[\w-]{1,64}$/;
/** How long each text may be, by the name that it has in the command. */
const MOST_CHARACTERS = {
  ...{ name: 100, purpose: 1_000, lawfulBasis: 1_000 },
  ...{ signedForCouncil: 200, signedForPartner: 200 },
} as const;
const TEXTS = ['name', 'purpose', 'lawfulBasis', 'signedForCouncil', 'signedForPartner'] as const;
/** A rule that hides more than this leaves no figure to be shown. */
const MOST_SMALL = 100;

/** The agreement as it can be kept, or what is wrong with its first part that is. */
export function checkAgreement(
  partner: string,
  written: WrittenAgreement,
): AgreementPlan | AgreementUnusable {
  if (!PLAIN_NAME.test(partner))
    return unusable('partner', 'Write the id of the partner as tokens name it, such as stockport-homes.');
  const { startsOn, endsOn } = written;
  if (!isDay(startsOn)) return unusable('startsOn', 'Write the first day.');
  if (!isDay(endsOn) || endsOn < startsOn)
    return unusable('endsOn', 'Write the last day: the first one, or later.');
  return textUnusable(written) ?? scopeUnusable(written) ?? planOf(partner, { ...written, startsOn, endsOn });
}

/** What is wrong with the version that a change begins from; null for a number that a version has, or 0. */
export const basisUnusable = (basedOnVersion: number): AgreementUnusable | null =>
  basedOnVersion < 0
    ? unusable('basedOnVersion', 'Write the version that was read, or 0 for a partner without an agreement.')
    : null;

/** What is said of a version of an agreement that there never was. */
export const nothingToChange = (): AgreementUnusable =>
  unusable('basedOnVersion', 'There never was an agreement with this partner: write 0 to make one.');

const isDay = (value: unknown): value is string => typeof value === 'string' && isIsoDay(value);

function textUnusable(written: WrittenAgreement): AgreementUnusable | null {
  const wrong = TEXTS.find((part) => {
    const { length } = written[part].trim();
    return length === 0 || length > MOST_CHARACTERS[part];
  });
  return wrong === undefined
    ? null
    : unusable(wrong, `Write 1 to ${MOST_CHARACTERS[wrong]} characters besides spaces at the ends.`);
}

function scopeUnusable({ parts, smallNumbersBelow: below }: WrittenAgreement): AgreementUnusable | null {
  if (parts.length === 0 || !parts.every((part) => Object.hasOwn(SCOPES_OF_PART, part)))
    return unusable('parts', 'Say what it opens: at least one part.');
  if (below === null || below === undefined) return null;
  if (below < 2 || below > MOST_SMALL)
    return unusable('smallNumbersBelow', `Write 2 to ${MOST_SMALL}, or nothing where there is no such rule.`);
  if (parts.every((part) => part === 'FIGURES')) return null;
  return unusable(
    'smallNumbersBelow',
    'Open figures alone, or leave this out: whoever sees cases can count them.',
  );
}

const planOf = (
  partner: string,
  written: WrittenAgreement & { readonly startsOn: string; readonly endsOn: string },
): AgreementPlan => ({
  partner,
  ...{ name: written.name.trim(), purpose: written.purpose.trim(), lawful_basis: written.lawfulBasis.trim() },
  streams: sorted(written.streams.map((stream) => stream.toLowerCase())),
  parts: sorted(written.parts),
  small_numbers_below: written.smallNumbersBelow ?? null,
  ...{ starts_on: written.startsOn, ends_on: written.endsOn },
  signed_for_council: written.signedForCouncil.trim(),
  signed_for_partner: written.signedForPartner.trim(),
});

const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();

const unusable = (part: string, message: string): AgreementUnusable => ({
  __typename: 'AgreementUnusable',
  code: 'AGREEMENT_UNUSABLE',
  ...{ message, part },
});
