import { subgraph as childrens } from '../../../subgraphs/childrens/subgraph';
import { subgraph as corporate } from '../../../subgraphs/corporate/subgraph';
import { toDay } from '../../calendar/day';
import { deadlinesOf } from '../../clocks/deadlines';
import type { Command } from '../../procedure/command';
import { latestStage, versionOfStage } from '../../procedure/permitted';
import {
  calendars,
  caseAfter,
  type LiveStream,
  PROCEDURES,
  receivedOn,
} from '../../procedure/testing/live-case';
import type { LetterFacts } from '../letter-facts';

/** What tests of letters share: a complaint that commands lead to, as letters know it. */

const WRITTEN_ON = toDay('2026-05-13');

/** The letters of the streams as they are. */
export const LETTERS = {
  childrens: childrens.stream.letters ?? [],
  corporate: corporate.stream.letters ?? [],
};

/** The latest stage of a complaint that was received on 11 May 2026, with the version that it follows. */
export function stageAfter(stream: LiveStream, ...commands: readonly Command[]) {
  const state = caseAfter(stream, receivedOn('2026-05-11'), ...commands);
  const stage = latestStage(state);
  const version = versionOfStage(PROCEDURES[stream], stage);
  if (version === null) throw new Error('No version of the procedure holds.');
  return { stage, version };
}

/** The facts of such a complaint, as letters know them. */
export function factsAfter(
  { stage, version }: ReturnType<typeof stageAfter>,
  changes: Partial<LetterFacts> = {},
): LetterFacts {
  return {
    ...{ writtenOn: WRITTEN_ON, reference: 'COR-000123', service: 'Waste' },
    stage: { ...stage, panelOn: null },
    version,
    deadlines: deadlinesOf({ stage, version, calendars, today: WRITTEN_ON }),
    ...{ outcome: stage.outcome, points: [], promises: [] },
    words: { definition: null, plan: null, extensionReason: null, refusalReason: null, answer: null },
    addressee: { name: 'Ms Ada Made-Up', salutation: 'Ms Made-Up', lines: ['1 Any Street'], email: null },
    ...{ signedBy: 'Olive Officer', ...changes },
  };
}
