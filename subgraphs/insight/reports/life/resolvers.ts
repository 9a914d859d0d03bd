import { countedWhenAsked } from '../../../../platform/lists/list';
import { isEnumValue } from '../../../../platform/server/enum-value';
import { keepNoAnswer } from '../../../../platform/transaction/kept-answers';
import type { Resolvers, Stream } from '../../__generated__/resolver-types';
import type { Context } from '../../context';
import { sourcesOf } from '../../coverage/known-sources';
import type { ReportContent } from '../content';
import type { Defined, Filling } from './filling';
import { freezeReport } from './freeze-report';
import { listReports } from './list-reports';
import type { VersionRow } from './report-tables';
import { renewReport, reviseReport } from './revise-report';
import { readVersion, versionsOf } from './rows';
import { leftOver, sectionsShown } from './said-sections';
import { seenOf } from './seen';
import { checksIn, type ReportShown, saidIn, shownReport, versionsSaid } from './shown-report';
import { noteSeen, openReport, writeCommentary } from './write-report';

const stateOf = ({ frozen_at }: Pick<VersionRow, 'frozen_at'>) =>
  frozen_at === null ? ('DRAFT' as const) : ('FROZEN' as const);

/** The graph's fields of a report's life: they ask `filling` what reports hold. */
export function lifeResolvers<Definition extends Defined>(filling: Filling<Definition>) {
  const said = (shown: ReportShown, context: Context) => saidIn(shown, context, filling);
  const content = async (shown: ReportShown, context: Context): Promise<ReportContent> => {
    const { content: whole } = await said(shown, context);
    return shown.isPublic ? filling.publicContent(context, whole) : whole;
  };
  return {
    ...types,
    Query: {
      reports: (_, asked, context) => listReports(context, asked),
      report: async (_, { id, version, isPublic }, context) => {
        keepNoAnswer(context.transaction);
        const row = await readVersion(context.transaction, { id, version: version ?? null });
        return row && shownReport(row, { isPublic: isPublic ?? false });
      },
    },
    Report: {
      __resolveReference: async ({ id }, { transaction }) => {
        keepNoAnswer(transaction);
        const row = await readVersion(transaction, { id, version: null });
        return row && shownReport(row);
      },
      financialYear: ({ financial_year }) => financial_year,
      upTo: ({ up_to }) => up_to,
      from: ({ from_day }) => from_day,
      to: ({ to_day }) => to_day,
      state: stateOf,
      definitionVersion: ({ definition_version }) => definition_version,
      versions: ({ id }, _, { transaction }) => versionsOf(transaction, id),
      asAt: async (shown, _, context) => (await content(shown, context)).asAt,
      partial: async (shown, _, context, { schema }) =>
        (await content(shown, context)).partial.flatMap((stream) =>
          isEnumValue<Stream>(schema, 'Stream', stream) ? [stream] : [],
        ),
      sources: async (shown, _, context) => [
        ...((await content(shown, context)).sources ?? (await sourcesOf(context.reference))),
      ],
      sections: async (shown, _, context) =>
        sectionsShown(await content(shown, context), await said(shown, context)),
      seen: async (shown, _, context) => {
        const all = await said(shown, context);
        return shown.seen ?? seenOf(all.content, versionsSaid(all));
      },
      checks: async (shown, _, context) => [...(await checksIn(shown, context, filling))],
      leftOver: async (shown, _, context) => leftOver(await said(shown, context)),
    },
    Mutation: {
      openReport: (_, asked, context) => openReport(context, filling, asked),
      writeReportCommentary: (_, asked, context) => writeCommentary(context, filling, asked),
      noteReportSeen: (_, asked, context) => noteSeen(context, filling, asked),
      renewReport: (_, asked, context) => renewReport(context, filling, asked),
      freezeReport: (_, asked, context) => freezeReport(context, filling, asked),
      reviseReport: (_, asked, context) => reviseReport(context, filling, asked),
    },
  } satisfies Resolvers;
}

const types = {
  ReportConnection: countedWhenAsked,
  ReportLine: {
    financialYear: ({ financial_year }) => financial_year,
    upTo: ({ up_to }) => up_to,
    newest: (row) => row,
  },
  ReportVersion: {
    state: stateOf,
    openedBy: ({ opened_by }) => opened_by,
    openedAt: ({ opened_at }) => opened_at.toISOString(),
    frozenBy: ({ frozen_by }) => frozen_by,
    frozenAt: ({ frozen_at }) => frozen_at?.toISOString() ?? null,
    frozenDespite: ({ frozen_despite }) => frozen_despite,
  },
  ReportCommentary: {
    writtenBy: ({ written_by }) => written_by,
    writtenAt: ({ written_at }) => written_at.toISOString(),
  },
} satisfies Resolvers;
