import { ownOf } from '../../../platform/tables/own-of';
import { dayFields, dayTyped, readDayFields } from '../../forms/day-field';
import type { Problem } from '../../forms/problem';
import type {
  AgreementLineFragment,
  AgreementPart,
  SaveAgreementMutationVariables,
  Stream,
} from '../../operations/__generated__/operations';

/** The fields of the form that makes or changes an agreement. */
export const AGREEMENT_FIELDS: readonly string[] = [
  ...['partner', 'version', 'name', 'purpose', 'lawfulBasis', 'streams', 'parts', 'smallNumbersBelow'],
  ...['signedForCouncil', 'signedForPartner', ...dayFields('startsOn'), ...dayFields('endsOn')],
];
/** What a form says. */
export type AgreementTyped = Readonly<Record<string, string>>;

const STREAMS: Readonly<Record<string, Stream>> = {
  ...{ corporate: 'CORPORATE', adults: 'ADULTS', childrens: 'CHILDRENS', schools: 'SCHOOLS' },
};

/** What an agreement may open, as the form offers it. */
export const PART_CHOICES: readonly {
  readonly value: string;
  readonly text: string;
  readonly parts: readonly AgreementPart[];
}[] = [
  { value: 'all', text: 'Figures, cases and events', parts: ['FIGURES', 'CASES', 'EVENTS'] },
  { value: 'both', text: 'Figures and cases', parts: ['FIGURES', 'CASES'] },
  { value: 'figures', text: 'Figures alone', parts: ['FIGURES'] },
  { value: 'told', text: 'Cases and events', parts: ['CASES', 'EVENTS'] },
  { value: 'cases', text: 'Cases alone', parts: ['CASES'] },
];

/** What a form asks for, or what of it cannot be asked for. */
export function readAgreementForm(
  typed: AgreementTyped,
): SaveAgreementMutationVariables | { readonly problems: readonly Problem[] } {
  const named = (typed.streams ?? '').split(/[\s,]+/).filter((each) => each !== '');
  const streams = named.flatMap((name) => ownOf(STREAMS, name.toLowerCase()) ?? []);
  const starts = readDayFields(typed, 'startsOn', 'the first day');
  const ends = readDayFields(typed, 'endsOn', 'the last day');
  const problems: Problem[] = [
    ...(streams.length < named.length
      ? [{ field: 'streams', says: `Write streams as they are called: ${Object.keys(STREAMS).join(', ')}.` }]
      : []),
    ...(/^\d{0,4}$/.test(typed.smallNumbersBelow ?? '')
      ? []
      : [{ field: 'smallNumbersBelow', says: 'Write a number, or nothing.' }]),
    ...[starts, ends].flatMap(({ problem }) => (problem === null ? [] : [problem])),
  ];
  if (problems.length > 0 || starts.day === null || ends.day === null) return { problems };
  const { partner = '', name = '', purpose = '', lawfulBasis = '' } = typed;
  const { signedForCouncil = '', signedForPartner = '', smallNumbersBelow = '' } = typed;
  return {
    partner,
    basedOnVersion: Number(typed.version) || 0,
    agreement: {
      ...{ name, purpose, lawfulBasis, streams, signedForCouncil, signedForPartner },
      parts: PART_CHOICES.find(({ value }) => value === typed.parts)?.parts ?? [],
      smallNumbersBelow: smallNumbersBelow === '' ? null : Number(smallNumbersBelow),
      ...{ startsOn: starts.day, endsOn: ends.day },
    },
  };
}

/** What the form says of an agreement that stands. */
export function typedOf(agreement: AgreementLineFragment): AgreementTyped {
  const { partner, name, purpose, lawfulBasis, signedForCouncil, signedForPartner } = agreement;
  const { parts } = agreement;
  const choice = PART_CHOICES.find(
    (each) => each.parts.length === parts.length && each.parts.every((part) => parts.includes(part)),
  );
  return {
    ...{ partner, name, purpose, lawfulBasis, signedForCouncil, signedForPartner },
    ...{ version: String(agreement.version), streams: agreement.streams.join(', ').toLowerCase() },
    parts: choice?.value ?? 'all',
    smallNumbersBelow: agreement.smallNumbersBelow === null ? '' : String(agreement.smallNumbersBelow),
    ...{ ...dayTyped('startsOn', agreement.startsOn), ...dayTyped('endsOn', agreement.endsOn) },
  };
}
