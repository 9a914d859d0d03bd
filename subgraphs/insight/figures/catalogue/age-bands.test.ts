import { AGE_BAND_NAMES, AGE_BANDS, ageBandDefinitions } from './age-bands';

describe('age bands', () => {
  it('hold every age once', () => {
    for (let age = 0; age <= 300; age += 1) {
      const holding = AGE_BAND_NAMES.filter(
        (band) => age >= AGE_BANDS[band].from && age <= (AGE_BANDS[band].to ?? age),
      );
      expect(holding).toHaveLength(1);
    }
    expect(ageBandDefinitions().map(({ title }) => title)).toEqual([
      ...['Up to 10 working days', '11 to 20 working days', '21 to 40 working days'],
      ...['41 to 65 working days', 'Over 65 working days'],
    ]);
  });
});
