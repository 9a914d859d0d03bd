import { dayWords } from '../../../../domain/figures/days';
import type { NameOf } from '../../../server/person-names';
import { CAUSE_WORDS, END_WORDS } from '../../casework/learning-words';
import { BODY_WORDS, RISK_WORDS } from '../../casework/told-words';
import type { StageState } from '../../complaints/stage-state';
import type { Fact } from '../timeline';
import type { LiveShown } from './live-view';

type Promised = LiveShown['promises'][number];
type Recommended = LiveShown['recommendations'][number];

/** Something that an answer promised, or that was recommended after it. */
interface Learned {
  readonly place: number;
  /** What it is, in the words of who wrote it; null where the reader may not see them. */
  readonly words: string | null;
  readonly who: string;
  readonly due: string | null;
  readonly state: StageState;
}

/** What was learned of a complaint: promises and recommendations with how they stand, and what was said of it as a whole. */
export const learnedOf = (live: LiveShown, nameOf: NameOf) => ({
  promises: live.promises.map((promise) => ({
    ...heldBy(promise, nameOf),
    due: `by ${dayWords(promise.dueOn)}${promise.dueOn === promise.firstDueOn ? '' : `, first by ${dayWords(promise.firstDueOn)}`}`,
    state: promiseState(promise),
  })),
  recommendations: live.recommendations.map((recommendation) => ({
    ...heldBy(recommendation, nameOf),
    due: recommendation.dueOn && `by ${dayWords(recommendation.dueOn)}`,
    state: recommendationState(recommendation),
  })),
  facts: toldFacts(live),
});

const heldBy = (
  { place, owner, serviceId, entry }: Promised | Recommended,
  nameOf: NameOf,
): Pick<Learned, 'place' | 'words' | 'who'> => ({
  place,
  words: entry?.words?.[0]?.words ?? null,
  who: owner === null ? (serviceId === null ? 'nobody named' : 'the service') : nameOf(owner),
});

function promiseState({ keptOn, droppedOn, isInTime, isOverdue }: Promised): StageState {
  if (droppedOn !== null) return { words: `given up ${dayWords(droppedOn)}`, kind: 'plain' };
  if (keptOn !== null)
    return isInTime === false
      ? { words: `done late, ${dayWords(keptOn)}`, kind: 'bad' }
      : { words: `done ${dayWords(keptOn)}`, kind: 'good' };
  return isOverdue ? { words: 'overdue', kind: 'bad' } : { words: 'to be done', kind: 'plain' };
}

function recommendationState({ became, becameOn }: Recommended): StageState {
  if (became === null) return { words: 'nobody said yet', kind: 'plain' };
  const words = END_WORDS[became].toLowerCase();
  const on = becameOn === null ? '' : `, ${dayWords(becameOn)}`;
  return { words: `${words}${on}`, kind: became === 'DONE' ? 'good' : 'plain' };
}

function toldFacts({ causes, risk, coordinatedWith }: LiveShown): Fact[] {
  return [
    ...causes.map(({ stage, causes: named }) => ({
      name: `Behind it, by the answer of stage ${stage}`,
      value: named.length === 0 ? 'Nothing' : named.map((cause) => CAUSE_WORDS[cause]).join('; '),
    })),
    ...(risk === null ? [] : [{ name: 'Harm that may come of it', value: RISK_WORDS[risk] }]),
    ...coordinatedWith.map(({ body, isLedHere }) => ({
      name: 'Answered together with',
      value: `${BODY_WORDS[body]}; ${isLedHere ? 'the council' : 'the other body'} gives the one answer`,
    })),
  ];
}
