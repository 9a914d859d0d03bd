import { parse } from 'graphql';
import { guardOf, restrictionCommands, restrictionLists } from './restriction-parts';

describe('what a stream’s schema has for restricted cases', () => {
  it('is GraphQL, under the stream’s own names', () => {
    const text = `type Query {${restrictionLists('transport', 'complaints of buses')} }${restrictionCommands('transport')}`;
    expect(() => parse(text)).not.toThrow();
    for (const name of [
      'transportRestrictions(',
      'restrictTransportComplaint(',
      'acknowledgeTransportCaseOpening(',
    ])
      expect(text).toContain(name);
  });

  it('guards what is guarded of every complaint, and nothing else', () => {
    expect(guardOf('restriction')).toBe(' @requiresScopes(scopes: [["restrictions"]])');
    expect([guardOf('reference'), guardOf('restricted'), guardOf('constructor')]).toEqual(['', '', '']);
  });
});
