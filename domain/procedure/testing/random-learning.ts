import { addDays, type Day } from '../../calendar/day';
import type { FactsOf } from '../command';
import type { LearningEvent } from '../events';
import { CAUSES, RECOMMENDATION_ENDS } from '../learning';
import { type Draw, oneOf } from './random-draw';

type Makers = { readonly [Event in LearningEvent]: (draw: Draw) => FactsOf<Event> };

/** For so many days ahead something is promised. */
const AHEAD_DAYS = 40;

/** Commands on what is learned of an answer: of promises and recommendations that there are, and now and then of one that there is not. */
export const LEARNING_MAKERS: Makers = {
  promise: (draw) => ({ event: 'promise', ...ownerOf(draw), dueOn: dueDay(draw) }),
  keepPromise: (draw) => ({
    ...{ event: 'keepPromise', promise: promiseOf(draw), on: draw.on, hasEvidence: !draw.isMad() },
  }),
  movePromise: (draw) => ({
    ...{ event: 'movePromise', promise: promiseOf(draw), on: draw.on, to: dueDay(draw) },
    hasReason: !draw.isMad(),
  }),
  dropPromise: (draw) => ({
    ...{ event: 'dropPromise', promise: promiseOf(draw), on: draw.on, hasReason: !draw.isMad() },
  }),
  nameCauses: ({ numbers }) => ({
    event: 'nameCauses',
    causes: CAUSES.filter(() => numbers(CAUSES.length) < 2),
  }),
  recommend: (draw) => ({
    ...{ event: 'recommend', ...ownerOf(draw), dueOn: draw.numbers(2) === 0 ? null : dueDay(draw) },
  }),
  followRecommendation: (draw) => ({
    ...{ event: 'followRecommendation', recommendation: recommendationOf(draw), on: draw.on },
    ...{ became: oneOf(draw.numbers, RECOMMENDATION_ENDS), hasReason: !draw.isMad() },
  }),
};

/** Somebody, a service, both, or by mistake nobody. */
const ownerOf = ({ numbers, isMad, person }: Draw) => ({
  owner: numbers(3) === 0 ? null : person(),
  serviceId: isMad() ? null : 'waste',
});

const dueDay = ({ numbers, on, isMad }: Draw): Day =>
  addDays(on, isMad() ? -numbers(AHEAD_DAYS) : numbers(AHEAD_DAYS));

const promiseOf = (draw: Draw): number => placeAmong(draw, draw.state?.learning.promises ?? []);

const recommendationOf = (draw: Draw): number => placeAmong(draw, draw.state?.learning.recommendations ?? []);

/** The place of one of them; by mistake, or where there is none, of something else. */
const placeAmong = ({ numbers, isMad }: Draw, held: readonly { readonly place: number }[]): number =>
  held[isMad() ? held.length : numbers(held.length)]?.place ?? 1;
