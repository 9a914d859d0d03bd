import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { figureInputs } from './inputs';
import { MAKE } from './testing';
import { readVocabulary } from './vocabulary';

const { vocabulary } = MAKE;
const inputs = figureInputs(vocabulary);

describe('what figures can be asked with', () => {
  it('is read from the schema, so that a measure, a dimension or a part of the filter is there once the schema has it', () => {
    expect(vocabulary.measures).toContain('IN_TIME_RATE');
    expect(vocabulary.dimensions[0]).toEqual({ value: 'STREAM', means: 'The stream.' });
    expect(vocabulary.words('Stream').map(({ value }) => value)).toEqual(['SCHOOLS', 'CORPORATE']);
    expect(vocabulary.filter.get('streams')).toEqual({
      ...{ isList: true, of: ['SCHOOLS', 'CORPORATE'], means: 'Only these streams.' },
    });
    expect(vocabulary.fieldOf('IN_TIME_RATE')).toBe('inTimeRate');
  });

  it('is there of the product’s own schema', () => {
    const supergraph = readFileSync(path.join(__dirname, '../../schema/supergraph.graphql'), 'utf8');
    const product = readVocabulary(supergraph);
    expect([...product.filter.keys()]).toEqual(expect.arrayContaining(['streams', 'periods', 'ageBands']));
    expect(product.dimensions.every(({ means }) => means.length > 5)).toBe(true);
  });
});

describe('what an assistant may write', () => {
  it.each([
    [{}],
    [{ streams: ['SCHOOLS'], stages: [1, 2], services: ['Not recorded'], open: true, from: '2021-09-30' }],
  ])('is a filter such as %j', (where) => {
    expect(inputs.where.parse(where)).toEqual(where);
  });

  it.each([
    ['an unknown value', { streams: ['STREETS'] }],
    ['an unknown part', { stream: ['SCHOOLS'] }],
    ['an empty list', { streams: [] }],
    ['one where there are several', { stages: 1 }],
    ['a part of a number', { stages: [1.5] }],
    ['a day that there is not', { from: '2021-02-30' }],
    ['a moment', { from: '2021-02-01T00:00:00Z' }],
    ['a name of no letters', { services: [''] }],
    ['a name that is none', { services: ['x'.repeat(201)] }],
    ['more names than anybody reads', { services: Array.from({ length: 51 }, (_, place) => String(place)) }],
  ])('is not %s', (_, where) => {
    expect(inputs.where.safeParse(where).success).toBe(false);
  });

  it('is told to it as JSON Schema, with what each part means', () => {
    const told = z.toJSONSchema(z.object({ where: inputs.where, measure: inputs.measure }), { io: 'input' });
    expect(JSON.stringify(told)).toContain('Only these streams.');
    expect(JSON.stringify(told)).toContain('"IN_TIME_RATE"');
  });
});
