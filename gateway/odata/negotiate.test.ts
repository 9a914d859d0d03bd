import { chosenLevel, chosenSchemaType, preferredSize, refuseOlder } from './negotiate';

describe('the form of an answer', () => {
  it.each([
    [null, undefined, 'minimal'],
    [null, '*/*', 'minimal'],
    [null, 'application/json', 'minimal'],
    [null, 'application/json;odata.metadata=none', 'none'],
    [null, 'application/json; odata.metadata=full; q=1.0, */*; q=0.1', 'full'],
    [null, 'application/json;metadata=none', 'none'],
    [
      null,
      'application/json;odata.metadata=minimal;q=1.0,application/json;odata.streaming=true;q=0.9',
      'minimal',
    ],
    ['json', 'text/html', 'minimal'],
    ['application/json;odata.metadata=full', undefined, 'full'],
  ])('$format %j, Accept %j: %s', (format, accept, level) => {
    expect(chosenLevel(format, accept)).toBe(level);
  });

  it.each([
    [null, 'application/atom+xml'],
    [null, 'application/json;odata.metadata=verbose'],
    ['xml', undefined],
    ['atom', '*/*'],
  ])('$format %j, Accept %j: refused', (format, accept) => {
    expect(() => chosenLevel(format, accept)).toThrow(expect.objectContaining({ status: 406 }));
  });

  it('of $metadata is XML, or JSON where that is wanted', () => {
    expect(chosenSchemaType(null, undefined)).toBe('xml');
    expect(chosenSchemaType(null, '*/*')).toBe('xml');
    expect(chosenSchemaType(null, 'application/json')).toBe('json');
    expect(chosenSchemaType('json', 'application/xml')).toBe('json');
    expect(chosenSchemaType('xml', 'application/json')).toBe('xml');
    expect(() => chosenSchemaType('text/html', undefined)).toThrow(expect.objectContaining({ status: 406 }));
  });
});

describe('a preference for the size of pages', () => {
  it.each([
    [undefined, null],
    ['odata.maxpagesize=50', 50],
    ['return=minimal, maxpagesize="7"; wait=3', 7],
    ['odata.maxpagesize=0', null],
    ['odata.maxpagesize=many', null],
    ['odata.maxpagesize=5x', null],
  ])('%j is %j', (prefer, size) => {
    expect(preferredSize(prefer === undefined ? {} : { prefer })).toBe(size);
  });
});

it('refuses clients of older versions alone', () => {
  expect(() => refuseOlder({ 'odata-maxversion': '3.0' })).toThrow('OData 4.0 is spoken here');
  for (const version of ['4.0', '4.01'])
    expect(() => refuseOlder({ 'odata-maxversion': version })).not.toThrow();
  expect(() => refuseOlder({})).not.toThrow();
});
