import { type Thing, thingsCounted } from '../figures';
import type { PlainStage as CommonStage } from '../sort-plainly';
import type { PlainStage } from './read-plainly';

/** Everything that figures count of these stages, in the words that all sources share. A complaint ends with its last stage. */
export function childrensThings(stages: readonly PlainStage[]): Thing[] {
  const inCommon = new Map(stages.map((stage) => [stage, commonStage(stage)]));
  const last = new Map(stages.map((stage) => [stage.caseNumber, inCommon.get(stage)]));
  const closed = [...last.values()].filter((stage) => stage !== undefined && stage.answeredOn !== null);
  return thingsCounted(
    [...inCommon.values()],
    closed.flatMap((stage) => stage ?? []),
  );
}

const commonStage = ({ caseNumber, ...stage }: PlainStage): CommonStage => ({
  ...{ reference: caseNumber, stream: 'CHILDRENS', directorate: "Children's Services" },
  ...{ parent: null, closedOn: null, theme: null },
  ...stage,
});
