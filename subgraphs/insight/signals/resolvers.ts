import type { MutationResolvers, QueryResolvers } from '../__generated__/resolver-types';
import { noteSignal } from './note-signal';
import { signals } from './signals';

/** The questions and the command about signals. */
export const signalResolvers: {
  readonly Query: Pick<QueryResolvers, 'signals'>;
  readonly Mutation: Pick<MutationResolvers, 'noteSignal'>;
} = {
  Query: { signals: (_, args, context) => signals(context, args) },
  Mutation: { noteSignal: (_, args, context) => noteSignal(context, args) },
};
