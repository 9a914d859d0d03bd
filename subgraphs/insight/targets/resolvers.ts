import type { Resolvers } from '../__generated__/resolver-types';
import type { Context } from '../context';
import { judgedFigure } from './judged';
import { endTarget, saveTarget, targetOf } from './save-target';
import { chosenTargets } from './targets';

/** Targets, and how figures stand to them. */
export const targetResolvers: Pick<Resolvers, 'Query' | 'Mutation' | 'Figure'> = {
  Query: {
    targets: async (_, args, { targets }) => chosenTargets(await targets(), args),
    target: (_, { id }, context) => targetOf(context, id),
  },
  Mutation: {
    saveTarget: (_, args, context) => saveTarget(context, args),
    endTarget: (_, args, context) => endTarget(context, args),
  },
  Figure: {
    judged: async (figure, _, { reference, targets }: Context) =>
      judgedFigure(figure, await targets(), (await reference()).known),
  },
};
