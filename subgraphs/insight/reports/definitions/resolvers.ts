import type { Resolvers } from '../../__generated__/resolver-types';
import { REPORT_DEFINITIONS } from './definitions';

/** The graph's fields of what reports hold. */
export const definitionResolvers = {
  Query: { reportDefinitions: () => [...REPORT_DEFINITIONS] },
  ReportDefinition: {
    upTo: ({ upTo }) => [...upTo],
    headings: ({ sections }) => sections.map(({ heading }) => heading),
  },
} satisfies Resolvers;
