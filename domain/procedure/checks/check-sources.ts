import { BASES, type LawSource } from '../law';
import type { StageVersion } from '../stage-version';
import { isBlank } from './words';

/** What is without a source: each rule of a version that rests on law names it, with its paragraph. */
export function checkSources(version: StageVersion): string[] {
  return sourcesOf(version).flatMap(([what, source]) => {
    if (isBlank(source.law)) return [`${what} names no law`];
    if (isBlank(source.paragraph)) return [`${what} names no paragraph of ${source.law}`];
    return BASES.includes(source.basis) ? [] : [`${what} rests on ${source.basis}, which is no basis`];
  });
}

const sourcesOf = (version: StageVersion): (readonly [string, LawSource])[] => [
  ['it', version.source],
  ...version.limits.flatMap((limit): (readonly [string, LawSource])[] => [
    [`the limit ${limit.name}`, limit.source],
    ...(limit.extension === null
      ? []
      : [[`the extension of ${limit.name}`, limit.extension.source] as const]),
  ]),
  ...version.events.flatMap(({ event, source }): (readonly [string, LawSource])[] =>
    source === null ? [] : [[`the event ${event}`, source]],
  ),
  ...version.requirements.map(
    ({ event, needs, source }) => [`the requirement ${needs.kind} of ${event}`, source] as const,
  ),
];
