import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { readFigureSchema } from '../../gateway/exports/figures';
import { assistantParts } from './assistant-parts';

const supergraph = readFileSync(path.join(__dirname, '../../schema/supergraph.graphql'), 'utf8');
const SOURCE = 'fragment AssistantSource on SourceReach { source }';

describe('the question by which assistants divide figures', () => {
  const [{ text } = { text: '' }] = assistantParts(supergraph);

  it('can be asked, with every dimension, and every measure behind a variable of its own', () => {
    const schema = buildSchema(supergraph, { assumeValidSDL: true });
    expect(validate(schema, parse(`${text}${SOURCE}`))).toEqual([]);
    expect(text.match(/@include/g)).toHaveLength(readFigureSchema(supergraph).measures.length);
  });

  it('has a measure more as soon as the schema has it', () => {
    const more = supergraph.replace('  DAYS_TO_ANSWER_P90', '  APOLOGIES DAYS_TO_ANSWER_P90');
    expect(assistantParts(more)[0]?.text).toContain('apologies @include(if: $apologies)');
  });
});
