import { z } from 'zod';
import { type Definition, definitionModel, definitionsAnswer } from '../models';
import { linkLine, linkModel } from '../outputs';
import { type Tool, tool } from '../tool';
import type { MakeTool } from './tool-set';

/** What measures there are, and what each means. */
export const listMeasures = ({ vocabulary, site }: MakeTool): Tool =>
  tool({
    name: 'list_measures',
    title: 'Measures',
    description:
      'What can be counted about complaints, and what each measure means: what it counts, by which day, out of what a share is, which way is better, and the law or policy behind it. Ask it before choosing a measure.',
    input: z.strictObject({
      measures: z.array(z.enum(vocabulary.measures)).min(1).optional().describe('Only these; left out, all.'),
    }),
    output: z.object({ measures: z.array(definitionModel), link: linkModel }),
    async answer({ measures: asked }, { ask }) {
      const { measureDefinitions } = await ask('AssistantMeasures', definitionsAnswer);
      const measures = measureDefinitions.filter(({ measure }) => asked?.includes(measure) ?? true);
      const link = site.page('/measures');
      return {
        text: [...measures.map(definitionLine), ...linkLine(link)].join('\n'),
        structured: { measures, link },
      };
    },
  });

const UNITS = { COUNT: 'a count', RATE: 'a share', WORKING_DAYS: 'working days' } as const;
const POLARITIES = {
  ...{ HIGHER_IS_BETTER: ' More is better.', LOWER_IS_BETTER: ' Less is better.', NEITHER: '' },
} as const;

/** A measure in a line: its name, what it counts, and by which day. */
export function definitionLine(definition: Definition): string {
  const { measure, title, counts, numerator, denominator, datedBy, unit, polarity } = definition;
  const of = numerator === null ? '' : ` ${numerator}, divided by: ${lower(denominator ?? '')}.`;
  return `${title} (${measure}, ${UNITS[unit]}): ${counts.replace(/\.$/, '')}.${of} Dated by ${lower(datedBy)}.${POLARITIES[polarity]}`;
}

const lower = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
