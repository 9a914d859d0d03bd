import { buildSchema } from 'graphql';
import { isEnumValue } from './enum-value';

const schema = buildSchema('type Query { colour: Colour } enum Colour { RED BLUE }');

describe('isEnumValue', () => {
  it('tells the values of an enum from everything else', () => {
    const texts = ['RED', 'BLUE', 'red', '', 'toString', null, undefined];
    expect(texts.filter((text) => isEnumValue(schema, 'Colour', text))).toEqual(['RED', 'BLUE']);
  });

  it('has none of what is no enum', () => {
    expect(isEnumValue(schema, 'Query', 'colour')).toBe(false);
    expect(isEnumValue(schema, 'Shape', 'RED')).toBe(false);
  });
});
