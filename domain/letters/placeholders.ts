import type { Day } from '../calendar/day';
import type { Deadline } from '../clocks/deadline';
import { dayWords } from '../figures/days';
import type { Outcome } from '../findings';
import type { NextRoute } from '../procedure/events';
import { spanInWords } from '../procedure/words';
import { notRecorded } from './gaps';
import type { LetterFacts } from './letter-facts';
import { bodyInLines, bodyOn } from './outside-bodies';

/** A fact that standard paragraphs may name, in curly brackets. */
interface Placeholder {
  /** What it is, for whoever reads that it is not recorded. */
  readonly says: string;
  /** Whether somebody has to write it where it is not recorded: it may yet come. */
  readonly isToWrite?: true;
  readonly of: (facts: LetterFacts) => string | null;
}

const day = (value: Day | null | undefined): string | null => (value == null ? null : dayWords(value));
const limit = ({ deadlines }: LetterFacts, name: string): Deadline | undefined =>
  deadlines.find((one) => one.name === name);

const FOUND: Readonly<Record<Outcome, string>> = {
  UPHELD: 'we uphold this',
  PARTIALLY_UPHELD: 'we uphold this in part',
  NOT_UPHELD: 'we do not uphold this',
};

const CONCLUSIONS: Readonly<Record<Outcome, string>> = {
  UPHELD: 'We uphold your complaint.',
  PARTIALLY_UPHELD: 'We uphold your complaint in part.',
  NOT_UPHELD: 'We do not uphold your complaint.',
};

const items = (lines: readonly string[]): string | null =>
  lines.length === 0 ? null : lines.map((line) => `- ${line}`).join('\n');
/** Lists are of one line an item, whatever somebody wrote. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** A body with its details as they are on the day of the letter. */
const bodyOf =
  (route: NextRoute) =>
  ({ writtenOn }: LetterFacts): string | null => {
    const body = bodyOn(route, writtenOn);
    return body && bodyInLines(body);
  };

/** The facts by their names. A text that names another is refused. */
export const PLACEHOLDERS = {
  reference: { says: 'the reference', of: ({ reference }) => reference },
  receivedOn: { says: 'the day on which it came in', of: ({ stage }) => day(stage.receivedOn) },
  service: { says: 'the service', of: ({ service }) => service },
  answeredBy: { says: 'who answers', of: ({ version }) => lowerFirst(version.answeredBy) },
  acknowledgeBy: {
    says: 'the day of the acknowledgement',
    of: (facts) => day(limit(facts, 'ACKNOWLEDGE')?.dueOn),
  },
  answerBy: { says: 'the day of the answer', of: (facts) => day(limit(facts, 'ANSWER')?.dueOn) },
  firstAnswerBy: {
    says: 'the day by which it was to be answered',
    of: (facts) => day(limit(facts, 'ANSWER')?.originalDueOn),
  },
  extendedTo: { says: 'the new day of the answer', of: (facts) => day(extended(facts)) },
  latestBy: { says: 'the last day for the answer', of: (facts) => day(limit(facts, 'BACKSTOP')?.dueOn) },
  plannedFor: { says: 'the day agreed for the answer', of: ({ stage }) => day(stage.plannedFor) },
  nextStageWithin: { says: 'how long the next stage may be asked for', of: nextStageWithin },
  panelBy: { says: 'the last day for the panel', of: (facts) => day(limit(facts, 'PANEL_MEETING')?.dueOn) },
  panelOn: { says: 'the day of the panel', of: ({ stage }) => day(stage.panelOn) },
  definition: {
    says: 'what is complained of, as we understand it',
    isToWrite: true,
    of: ({ words }) => words.definition,
  },
  plan: { says: 'the plan that was agreed', isToWrite: true, of: ({ words }) => words.plan },
  extensionReason: { says: 'why we need longer', isToWrite: true, of: ({ words }) => words.extensionReason },
  refusalReason: { says: 'why we do not take it', isToWrite: true, of: ({ words }) => words.refusalReason },
  answer: {
    says: 'how we looked into it, and what we concluded',
    isToWrite: true,
    of: ({ words }) => words.answer,
  },
  conclusion: { says: 'whether we uphold it', isToWrite: true, of: conclusion },
  points: {
    says: 'the elements of the complaint',
    of: ({ points }) => items(points.map(({ words }, place) => pointOf(words, place))),
  },
  findings: {
    says: 'what we found of each element',
    isToWrite: true,
    of: ({ points }) =>
      items(
        points.map(
          ({ words, finding }, place) =>
            `${pointOf(words, place)}: ${finding === null ? `[to be written: what we found of element ${place + 1}]` : FOUND[finding]}.`,
        ),
      ),
  },
  promises: {
    says: 'what we promise to do',
    of: ({ promises }) =>
      items(
        promises.map(
          ({ action, dueOn }) =>
            `${action === null ? notRecorded('what was promised') : oneLine(action)} (by ${dayWords(dueOn)})`,
        ),
      ),
  },
  lgsco: { says: 'how to reach the Local Government and Social Care Ombudsman', of: bodyOf('LGSCO') },
  housing: { says: 'how to reach the Housing Ombudsman', of: bodyOf('HOUSING') },
  dfe: { says: 'how to reach the Department for Education', of: bodyOf('DFE') },
  addressee: {
    says: 'the name of whom the letter goes to',
    of: ({ addressee }) => addressee?.salutation ?? null,
  },
  signedBy: { says: 'the name of whoever signs', isToWrite: true, of: ({ signedBy }) => signedBy },
} as const satisfies Readonly<Record<string, Placeholder>>;

/** The fact of a name; null where there is none. */
export const placeholderOf = (name: string): Placeholder | null =>
  Object.entries(PLACEHOLDERS).find(([each]) => each === name)?.[1] ?? null;

const pointOf = (words: string | null, place: number): string =>
  words === null ? `Element ${place + 1} ${notRecorded('its words')}` : oneLine(words);

const lowerFirst = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;

/** Adults' plans and the law's last day can be extended, whichever the stage has. */
const extended = (facts: LetterFacts): Day | null =>
  limit(facts, 'ANSWER')?.extendedTo ?? limit(facts, 'BACKSTOP')?.extendedTo ?? null;

function nextStageWithin({ version }: LetterFacts): string | null {
  const rule = version.limits.find(({ metBy }) => metBy === 'nextRequested');
  return rule === undefined ? null : spanInWords(rule.within);
}

function conclusion({ outcome }: LetterFacts): string | null {
  return outcome && CONCLUSIONS[outcome];
}
