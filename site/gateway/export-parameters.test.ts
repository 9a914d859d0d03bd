import fc from 'fast-check';
import { parametersOf } from './export-parameters';

describe('a filter in an address', () => {
  it('divides names at commas that are not their own', () => {
    const names = fc.array(
      fc.string({ minLength: 1 }).filter((name) => !name.includes('\\')),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(names, (services) => {
        const [value = ''] = parametersOf({ services }).getAll('services');
        expect(value.split(/(?<!\\),/).map((item) => item.replaceAll('\\,', ','))).toEqual(services);
      }),
    );
  });
});
