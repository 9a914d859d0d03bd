import { checkEvents } from './checks/check-events';
import { checkLimits } from './checks/check-limits';
import { checkRequirements } from './checks/check-requirements';
import { checkSources } from './checks/check-sources';
import { checkStates } from './checks/check-states';
import { checkVersions } from './checks/check-versions';
import { versionName } from './checks/words';
import type { LiveProcedure } from './stage-version';

/**
 * Everything that is wrong with a procedure that live complaints follow, a sentence each, all at once; empty where it is
 * sound. `caseOf` and `decide` rely on what is checked here. One without any stage is sound: nothing of its stream is
 * worked on here.
 */
export function checkLiveProcedure(procedure: LiveProcedure): string[] {
  const ofVersions = procedure.stages.flatMap((version) =>
    [
      ...checkSources(version),
      ...checkStates(version),
      ...checkEvents(version),
      ...checkLimits(version),
      ...checkRequirements(version, procedure),
    ].map((problem) => `${versionName(version)}: ${problem}`),
  );
  return [...checkVersions(procedure), ...ofVersions].map((problem) => `${procedure.stream}: ${problem}.`);
}
