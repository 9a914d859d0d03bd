import { bodyReference, bodyReferenceKey, referenceExample } from './body-reference';

describe("an ombudsman's reference", () => {
  it.each([
    ['LGSCO', '24 006 582', '24006582'],
    ['LGSCO', '24-006-582', '24006582'],
    ['LGSCO', ' 24006582 ', '24006582'],
    ['HOUSING', '202305080', '202305080'],
    ['LGSCO', '202305080', null],
    ['HOUSING', '24 006 582', null],
    ['LGSCO', '24 006 58A', null],
    ['LGSCO', '', null],
  ] as const)('of %s: %j is %j', (body, written, key) => {
    expect(bodyReferenceKey(body, written)).toBe(key);
  });

  it('is shown as the ombudsman writes it', () => {
    expect(bodyReference('LGSCO', '24006582')).toBe('24 006 582');
    expect(bodyReference('HOUSING', '202305080')).toBe(referenceExample('HOUSING'));
  });
});
