import type { LiveProcedureShownFragment } from '../../operations/__generated__/operations';

/** The version of a procedure that holds for a stage, by the day on which that was received; null where none is known. */
export function versionOf(
  { versions }: LiveProcedureShownFragment,
  stage: number,
  stages: readonly { readonly stage: number; readonly receivedOn: string }[],
) {
  const receivedOn = stages.find((each) => each.stage === stage)?.receivedOn;
  if (receivedOn === undefined) return null;
  const holds = ({ inForceFrom, inForceTo }: LiveProcedureShownFragment['versions'][number]) =>
    inForceFrom <= receivedOn && (inForceTo === null || receivedOn <= inForceTo);
  return versions.find((version) => version.stage === stage && holds(version)) ?? null;
}
