import { covers, meets, regionOf } from './regions';
import { question } from './testing/made-report';

const nobody = () => null;
const region = (part: Parameters<typeof question>[0]) => regionOf(question(part));
const half = region({ from: '2021-04-01', to: '2021-09-30' });
const q2 = region({ financialYears: ['2021-22'], quarters: ['Q2'] });
const q3 = region({ financialYears: ['2021-22'], quarters: ['Q3'] });

describe('of which complaints a number is', () => {
  it('is the same however it was asked', () => {
    expect(region({ financialYears: ['2021-22'], quarters: ['Q2', 'Q1'] })).toEqual(half);
    expect(region({ services: ['b', 'a', 'a'] })).toEqual(region({ services: ['a', 'b'] }));
  });

  it('lies in another by days and by names', () => {
    expect(covers('days', half, q2, nobody)).toBe(true);
    expect(covers('days', q2, half, nobody)).toBe(false);
    expect(meets('days', half, q3, nobody)).toBe(false);
    expect(covers('stages', region({}), region({ stages: [1] }), nobody)).toBe(true);
    expect(covers('stages', region({ stages: [1] }), region({}), nobody)).toBe(false);
    expect(meets('stages', region({ stages: [1] }), region({ stages: [2] }), nobody)).toBe(false);
  });

  it('has a service in its directorate where that is known, and may have it anywhere where it is not', () => {
    const [place, people] = [region({ directorates: ['Place'] }), region({ directorates: ['People'] })];
    const parks = region({ services: ['Parks'] });
    const known = () => 'Place';
    expect([covers('place', place, parks, known), meets('place', people, parks, known)]).toEqual([
      true,
      false,
    ]);
    expect([covers('place', place, parks, nobody), meets('place', people, parks, nobody)]).toEqual([
      false,
      true,
    ]);
  });

  it.each([{ financialYears: ['2021-23'] }, { quarters: ['Q5'] }, { from: '2021-02-30' }])(
    'is refused of what is no period: %j',
    (part) => expect(() => region(part)).toThrow(RangeError),
  );
});
