import fc from 'fast-check';
import { createSeal, hashOf } from './seal';

const SECRET = 'a secret of the site that is long enough';
const seal = createSeal({ secret: SECRET, purpose: 'sessions' });

describe('a seal', () => {
  it('gives back whatever text was sealed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(seal.open(seal.seal(text))).toBe(Buffer.from(text).toString());
      }),
    );
  });

  it('opens nothing that was changed in any place', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.integer({ min: 1, max: 255 }), (text, at, change) => {
        const bytes = Buffer.from(seal.seal(text), 'base64url');
        const place = at % bytes.length;
        bytes[place] = (bytes[place] ?? 0) ^ change;
        expect(seal.open(bytes.toString('base64url'))).toBeNull();
      }),
    );
  });

  it('opens nothing else, and throws for nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(seal.open(text)).toBeNull()));
    for (const part of [0, 5, 27, 28, 29])
      expect(seal.open(seal.seal('who is signed in').slice(0, part))).toBeNull();
  });

  it('is another for another secret and another purpose', () => {
    const sealed = seal.seal('text');
    expect(createSeal({ secret: SECRET, purpose: 'sessions' }).open(sealed)).toBe('text');
    expect(createSeal({ secret: `${SECRET}.`, purpose: 'sessions' }).open(sealed)).toBeNull();
    expect(createSeal({ secret: SECRET, purpose: 'sign-ins' }).open(sealed)).toBeNull();
  });

  it('tells neither the text nor that two texts are the same', () => {
    const [one, other] = [seal.seal('the same'), seal.seal('the same')];
    expect(one).not.toBe(other);
    expect(Buffer.from(one ?? '', 'base64url').toString('latin1')).not.toContain('the same');
  });
});

describe('the hash of a secret', () => {
  it('is the same for the same, and holds nothing of it', () => {
    expect(hashOf('one')).toBe(hashOf('one'));
    expect(hashOf('one')).not.toBe(hashOf('other'));
    expect(hashOf('one')).toMatch(/^[\w-]{43}$/);
  });
});
