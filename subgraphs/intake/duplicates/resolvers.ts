import type {
  LikelyDuplicateResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../__generated__/resolver-types';
import type { DuplicateReasonCode } from '../tables/duplicates';
import { decideDuplicate } from './decide';
import { likelyDuplicateOf, likelyDuplicates } from './likely-duplicates';

const STATES = { open: 'OPEN', confirmed: 'CONFIRMED', refused: 'REFUSED' } as const;

const MESSAGES: Readonly<Record<DuplicateReasonCode, (days: number) => string>> = {
  NAMES_REFERENCE: () => "The text of one names the other's reference.",
  LIKE_REFERENCE: () => 'Their references differ only in case, dashes, spaces or leading noughts.',
  SAME_EMAIL: () => 'Both have the same email address.',
  SAME_WORDS: () => 'Most words of both texts are the same.',
  SAME_NAME: () => 'Both have the same full name.',
  SAME_POSTCODE: () => 'Both have the same postcode.',
  NEAR_IN_TIME: (days) =>
    days === 0
      ? 'They were received on the same day.'
      : `They were received ${days === 1 ? 'one day' : `${days} days`} apart.`,
};

const queries: QueryResolvers = {
  likelyDuplicates: (_, args, context) => likelyDuplicates(context, args),
  likelyDuplicate: (_, { id }, context) => likelyDuplicateOf(context, id),
};

const mutations: MutationResolvers = {
  confirmDuplicate: (_, request, context) => decideDuplicate(context, { ...request, state: 'confirmed' }),
  refuseDuplicate: (_, request, context) => decideDuplicate(context, { ...request, state: 'refused' }),
};

const likelyDuplicate: LikelyDuplicateResolvers = {
  records: ({ one_source, one_record, other_source, other_record }) => [
    { source: one_source, record: one_record },
    { source: other_source, record: other_record },
  ],
  reasons: ({ reasons, days }) => reasons.map((code) => ({ code, message: MESSAGES[code](days) })),
  foundAt: ({ found_at }) => found_at.toISOString(),
  state: ({ state }) => STATES[state],
  decidedBy: ({ decided_by }) => decided_by,
  decidedAt: ({ decided_at }) => decided_at?.toISOString() ?? null,
};

export const duplicates = { queries, mutations, likelyDuplicate };
