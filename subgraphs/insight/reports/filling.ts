import type { CountingContext } from '../context';
import type { ReportContent } from './content';
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

/** A directorate's services are added up, so that none can be worked out from the others. */
async function withoutSmallNumbers(context: CountingContext, content: ReportContent): Promise<ReportContent> {
  const { known } = await context.reference();
  const directorates = new Map(known.services.map(({ name, directorate }) => [name, directorate]));
  return publicContent(content, { directorateOf: (service) => directorates.get(service) ?? null });
}
