import { isDay } from '../../calendar/day';
import { NEXT_ROUTES } from '../events';
import type { LiveProcedure, StageVersion } from '../stage-version';
import { isBlank, versionName } from './words';

/** What is wrong with the order of stages and their versions, and with what each says of itself. */
export function checkVersions({ stages }: LiveProcedure): string[] {
  return [
    ...checkNumbers(stages),
    ...checkOrder(stages),
    ...stages.flatMap((one) => checkVersion(one, stages)),
  ];
}

function checkNumbers(versions: readonly StageVersion[]): string[] {
  const problems: string[] = [];
  let before = 0;
  for (const stage of [...new Set(versions.map((version) => version.stage))].sort((a, b) => a - b)) {
    if (!Number.isInteger(stage) || stage < 1) {
      problems.push(`stage ${stage} is no stage: they are whole numbers from 1`);
      continue;
    }
    if (stage > before + 1) problems.push(`stage ${before + 1} is missing, though stage ${stage} is there`);
    before = stage;
  }
  return problems;
}

function checkOrder(versions: readonly StageVersion[]): string[] {
  return versions.flatMap((version, index) => {
    const before = versions[index - 1];
    if (before === undefined) return [];
    const name = versionName(version);
    if (version.stage < before.stage) return [`${name}: stages must stand in order`];
    if (version.stage > before.stage || version.inForceFrom > before.inForceFrom) return [];
    return version.inForceFrom === before.inForceFrom
      ? [`${name}: two versions come into force on one day`]
      : [`${name}: versions must stand in order of their days`];
  });
}

function checkVersion(version: StageVersion, all: readonly StageVersion[]): string[] {
  const problems: string[] = [];
  if (!isDay(version.inForceFrom)) problems.push('the day it is in force from is not a day of the calendar');
  if (isBlank(version.title)) problems.push('it has no title');
  if (isBlank(version.answeredBy)) problems.push('it does not say who answers');
  if (version.next.length === 0) problems.push('it does not say where the complainant may go from it');
  for (const next of version.next) {
    if (typeof next === 'number' ? !isFollowing(next, version, all) : !NEXT_ROUTES.includes(next))
      problems.push(`it leads on to ${next}, which is no stage that follows it`);
  }
  if (version.next.filter((next) => typeof next === 'number').length > 1)
    problems.push('it leads on to more than one stage');
  return problems.map((problem) => `${versionName(version)}: ${problem}`);
}

const isFollowing = (next: number, version: StageVersion, all: readonly StageVersion[]): boolean =>
  next > version.stage && all.some(({ stage }) => stage === next);
