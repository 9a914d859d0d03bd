import { dayWords, shortDayWords } from '../../../../domain/figures/days';
import type { ClockShownFragment } from '../../../operations/__generated__/operations';
import { withDays } from '../../casework/entry-words';
import { lawWords } from '../../casework/law-words';
import type { StageState } from '../../complaints/stage-state';

/** One limit of a complaint, in words, with the steps that lead to its day. */
export interface Clock {
  readonly id: string;
  readonly title: string;
  readonly stage: string;
  /** "By 4 May 2026". */
  readonly due: string;
  readonly state: StageState;
  readonly law: string;
  readonly steps: readonly {
    readonly text: string;
    readonly law: string | null;
    readonly days: string | null;
  }[];
}

/** The limits of a complaint, those of its latest stage first. */
export const clocksOf = (deadlines: readonly ClockShownFragment[]): Clock[] =>
  [...deadlines].sort((one, other) => other.stage - one.stage).map(clockOf);

function clockOf(limit: ClockShownFragment): Clock {
  const { stage, name, title, dueOn, extendedTo, isEstimated, source } = limit;
  const extended = extendedTo === null ? '' : ', as it was extended';
  const estimated = isEstimated ? ', as far as can be told' : '';
  return {
    ...{ id: `clock-${stage}-${name.toLowerCase()}`, title, stage: `Stage ${stage}` },
    due: dueOn === null ? 'No day yet' : `By ${dayWords(dueOn)}${extended}${estimated}`,
    state: stateOf(limit),
    law: lawWords(source),
    steps: limit.steps.map((step) => ({
      text: withDays(step.text),
      law: step.source && lawWords(step.source),
      days:
        step.days.length === 0
          ? null
          : step.days.map(({ day, name: called }) => `${shortDayWords(day)} (${called})`).join(', '),
    })),
  };
}

function stateOf({ metOn, isInTime }: ClockShownFragment): StageState {
  if (metOn !== null)
    return isInTime === false
      ? { words: `done late, ${dayWords(metOn)}`, kind: 'bad' }
      : { words: `done ${dayWords(metOn)}`, kind: 'good' };
  return isInTime === false ? { words: 'not done in time', kind: 'bad' } : { words: 'open', kind: 'plain' };
}
