import { createHash } from 'node:crypto';
import { dayWords } from '../../../domain/figures/days';
import { findingName } from '../../../domain/figures/names';
import type { ComplaintPeopleQuery, SubjectAccessQuery } from '../../operations/__generated__/operations';
import { peopleOf } from '../complaint/people-view';
import { livePairs } from './live-parts';
import { strikeOut } from './strike-out';

/** One thing that is kept, by a name that it has alone. */
export interface Entry {
  readonly key: string;
  readonly name: string;
  readonly value: string;
}

/** Entries that belong together. */
export interface Part {
  readonly title: string;
  readonly entries: readonly Entry[];
}

type Kept = NonNullable<SubjectAccessQuery['complaint']>;
type People = NonNullable<ComplaintPeopleQuery['complaint']>;

/** All that is kept of a complaint: who complained and what was said, what the council did, and each row as it came. */
export function partsOf(kept: Kept, people: People): readonly Part[] {
  const { accounts, others } = peopleOf(people);
  const stages = kept.stages ?? [];
  return [
    ...accounts.map(({ title, facts, summary }) =>
      part(`Who complained and what was said, ${title.toLowerCase()}`, [
        ...facts.map(({ name, value }) => [name, value] as const),
        ['What was said', summary],
      ]),
    ),
    part(
      'The person whom it concerns, and who looked into it',
      others.map(({ name, value }) => [name, value]),
    ),
    ...livePairs(kept.casework).map(({ title, pairs }) => part(title, pairs)),
    ...stages.map(({ stage, ...did }) =>
      part(`What the council did, stage ${stage}`, [
        ['Reference', did.reference],
        ['Received on', did.receivedOn],
        ['Due on', did.dueOn],
        ['Answered on', did.answeredOn],
        ['Finding', findingName(did.outcome)],
        ['Service', did.service],
      ]),
    ),
    ...stages.map(({ stage, lineage }) =>
      part(
        `As the inherited system holds it (${lineage?.source ?? 'not named'}), stage ${stage}`,
        (lineage?.cells ?? []).map(({ column, value }) => [column, value]),
      ),
    ),
  ].filter(({ entries }) => entries.length > 0);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The same as a letter has it: days in words, and the day on which it was approved. */
export const lettered = <View extends { readonly approvedAt: string; readonly parts: readonly Lettered[] }>(
  view: View,
) => ({
  ...view,
  approvedOn: dayWords(view.approvedAt.slice(0, 10)),
  parts: view.parts.map(({ title, entries }) => ({
    title,
    entries: entries.map(({ name, value }) => ({ name, value: DAY.test(value) ? dayWords(value) : value })),
  })),
});

interface Lettered {
  readonly title: string;
  readonly entries: readonly Omit<Entry, 'key'>[];
}

function part(title: string, pairs: readonly (readonly [string, string | null])[]): Part {
  return {
    title,
    entries: pairs.flatMap(([name, value]) =>
      value === null || value === '' ? [] : [{ key: `${title}: ${name}`, name, value }],
    ),
  };
}

/** What is mostly about somebody else: staff who handled or looked into it. */
const OF_OTHERS = /officer|independent ?person|panel/i;

/** Whether a field is left out unless somebody puts it in. */
export const isOfOthers = ({ name }: Entry): boolean => OF_OTHERS.test(name);

/** What somebody left out, and struck out. */
export interface Redactions {
  readonly leftOut: readonly string[];
  readonly struck: readonly string[];
}

const LEFT_OUT = 'Left out: it tells of somebody else';

/** The same parts as they may leave: what is left out says so, and what is struck out is nowhere, in capitals or not. */
export function redacted(parts: readonly Part[], { leftOut, struck }: Redactions): readonly Part[] {
  const isLeftOut = new Set(leftOut);
  return parts.map(({ title, entries }) => ({
    title,
    entries: entries.map((entry) => ({
      ...entry,
      value: isLeftOut.has(entry.key) ? LEFT_OUT : strikeOut(entry.value, struck),
    })),
  }));
}

/** By what it is known whether anything that is kept has changed. */
export const hashOf = (parts: readonly Part[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');
