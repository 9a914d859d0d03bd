import { fieldOf, readFigureSchema } from '../../gateway/exports/figures';
import { type GeneratedFile, HEADER } from './project';

/**
 * The question by which assistants divide figures. Its text is published once for all, so it names every measure, each behind a
 * variable: a measure that the schema gains can be asked for from then on.
 */
export function assistantParts(supergraph: string): GeneratedFile[] {
  const { dimensions, measures } = readFigureSchema(supergraph);
  const asked = measures.map(fieldOf);
  const text = [
    '# Figures divided by dimensions: of the measures those whose variable says so.',
    'query AssistantDivided(',
    '  $by: [Dimension!]!',
    '  $where: MeasureFilter',
    '  $asAt: Date',
    ...asked.map((field) => `  $${field}: Boolean = false`),
    ') {',
    '  measures(by: $by, where: $where, asAt: $asAt) {',
    '    asAt',
    '    partial',
    '    callsPartial',
    '    sources { ...AssistantSource }',
    '    rows {',
    `      ${dimensions.map(fieldOf).join(' ')}`,
    ...asked.map((field) => `      ${field} @include(if: $${field})`),
    '      suppressed',
    '    }',
    '  }',
    '}',
    '',
  ].join('\n');
  return [
    { path: 'gateway/assistants/operations/assistant-divided.generated.graphql', text: `${HEADER}${text}` },
  ];
}
