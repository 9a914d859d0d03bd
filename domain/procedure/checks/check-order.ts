import type { Day } from '../../calendar/day';
import { versionName } from './words';

/** A version of a stage, as far as its place among the others goes. */
export interface VersionPlace {
  readonly stage: number;
  readonly inForceFrom: Day;
}

/** What is wrong with the order of stages and of their versions: stages from 1 without a gap, one version for each day. */
export const checkOrder = (versions: readonly VersionPlace[]): string[] => [
  ...checkNumbers(versions),
  ...versions.flatMap((version, index) => checkPlace(version, versions[index - 1])),
];

function checkNumbers(versions: readonly VersionPlace[]): string[] {
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

function checkPlace(version: VersionPlace, before: VersionPlace | undefined): string[] {
  if (before === undefined) return [];
  const name = versionName(version);
  if (version.stage < before.stage) return [`${name}: stages must stand in order`];
  if (version.stage > before.stage || version.inForceFrom > before.inForceFrom) return [];
  return version.inForceFrom === before.inForceFrom
    ? [`${name}: two versions come into force on one day`]
    : [`${name}: versions must stand in order of their days`];
}
