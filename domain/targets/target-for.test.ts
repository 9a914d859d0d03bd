import fc from 'fast-check';
import { type Target, targetFor } from './target-for';

const target = (part: Partial<Target>): Target => ({
  measure: 'IN_TIME_RATE',
  stream: null,
  stage: null,
  directorate: null,
  service: null,
  financialYear: '2021-22',
  value: 0.9,
  tolerance: 5,
  source: 'Decided by nobody',
  ...part,
});
const ASKED = { measure: 'IN_TIME_RATE', financialYear: '2021-22' };

describe('the target that holds for a figure', () => {
  const all = target({});
  const stage = target({ stage: 1 });
  const stream = target({ stream: 'CORPORATE' });
  const both = target({ stream: 'CORPORATE', stage: 1 });
  const directorate = target({ directorate: 'Place' });
  const service = target({ service: 'Greenspace' });
  const targets = [all, stage, stream, both, directorate, service];

  it('is the most specific', () => {
    const ofService = {
      ...ASKED,
      stream: 'CORPORATE',
      stage: 1,
      directorate: 'Place',
      service: 'Greenspace',
    };
    expect(targetFor(targets, ofService)).toBe(service);
    expect(targetFor(targets, { ...ofService, service: 'Highways' })).toBe(directorate);
    expect(targetFor(targets, { ...ofService, service: null, directorate: null })).toBe(both);
    expect(targetFor(targets, { ...ASKED, stream: 'CORPORATE' })).toBe(stream);
    expect(targetFor(targets, { ...ASKED, stream: 'ADULTS', stage: 1 })).toBe(stage);
    expect(targetFor(targets, { ...ASKED, stream: 'ADULTS' })).toBe(all);
  });

  it('is never that of a part, for a figure of the whole', () => {
    expect(targetFor([stage, stream, both, directorate, service], ASKED)).toBeNull();
  });

  it('is that of its measure and its year', () => {
    expect(targetFor(targets, { ...ASKED, measure: 'UPHOLD_RATE' })).toBeNull();
    expect(targetFor(targets, { ...ASKED, financialYear: '2020-21' })).toBeNull();
  });

  it('does not hang on the order of the targets', () => {
    const asked = { ...ASKED, stream: 'CORPORATE', stage: 1, directorate: 'Place', service: 'Greenspace' };
    fc.assert(
      fc.property(fc.shuffledSubarray(targets, { minLength: 1 }), (some) => {
        const inOrder = targets.filter((one) => some.includes(one));
        expect(targetFor(some, asked)).toBe(targetFor(inOrder, asked));
      }),
    );
  });
});
