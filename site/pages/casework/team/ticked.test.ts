import fc from 'fast-check';
import { readTicked, tickOf } from './ticked';

describe('complaints that were ticked', () => {
  it('come back as they were seen, each once, by their streams', () => {
    const seen = fc.record({
      id: fc
        .tuple(
          fc.constantFrom('corporate', 'adults', 'childrens', 'schools'),
          fc.stringMatching(/^[\w-]{1,30}$/),
        )
        .map(([stream, rest]) => `${stream}-${rest}`),
      version: fc.integer({ min: 1, max: 100_000 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(seen, { selector: ({ id }) => id, maxLength: 20 }), (all) => {
        const ticked = readTicked({ complaint: [...all, ...all].map(tickOf) });
        const read = [...ticked].flatMap(([stream, some]) =>
          some.map((each) => ({ ...each, isOfStream: each.id.startsWith(`${stream.toLowerCase()}-`) })),
        );
        const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
        expect([...read].sort(byId)).toEqual(
          [...all].sort(byId).map((each) => ({ ...each, isOfStream: true })),
        );
      }),
    );
  });

  it.each([[{}], [{ complaint: 'corporate-1' }], [{ complaint: ['elsewhere-1@3', 'corporate-1@x', '@1'] }]])(
    'are none where no box of the site says so: %j',
    (form) => {
      expect(readTicked(form).size).toBe(0);
    },
  );

  it('may be one alone', () => {
    expect([...readTicked({ complaint: 'adults-7@2' })]).toEqual([
      ['ADULTS', [{ id: 'adults-7', version: 2 }]],
    ]);
  });
});
