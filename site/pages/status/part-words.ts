import { ownOf } from '../../../platform/tables/own-of';
import { momentWords } from '../data-quality/shown-moment';
import type { ToldPart } from './ask-status';

/** What people know each part by. */
const NAMES: Readonly<Record<string, string>> = {
  corporate: 'Corporate complaints',
  adults: 'Adult social care complaints',
  childrens: 'Children’s social care complaints',
  schools: 'Schools’ complaints',
  ombudsman: 'Ombudsmen’s cases',
  directory: 'Services and words',
  intake: 'Imports and data quality',
  telephony: 'Telephone calls',
  guidance: 'Guidance and workshops',
  access: 'Keys and partners',
  reviews: 'Review meetings',
  insight: 'Figures, lists and reports',
};

const STATES = {
  ANSWERS: { text: 'Answers', colour: 'green' },
  SLOW: { text: 'Slow', colour: 'yellow' },
  SILENT: { text: 'Does not answer', colour: 'red' },
} as const;

/** How a part stands, in words. */
export interface PartWords {
  readonly name: string;
  readonly state: { readonly text: string; readonly colour: string };
  /** What that means just now; empty where all is well. */
  readonly words: string;
  readonly findings: readonly string[];
}

/** How a part stands, in words; with what it found of itself and how quick it is for those who look after it. */
export function partWords(
  { name, state, since, seconds, findings }: ToldPart,
  { isInDetail }: { readonly isInDetail: boolean },
): PartWords {
  const quick = isInDetail && seconds !== null ? `Its latest answers took ${secondsWords(seconds)}.` : '';
  return {
    name: ownOf(NAMES, name) ?? name,
    state: STATES[state],
    words: [meaningOf(state, since), quick].filter((words) => words !== '').join(' '),
    findings: isInDetail ? findings : [],
  };
}

function meaningOf(state: ToldPart['state'], since: string | null): string {
  if (state === 'ANSWERS') return '';
  if (state === 'SLOW') return 'Pages take longer than they should.';
  const from = since === null ? '' : ` since ${momentWords(since)}`;
  return `It has not answered${from}, or is still catching up. What it keeps is missing from pages until it is back. Nothing is lost.`;
}

const secondsWords = (seconds: number): string =>
  seconds < 1 ? 'less than a second' : `${seconds.toFixed(1)} seconds`;

/** How all parts together stand, in one sentence. */
export function allWords(parts: readonly ToldPart[]): string {
  const silent = parts.filter(({ state }) => state === 'SILENT').length;
  const slow = parts.filter(({ state }) => state === 'SLOW').length;
  if (silent === 0 && slow === 0) return 'Every part of the service answers.';
  const said = [
    ...(silent === 0
      ? []
      : [`${silent} of ${parts.length} parts ${silent === 1 ? 'does' : 'do'} not answer`]),
    ...(slow === 0 ? [] : [`${slow} ${slow === 1 ? 'is' : 'are'} slow`]),
  ];
  return `${said.join(', ')}. All else works.`;
}
