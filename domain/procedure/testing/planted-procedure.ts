import type { EventRule, LimitRule, LiveProcedure, Requirement, StageVersion } from '../stage-version';
import { PROCEDURES } from './live-case';

/** What tests of the checks share: the children's procedure, with faults planted in it. */

export const { childrens } = PROCEDURES;
const stageOf = (number: number): StageVersion => {
  const found = childrens.stages.find(({ stage }) => stage === number);
  if (found === undefined) throw new Error(`The children’s procedure has no stage ${number}.`);
  return found;
};
export const stage1 = stageOf(1);
export const stage2 = stageOf(2);
export const stage3 = stageOf(3);

/** The children's procedure with something changed in its first stage. */
export const withStage1 = (changes: Partial<StageVersion>): LiveProcedure => ({
  ...childrens,
  stages: [{ ...stage1, ...changes }, stage2, stage3],
});
export const events = (change: (rule: EventRule) => EventRule | readonly EventRule[]): LiveProcedure =>
  withStage1({ events: stage1.events.flatMap(change) });
export const limits = (change: (limit: LimitRule) => Partial<LimitRule>): LiveProcedure =>
  withStage1({ limits: stage1.limits.map((limit) => ({ ...limit, ...change(limit) })) });
export const of = (event: EventRule['event'], changes: Partial<EventRule>) => (rule: EventRule) =>
  rule.event === event ? { ...rule, ...changes } : rule;
export const without = (event: EventRule['event']) => (rule: EventRule) =>
  rule.event === event ? [] : [rule];
export const named = (name: string, changes: Partial<LimitRule>) => (limit: LimitRule) =>
  limit.name === name ? changes : {};
export const requiring = (requirement: Omit<Requirement, 'source'>): LiveProcedure =>
  withStage1({ requirements: [...stage1.requirements, { ...requirement, source: stage1.source }] });
export const blank = { ...stage1.source, paragraph: ' ' };
export const open = { title: 'Lost', waitsFor: 'TEAM', isEnded: false } as const;
