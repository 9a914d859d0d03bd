import fc from 'fast-check';
import { sealHash } from './chain';
import { comparePlaces, type SealedEntry } from './entries';

const text = fc.string();
const entry = fc.record<SealedEntry>({
  ...{ xid: text, id: text, at: text, actor: text, role: text, action: text },
  ...{ record_id: text, request_id: text, nonce: fc.option(text), signature: fc.option(text) },
});
const hashOf = (entries: readonly SealedEntry[], previous: string | null, number = 2): string => {
  const hash = sealHash(previous);
  entries.forEach(hash.add);
  return hash.end('pond', { number, sealedAt: new Date(0), through: { xid: '7', id: '7' } });
};

describe('the hash of a seal', () => {
  it('is another where any value of any entry is another, or their order, or the seal before', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(entry, { minLength: 2, maxLength: 5 }),
        fc.nat(),
        text,
        (entries, at, other) => {
          const before = hashOf(entries, 'before');
          const place = at % entries.length;
          for (const key of Object.keys(entries[0] ?? {})) {
            const changed = entries.map((one, of) => (of === place ? { ...one, [key]: `${other}!` } : one));
            const isSame = JSON.stringify(changed) === JSON.stringify(entries);
            expect(hashOf(changed, 'before') === before).toBe(isSame);
          }
          const isPalindrome = JSON.stringify([...entries].reverse()) === JSON.stringify(entries);
          expect(hashOf([...entries].reverse(), 'before') === before).toBe(isPalindrome);
          expect(hashOf(entries.slice(1), 'before')).not.toBe(before);
          expect(hashOf(entries, 'another')).not.toBe(before);
          expect(hashOf(entries, null)).not.toBe(before);
          expect(hashOf(entries, 'before', 3)).not.toBe(before);
        },
      ),
    );
  });
});

describe('places in a log', () => {
  it('are in the order of transactions, then of numbers, as numbers and not as text', () => {
    const places = [
      ...[
        { xid: '9', id: '10' },
        { xid: '10', id: '2' },
      ],
      ...[
        { xid: '10', id: '11' },
        { xid: '18446744073709551615', id: '1' },
      ],
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(places), (some) => {
        expect([...some].sort(comparePlaces)).toEqual(places.filter((place) => some.includes(place)));
      }),
    );
    expect(comparePlaces({ xid: '1', id: '1' }, { xid: '1', id: '1' })).toBe(0);
  });
});
