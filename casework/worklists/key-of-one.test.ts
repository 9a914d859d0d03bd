import fc from 'fast-check';
import { keyOfOne } from './key-of-one';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

it('names the command on one of many by a UUID of its own, the same each time', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 20 }), (key, ids) => {
      const keys = ids.map((id) => keyOfOne(key, id));
      for (const each of keys) expect(each).toMatch(UUID);
      expect(new Set(keys).size).toBe(ids.length);
      expect(ids.map((id) => keyOfOne(key.toUpperCase(), id))).toEqual(keys);
    }),
  );
});
