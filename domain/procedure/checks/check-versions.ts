import { isDay } from '../../calendar/day';
import { NEXT_ROUTES } from '../events';
import type { LiveProcedure, StageVersion } from '../stage-version';
import { checkOrder } from './check-order';
import { isBlank, versionName } from './words';

/** What is wrong with the order of stages and their versions, and with what each says of itself. */
export function checkVersions({ stages }: LiveProcedure): string[] {
  return [...checkOrder(stages), ...stages.flatMap((one) => checkVersion(one, stages))];
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
