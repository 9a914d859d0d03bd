import { measurePage, measureSchema } from '../../subgraphs/insight/subgraph';
import { type GeneratedFile, HEADER } from './project';

/** What follows from the catalogue of measures: the schema's words and the page for people. */
export function measureParts(): GeneratedFile[] {
  return [
    { path: 'schema/insight/measures.generated.graphql', text: `${HEADER}${measureSchema()}` },
    { path: 'docs/measures.md', text: measurePage() },
  ];
}
