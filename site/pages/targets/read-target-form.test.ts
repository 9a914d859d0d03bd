import { readTargetForm, typedOf } from './read-target-form';

const DEFINITIONS = [
  { measure: 'IN_TIME_RATE', title: 'In time', unit: 'RATE', polarity: 'HIGHER_IS_BETTER' },
  { measure: 'OVERDUE', title: 'Overdue', unit: 'COUNT', polarity: 'LOWER_IS_BETTER' },
] as const;
const FORM = {
  ...{ id: '', basedOnVersion: '0', measure: 'IN_TIME_RATE', financialYear: '2021-22', stream: 'ADULTS' },
  ...{ stage: '1', directorate: '', service: '', value: '92.5 %', tolerance: '5', source: 'Cabinet' },
};

describe('the form of a target', () => {
  it('takes a rate in per cent, and its tolerance in points', () => {
    expect(readTargetForm(FORM, DEFINITIONS)).toMatchObject({
      problems: [],
      target: {
        ...{ measure: 'IN_TIME_RATE', financialYear: '2021-22', stream: 'ADULTS', stage: 1 },
        ...{ directorate: null, service: null, value: 0.925, tolerance: 5, source: 'Cabinet' },
      },
    });
  });

  it('takes a count as it is', () => {
    const form = { ...FORM, measure: 'OVERDUE', stream: '', stage: '', value: '1,200', tolerance: '0' };
    expect(readTargetForm(form, DEFINITIONS).target).toMatchObject({
      ...{ value: 1200, tolerance: 0, stream: null, stage: null },
    });
  });

  it.each([
    ['measure', ''],
    ['measure', 'RECEIVED?'],
    ['financialYear', ''],
    ['stage', 'first'],
    ['stage', '1.5'],
    ['value', 'most'],
    ['value', '-1'],
    ['tolerance', ''],
    ['source', ' '],
  ])('says what is wrong with %s %j, and keeps what was typed', (field, typed) => {
    const read = readTargetForm({ ...FORM, [field]: typed }, DEFINITIONS);
    expect(read.problems.map((problem) => problem.field)).toEqual([field]);
    expect([read.target, read.typed.service, read.typed.value]).toEqual([
      ...[null, '', field === 'value' ? typed : '92.5 %'],
    ]);
  });

  it('is kept where nobody says what measures mean', () => {
    const read = readTargetForm(FORM, null);
    expect([read.target, read.problems.length, read.typed.value]).toEqual([null, 1, '92.5 %']);
  });

  it('shows a target as it is typed, and reads that back', () => {
    const target = {
      ...{ id: 'x', version: 3, definition: DEFINITIONS[0], financialYear: '2021-22', isEnded: false },
      ...{ stream: null, stage: 2, directorate: null, service: 'Parking', value: 0.29, tolerance: 2.5 },
      source: 'Cabinet',
    };
    const typed = typedOf(target);
    expect(typed).toMatchObject({ value: '29', tolerance: '2.5', stage: '2', basedOnVersion: '3' });
    expect(readTargetForm(typed, DEFINITIONS)).toMatchObject({
      ...{ basedOnVersion: 3, target: { value: 0.29, tolerance: 2.5, service: 'Parking' } },
    });
  });
});
