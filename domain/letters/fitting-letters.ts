import type { StageOfCase } from '../procedure/case-state';
import type { StageVersion } from '../procedure/stage-version';
import { LETTER_KINDS, type LetterKind, type LetterTemplate, TOLD_EVENT, templateFor } from './letter';

/** A letter that may be written as a complaint stands. */
export interface FittingLetter {
  readonly template: LetterTemplate;
  /** What it tells of was recorded already; else it may be as the complaint stands. */
  readonly isRecorded: boolean;
}

interface Asked {
  readonly templates: readonly LetterTemplate[];
  readonly stage: StageOfCase;
  readonly version: StageVersion;
  /** Kinds of which a letter of this stage was sent. */
  readonly sent: readonly LetterKind[];
}

/** Which letters fit a stage as it stands, what most likely comes next first. */
export function fittingLetters({ templates, stage, version, sent }: Asked): FittingLetter[] {
  const asked = { stage: stage.number, receivedOn: stage.receivedOn };
  const fitting = LETTER_KINDS.flatMap((kind) => {
    const template = templateFor(templates, { ...asked, kind });
    const isRecorded = wasTold(kind, stage);
    return template === null || !(isRecorded || mayBeTold(kind, stage, version))
      ? []
      : [{ template, isRecorded }];
  });
  const rank = ({ template: { kind }, isRecorded }: FittingLetter): number => {
    if (sent.includes(kind)) return SENT;
    return isRecorded ? RECORDED[kind] : OPEN.indexOf(kind);
  };
  return fitting.sort((one, other) => rank(one) - rank(other));
}

/** What is recorded and was told by no letter comes first, the latest of it before others; an acknowledgement may well have gone by mail. */
const RECORDED: Readonly<Record<LetterKind, number>> = {
  ...{ REFUSAL: -7, ANSWER: -6, EXTENSION: -5, PANEL: -4, PLAN: -3, NEXT_STAGE: -2, ACKNOWLEDGEMENT: 50 },
};
/** What is not recorded yet, in the order in which it comes. */
const OPEN: readonly LetterKind[] = [
  'ACKNOWLEDGEMENT',
  'PLAN',
  'PANEL',
  'ANSWER',
  'EXTENSION',
  'REFUSAL',
  'NEXT_STAGE',
];
const SENT = 100;

const mayBeTold = (kind: LetterKind, { state }: StageOfCase, { events }: StageVersion): boolean =>
  kind !== 'NEXT_STAGE' &&
  events.some(({ event, from }) => event === TOLD_EVENT[kind] && from.includes(state));

const TOLD: Readonly<Record<LetterKind, (stage: StageOfCase) => boolean>> = {
  ACKNOWLEDGEMENT: ({ acknowledgedOn }) => acknowledgedOn !== null,
  PLAN: ({ planAgreedOn }) => planAgreedOn !== null,
  EXTENSION: ({ extensions }) => extensions.length > 0,
  ANSWER: ({ answeredOn }) => answeredOn !== null,
  REFUSAL: ({ closureReason }) => closureReason === 'OUTSIDE_SCOPE' || closureReason === 'NO_CONSENT',
  NEXT_STAGE: ({ route, endedOn }) => route === 'ESCALATED' && endedOn === null,
  PANEL: ({ panel }) => panel.length > 0,
};

const wasTold = (kind: LetterKind, stage: StageOfCase): boolean => TOLD[kind](stage);
