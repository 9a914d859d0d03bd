import { londonDayOf } from '../../../domain/calendar/day';
import type { Resolvers } from '../__generated__/resolver-types';
import { REPORT_DEFINITIONS } from './definitions/definitions';
import { filling } from './filling';
import { definitionOf } from './life/filling';
import { lifeResolvers } from './life/resolvers';

const life = lifeResolvers(filling);

/** The graph's fields of reports. */
export const reportResolvers = {
  ...life,
  Query: { ...life.Query, reportDefinitions: () => [...REPORT_DEFINITIONS] },
  ReportDefinition: {
    upTo: ({ upTo }) => [...upTo],
    headings: (definition, _, { clock }) =>
      filling.sectionsOn(definition, londonDayOf(clock.now())).map(({ heading }) => heading),
  },
  Report: {
    ...life.Report,
    definition: (report) => definitionOf(filling, report),
  },
} satisfies Resolvers;
