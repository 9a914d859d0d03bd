import { londonDayOf } from '../../../domain/calendar/day';
import { dayWords } from '../../../domain/figures/days';
import type { Direction, Rag } from '../../operations/__generated__/operations';
import type { NameOf } from '../../server/person-names';

/** How a figure stands to its target, in a word: no colour tells it alone. */
export const RAG_WORDS: Readonly<Record<Rag, string>> = { GREEN: 'Green', AMBER: 'Amber', RED: 'Red' };

/** Which way a figure went. */
export const DIRECTION_WORDS: Readonly<Record<Direction, string>> = {
  BETTER: 'Better',
  SAME: 'The same',
  WORSE: 'Worse',
  CHANGED: 'Changed',
};

/** The day of a moment in London: "15 October 2021". */
export const momentDay = (moment: string): string => dayWords(londonDayOf(new Date(moment)));

/** What a version of a report is told by. */
interface Version {
  readonly version: number;
  readonly state: string;
  readonly openedBy: string;
  readonly openedAt: string;
  readonly frozenBy: string | null;
  readonly frozenAt: string | null;
}

/** "Version 2, a draft: begun by Olu Adeyemi on 15 October 2021". */
export const versionWords = (
  { version, openedBy, openedAt, frozenBy, frozenAt }: Version,
  nameOf: NameOf,
): string =>
  frozenAt === null || frozenBy === null
    ? `Version ${version}, a draft: begun by ${nameOf(openedBy)} on ${momentDay(openedAt)}`
    : `Version ${version}, frozen by ${nameOf(frozenBy)} on ${momentDay(frozenAt)}`;
