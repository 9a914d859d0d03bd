import { parseFinancialYear } from '../../../../domain/calendar/financial-year';
import type { Target } from '../../../../domain/targets/target-for';
import type { Measure } from '../../figures/catalogue/measure-catalogue';
import type { Where } from './cell-question';
import { directionCell, ragCell, targetCell } from './judged-cells';
import { untoldCell } from './untold-cell';

const period = { label: '2021-22', financialYear: parseFinancialYear('2021-22')!, quarters: null };
const TARGET: Target = {
  ...{ measure: 'IN_TIME_RATE', stream: 'CORPORATE', stage: 1, directorate: null, service: null },
  ...{ financialYear: '2021-22', value: 0.9, tolerance: 5, source: 'The portfolio agreement' },
};

const asked = (
  [numerator, denominator]: readonly [number, number],
  {
    measure = 'IN_TIME_RATE',
    where = { streams: ['CORPORATE'], stages: [1] },
  }: { measure?: Measure; where?: Where } = {},
) => ({
  asked: { measure, where, period },
  cell: {
    ...untoldCell('table/row/so-far', 'EMPTY'),
    ...{ state: 'TOLD' as const, value: numerator / denominator, numerator, denominator },
  },
});
const aimed = (...targets: readonly Target[]) => ({
  targets,
  directorateOf: (service: string) => (service === 'Parks' ? 'Place' : null),
});
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('what stands beside a figure', () => {
  it('is its target with the tolerance, and how it stands to it, in words', () => {
    const target = targetCell('table/row/target', asked([87, 100]), aimed(TARGET));
    expect(target).toMatchObject({ id: 'table/row/target', state: 'TOLD', value: 0.9, question: null });
    expect(plain(target.text)).toBe('90 % (amber within 5 points)');
    const rag = ragCell('table/row/rag', asked([87, 100]), aimed(TARGET));
    expect([plain(rag.text), rag.rag]).toEqual(['Amber: within 5 points of 90 %', 'AMBER']);
    expect(plain(targetCell('id', asked([87, 100]), aimed({ ...TARGET, tolerance: 0 })).text)).toBe('90 %');
  });

  it('is nothing without a target of its stream, stage and year', () => {
    const others: readonly Partial<Target>[] = [
      { stream: 'ADULTS' },
      { stage: 2 },
      { financialYear: '2020-21' },
    ];
    for (const other of others) {
      const targets = aimed({ ...TARGET, ...other });
      expect(targetCell('id', asked([1, 2]), targets).state).toBe('EMPTY');
      expect(ragCell('id', asked([1, 2]), targets).state).toBe('EMPTY');
    }
  });

  it('is nothing for a volume, for two streams at once and for a theme', () => {
    const targets = aimed({ ...TARGET, stream: null, stage: null });
    expect(
      targetCell('id', asked([1, 2], { measure: 'RECEIVED' }), aimed({ ...TARGET, measure: 'RECEIVED' }))
        .state,
    ).toBe('EMPTY');
    expect(
      targetCell('id', asked([1, 2], { where: { streams: ['ADULTS', 'SCHOOLS'] } }), targets).state,
    ).toBe('EMPTY');
    expect(targetCell('id', asked([1, 2], { where: { themes: ['Delay'] } }), targets).state).toBe('EMPTY');
    expect(targetCell('id', asked([1, 2], { where: {} }), targets).state).toBe('TOLD');
  });

  it('is the target of a service’s directorate where the service has none', () => {
    const targets = aimed({ ...TARGET, stream: null, stage: null, directorate: 'Place' });
    const of = (service: string) =>
      targetCell('id', asked([1, 2], { where: { services: [service] } }), targets);
    expect([of('Parks').state, of('Libraries').state]).toEqual(['TOLD', 'EMPTY']);
  });

  it('holds a count of a part of a year against no target, which is of the year', () => {
    const measure = 'UPHELD_BY_OMBUDSMAN';
    const targets = aimed({ ...TARGET, measure, stream: null, stage: null, value: 5 });
    const whole = asked([4, 1], { measure, where: {} });
    const half = {
      ...whole,
      asked: { ...whole.asked, period: { ...period, quarters: ['Q1', 'Q2'] as const } },
    };
    expect(ragCell('id', whole, targets).rag).toBe('GREEN');
    expect(ragCell('id', half, targets).state).toBe('EMPTY');
    expect(targetCell('id', half, targets).state).toBe('TOLD');
  });

  it('is which way it went, by what is better and by more than noise', () => {
    const direction = (now: readonly [number, number], before: readonly [number, number]) => {
      const { text, direction } = directionCell('id', asked(now), asked(before));
      return [text, direction];
    };
    expect(direction([90, 100], [60, 100])).toEqual(['better', 'BETTER']);
    expect(direction([60, 100], [90, 100])).toEqual(['worse', 'WORSE']);
    expect(direction([61, 100], [60, 100])).toEqual(['about the same', 'SAME']);
    const received = { measure: 'RECEIVED' as const };
    expect(directionCell('id', asked([72, 1], received), asked([30, 1], received))).toMatchObject({
      ...{ text: 'more', direction: 'CHANGED' },
    });
  });

  it('is no direction where one of the two is not known', () => {
    const unknown = { ...asked([1, 2]), cell: untoldCell('id', 'NOT_RECORDED') };
    expect(directionCell('id', asked([1, 2]), unknown).state).toBe('EMPTY');
    expect(directionCell('id', unknown, asked([1, 2])).state).toBe('EMPTY');
  });
});
