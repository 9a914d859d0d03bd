import { z } from 'zod';
import { definitionLine } from '../definition-words';
import type { MakeTool } from '../make-tool';
import { definitionModel, definitionsAnswer } from '../models';
import { linkLine, linkModel } from '../outputs';
import { type Tool, tool } from '../tool';

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
