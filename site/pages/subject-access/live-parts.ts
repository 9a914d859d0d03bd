import { londonDayOf } from '../../../domain/calendar/day';
import { dayWords } from '../../../domain/figures/days';
import type { SubjectAccessQuery } from '../../operations/__generated__/operations';

type Live = NonNullable<NonNullable<SubjectAccessQuery['complaint']>['casework']>;
type Named = readonly (readonly [string, string | null])[];

/** What is kept of a complaint that is worked on here, by titles: everybody in it, all that was written, its letters, drafts too, and its documents by name: what they hold is sent beside it. */
export function livePairs(
  live: Live | null | undefined,
): readonly { readonly title: string; readonly pairs: Named }[] {
  if (!live) return [];
  const parties = (live.parties ?? []).map(({ kind, ...party }, index) => ({
    title: `Person ${index + 1}, ${kind.toLowerCase().replaceAll('_', ' ')}`,
    pairs: [
      ['Relationship', party.relationship],
      ['Name', [party.title, party.forename, party.surname].filter((part) => part !== null).join(' ')],
      ['Email', party.email],
      ['Telephone', party.telephone],
      ['Address', party.address],
      ['Postcode', party.postcode],
      ['Born on', party.bornOn],
    ] as const,
  }));
  const entries = (live.timeline?.edges ?? []).flatMap(({ node }) => (node === null ? [] : [node])).reverse();
  const written = entries.map(({ place, text, on, words }) => ({
    title: `What happened, ${place}`,
    pairs: [
      ['What', on === null ? text : `${text} ${dayWords(on)}`],
      ...(words ?? []).map((each) => [partName(each.part), each.words] as const),
    ] as const,
  }));
  const documents = (live.documents ?? []).map(({ name, mediaType, attachedAt, leftOut }, index) => ({
    title: `Document ${index + 1}`,
    pairs: [
      ['Name', name],
      ['Kind', mediaType],
      ['Attached on', dayWords(londonDayOf(new Date(attachedAt)))],
      ['Content', 'Sent beside this, once what tells of others is taken out of it'],
      ...leftOut.map((left) => ['Came with it, and was not kept', left.name] as const),
    ] as const,
  }));
  const letters = (live.letters ?? []).map(({ subject, status, begunAt, addressee, paragraphs }, index) => ({
    title: `Letter ${index + 1}, ${status.toLowerCase().replaceAll('_', ' ')}`,
    pairs: [
      ['About', subject],
      ['Begun on', dayWords(londonDayOf(new Date(begunAt)))],
      ['To', [addressee?.name, ...(addressee?.lines ?? []), addressee?.email].filter(Boolean).join(', ')],
      ...paragraphs.map(({ text }) => ['Text', text] as const),
    ] as const,
  }));
  return [...parties, ...written, ...letters, ...documents];
}

/** The name of a part of what was written: `Point 1`. */
const partName = (part: string): string =>
  `${part.charAt(0)}${part.slice(1).toLowerCase().replaceAll('_', ' ')}`;
