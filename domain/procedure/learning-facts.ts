import type { Day } from '../calendar/day';
import type { PersonId } from './case-state';
import type { Cause, RecommendationEnd } from './learning';

/** What is learned of an answer, as it is kept: a promise or a recommendation is named by the place of its entry. */
export type LearningFacts =
  | {
      readonly event: 'promise';
      readonly owner: PersonId | null;
      readonly serviceId: string | null;
      readonly dueOn: Day;
    }
  | {
      readonly event: 'keepPromise';
      readonly promise: number;
      readonly on: Day;
      readonly hasEvidence: boolean;
    }
  | {
      readonly event: 'movePromise';
      readonly promise: number;
      readonly on: Day;
      readonly to: Day;
      readonly hasReason: boolean;
    }
  | {
      readonly event: 'dropPromise';
      readonly promise: number;
      readonly on: Day;
      readonly hasReason: boolean;
    }
  | { readonly event: 'nameCauses'; readonly causes: readonly Cause[] }
  | {
      readonly event: 'recommend';
      readonly owner: PersonId | null;
      readonly serviceId: string | null;
      readonly dueOn: Day | null;
    }
  | {
      readonly event: 'followRecommendation';
      readonly recommendation: number;
      readonly became: RecommendationEnd;
      readonly on: Day;
      readonly hasReason: boolean;
    };
