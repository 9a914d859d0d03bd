import { stageName } from '../../../domain/figures/names';
import type { ArticleLineFragment, ProceduresQuery, Stream } from '../../operations/__generated__/operations';
import { articleHref } from '../guidance/paths';
import { aboutWords, KINDS } from '../guidance/words';
import { streamHref } from '../places/place';
import { procedureHref } from './paths';
import { type Rule, ruleWords } from './rule-words';
import { drawToScale, longestOf } from './to-scale';

export type Procedure = NonNullable<ProceduresQuery['procedures']>[number];
type Stage = Procedure['stages'][number];

/** What the list of procedures shows: of each its stages in a line. */
export const proceduresView = (procedures: readonly Procedure[], today: string) => ({
  rows: procedures.map(({ stream, stages }) => ({
    name: aboutWords(stream),
    href: procedureHref(stream),
    stages: stages.map((stage) => ({ name: stageName(stage.stage), ...sentenceOf(ruleOn(stage, today)) })),
  })),
});

const sentenceOf = (rule: Rule | null) =>
  rule === null ? { says: 'No rule is known.' } : { says: saidBy(rule) };

function saidBy(rule: Rule): string {
  const { acknowledge, answer } = ruleWords(rule);
  const first = rule.acknowledgeWithinWorkingDays === null ? '' : `Acknowledged ${acknowledge}. `;
  return `${first}Answered ${answer}.`;
}

/** What the page of a stream's procedure shows: its stages as they stand, and what held before. */
export function procedureView(
  { stream, stages }: Procedure,
  { today, articles }: { today: string; articles: readonly ArticleLineFragment[] | null },
) {
  const inForce = stages.map((stage) => ruleOn(stage, today));
  const longest = longestOf(inForce.filter((rule) => rule !== null));
  return {
    name: aboutWords(stream),
    streamHref: streamHref(stream),
    stages: stages.map((stage, index) => stageView(stage, inForce[index] ?? null, longest)),
    articles: articles && articlesOf(stream, articles),
  };
}

function stageView(stage: Stage, rule: Rule | null, longest: number) {
  return {
    name: stageName(stage.stage),
    number: stage.stage,
    reached: reachedWords(stage),
    rule: rule && { ...ruleWords(rule), picture: drawToScale(rule, longest) },
    rules: stage.rules.map((each) => ({ ...ruleWords(each), isInForce: each === rule })),
  };
}

/** The rule of a stage for what is received on a day; null where none is known for it. */
const ruleOn = ({ rules }: Stage, day: string): Rule | null =>
  rules.find(
    ({ inForceFrom, inForceTo }) => inForceFrom <= day && (inForceTo === null || day <= inForceTo),
  ) ?? null;

function reachedWords({ stage, reachedOnlyByEscalation }: Stage): string {
  if (stage === 1) return 'Where a complaint begins';
  return reachedOnlyByEscalation
    ? 'Reached from the stage before alone'
    : 'Reached from the stage before; by way of exception a complaint begins here';
}

/** What is written about this stream, and not about all. */
const articlesOf = (stream: Stream, articles: readonly ArticleLineFragment[]) =>
  articles
    .filter((article) => article.stream === stream)
    .map(({ id, kind, title, summary }) => ({
      title,
      summary,
      kind: KINDS[kind] ?? kind,
      href: articleHref(id),
    }));
