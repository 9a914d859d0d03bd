import { accountFields, complaintFields, entityOf, stageFields } from '../../casework/reading/resolvers';
import type { Resolvers } from './__generated__/resolver-types';

const CONSENTS = ['HELD', 'NOT_HELD', 'NOT_NEEDED'] as const;
const RISKS = ['LOW', 'MEDIUM', 'HIGH'] as const;

const oneOf = <Word extends string>(words: readonly Word[], kept: string | null | undefined): Word | null =>
  words.find((word) => word === kept) ?? null;

/** The kit's fields, and what only an adults' complaint has. It has one stage, which is the latest. */
export const resolvers: Resolvers = {
  ...entityOf('AdultsComplaint'),
  AdultsComplaint: {
    ...complaintFields,
    planAgreed: async ({ latest }, _, { ownOfStage }) => {
      const { plan_agreed: agreed } = await ownOfStage.load(latest.id);
      return agreed ? agreed === 'YES' : null;
    },
    consent: async ({ latest }, _, { ownOfStage }) =>
      oneOf(CONSENTS, (await ownOfStage.load(latest.id)).consent),
    risk: async ({ latest }, _, { ownOfStage }) => oneOf(RISKS, (await ownOfStage.load(latest.id)).risk),
    provider: async ({ latest }, _, { ownOfStage }) => (await ownOfStage.load(latest.id)).provider ?? null,
    representative: async ({ id }, _, { accounts }) => {
      const relationship = (await accounts.load(id)).at(-1)?.relationship ?? null;
      return relationship?.toLowerCase() === 'self' ? null : relationship;
    },
    lessons: async ({ latest }, _, { ownAccountOfStage }) =>
      (await ownAccountOfStage.load(latest.id)).lessons ?? null,
  },
  ComplaintStage: stageFields,
  ComplainantAccount: accountFields,
};
