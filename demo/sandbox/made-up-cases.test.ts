import { ombudsmanCaseRecord } from '../../contracts/records/ombudsman-case';
import { toDay } from '../../domain/calendar/day';
import { madeUpCases } from './made-up-cases';

const TODAY = toDay('2026-11-30');

describe('made-up cases of a partner', () => {
  const cases = madeUpCases('new-homes', TODAY);

  it('are records as an importer hands them over, of that partner, decided and not', () => {
    expect(cases.map((each) => ombudsmanCaseRecord.parse(each))).toEqual(cases);
    expect(new Set(cases.map(({ partner }) => partner))).toEqual(new Set(['new-homes']));
    expect(new Set(cases.map(({ upheld }) => upheld))).toEqual(new Set([null, true, false]));
  });

  it('are the same for one partner, and none of another', () => {
    expect(madeUpCases('new-homes', TODAY)).toEqual(cases);
    const keys = [...cases, ...madeUpCases('newhomes', TODAY), ...madeUpCases('new-homes1', TODAY)].map(
      ({ referenceKey }) => referenceKey,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('change each day by one, so that something is told', () => {
    const tomorrow = madeUpCases('new-homes', toDay('2026-12-01'));
    expect(
      tomorrow.filter(({ contentHash }, place) => contentHash !== cases[place]?.contentHash),
    ).toHaveLength(1);
  });
});
