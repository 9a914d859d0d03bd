import type { GraphQLSchema } from 'graphql';
import type { Day } from '../../../domain/calendar/day';
import { publicSchema } from '../public-schema';
import { accessChanges } from './access-changes';
import { CALLERS, type Change, PARTNERS } from './change';
import { measureChanges, recordSetChanges } from './contract-changes';
import { deprecatedIn, heedingNotice, newDeprecations } from './deprecations';
import { graphChanges } from './graph-changes';
import type { KnownQuestion } from './known-questions';
import type { Mention } from './mentions';
import type { PublicState } from './public-state';
import { usedParts } from './used-parts';
import { whyUnanswered } from './why-unanswered';

/** A change, with what is known to break by it. */
export interface Finding extends Change {
  /** `NAME in FILE`. */
  readonly breaks: readonly string[];
}

/** What a check found. */
export interface Compared {
  readonly findings: readonly Finding[];
  /** Known questions that were answered and are no more, each with why. */
  readonly unanswered: readonly string[];
}

export interface Compare {
  readonly before: PublicState;
  readonly after: PublicState;
  readonly questions: readonly KnownQuestion[];
  /** Where our files name a column of a set. */
  readonly mentions: (set: string, column: string) => readonly Mention[];
  readonly today: Day;
}

/** What is not as it was published, the breaking first, and which known questions and files break by it. */
export async function compare({ before, after, questions, mentions, today }: Compare): Promise<Compared> {
  const changes = await changesBetween(before, after, today);
  const graph = schemasOf(before.graph, after.graph);
  const partners = schemasOf(before.partners, after.partners);
  const answered = questions.filter((each) => isAnswered(each, graph.was));
  const used = answered.map((question) => ({
    ...{ name: nameOf(question), parts: usedParts(question.document, graph.was) },
    isOfPartners: isAnswered(question, partners.was),
    isLost: !isAnswered(question, graph.is),
  }));
  const breaksBy = (change: Change): string[] => {
    if (change.kind !== 'breaking') return [];
    const isOfPartners = change.concerns.every((each) => each === PARTNERS);
    const asked = used.filter((each) => concerns(change, each) && (!isOfPartners || each.isOfPartners));
    const [set = '', column = ''] = change.part.split('.');
    const named = set in before.recordSets ? mentions(set, column) : [];
    return [...new Set([...asked.map(({ name }) => name), ...named.map(({ file }) => file)])];
  };
  const findings = changes.map((change) => ({ ...change, breaks: breaksBy(change) }));
  const lost = answered.flatMap((each) => whyNot(each, graph.is));
  const lostToPartners = answered
    .filter((each) => isAnswered(each, partners.was) && isAnswered(each, graph.is))
    .flatMap((each) => whyNot(each, partners.is).map((why) => `${why} (as partners ask it)`));
  return {
    findings: findings.sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind)),
    unanswered: [...lost, ...lostToPartners],
  };
}

const isAnswered = ({ document }: KnownQuestion, schema: GraphQLSchema): boolean =>
  whyUnanswered(document, schema) === null;

const whyNot = (question: KnownQuestion, schema: GraphQLSchema): string[] => {
  const why = whyUnanswered(question.document, schema);
  return why === null ? [] : [`${nameOf(question)}: ${why}`];
};

const ORDER: readonly Change['kind'][] = ['breaking', 'dangerous', 'safe'];

function schemasOf(before: string, after: string) {
  const was = publicSchema(before);
  return { was, is: before === after ? was : publicSchema(after) };
}

const nameOf = ({ name, file }: KnownQuestion): string => `${name} in ${file}`;

interface Used {
  readonly parts: ReadonlySet<string>;
  readonly isLost: boolean;
}

/** A value or a member that goes concerns whoever is given its type; what has to be given from now on, whoever left it out. */
function concerns({ part, what }: Change, { parts, isLost }: Used): boolean {
  if (parts.has(part)) return true;
  const [owner = ''] = part.split(/[.(]/);
  if (/^(?:Enum value|Member)\b/.test(what)) return parts.has(owner);
  if (part.endsWith(':)')) return isLost && parts.has(part.replace(/\(.*$/, ''));
  return /^Input field\b/.test(what) && isLost && [...parts].some((each) => each.startsWith(`${owner}.`));
}

async function changesBetween(before: PublicState, after: PublicState, today: Day): Promise<Change[]> {
  const deprecated = deprecatedIn(before.graph);
  const [graph, partners] = await Promise.all([
    graphChanges(before.graph, after.graph, CALLERS),
    graphChanges(before.partners, after.partners, PARTNERS),
  ]);
  return [
    ...joined([...graph, ...partners]).map((change) => heedingNotice(change, deprecated, today)),
    ...newDeprecations(before.graph, after.graph, today),
    ...accessChanges(before, after),
    ...recordSetChanges(before, after),
    ...measureChanges(before, after),
  ];
}

/** What changed for callers and for partners alike is one change. */
function joined(changes: readonly Change[]): Change[] {
  const byWhat = new Map<string, Change>();
  for (const change of changes) {
    const same = byWhat.get(change.what);
    byWhat.set(change.what, same ? { ...same, concerns: [...same.concerns, ...change.concerns] } : change);
  }
  return [...byWhat.values()];
}
