import type { CountingContext } from '../context';
import { type ReportContent, reportContent } from './content';
import type { ReportDefinition } from './definitions/definition';
import { definitionNamed } from './definitions/definitions';
import { headingOn } from './definitions/headings';
import { fillReport } from './fill/fill-report';
import type { Filling } from './life/filling';
import { publicContent } from './public/public-content';

/** How the reports of the product are filled. */
export const filling: Filling<ReportDefinition> = {
  definitionNamed,
  fillReport,
  sectionsOn: ({ sections }, day) =>
    sections.map((section) => ({ key: section.key, heading: headingOn(section, day) })),
  publicContent: withoutSmallNumbers,
};

/**
 * A directorate's services are added up, so that none can be worked out from the others; and so are the frozen reports of the
 * year's quarters before: a half-year less what its first quarter was said to be is the second.
 */
async function withoutSmallNumbers(context: CountingContext, content: ReportContent): Promise<ReportContent> {
  const { known } = await context.reference();
  const directorates = new Map(known.services.map(({ name, directorate }) => [name, directorate]));
  const directorateOf = (service: string) => directorates.get(service) ?? null;
  const published: ReportContent[] = [];
  for (const before of await frozenBefore(context, content))
    published.push(publicContent(before, { directorateOf, published: [...published] }));
  return publicContent(content, { directorateOf, published });
}

/** What was frozen last of the same report up to each earlier quarter of its year, in their order. */
async function frozenBefore(
  { transaction }: CountingContext,
  { definition, financialYear, upTo }: ReportContent,
): Promise<readonly ReportContent[]> {
  const quarters = ['Q1', 'Q2', 'Q3'].filter((quarter) => quarter < upTo);
  const rows = await transaction.query<{ content: unknown }>(
    `select distinct on (report_id) content from insight.report_version
     where report_id = any ($1::text[]) and frozen_at is not null order by report_id, version desc`,
    [quarters.map((quarter) => `${definition}.${financialYear}.${quarter}`)],
  );
  return rows.map((row) => reportContent.parse(row.content));
}
