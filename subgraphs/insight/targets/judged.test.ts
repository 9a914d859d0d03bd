import { toDay } from '../../../domain/calendar/day';
import type { Measure } from '../figures/catalogue/measure-catalogue';
import { definitionOf } from '../figures/catalogue/measure-definitions';
import { checkFilter, type MeasureFilter } from '../figures/filter';
import type { KnownParts } from '../figures/parts';
import { judgedFigure } from './judged';
import type { Target } from './targets';

const known: KnownParts = {
  services: [
    { id: 'parking', name: 'Parking', formerNames: [], directorateId: 'place', directorate: 'Place' },
    { id: 'parks', name: 'Parks', formerNames: [], directorateId: 'place', directorate: 'Place' },
  ],
  directorates: [{ id: 'place', name: 'Place' }],
  lastStage: 3,
};
const target = (id: string, part: Partial<Target>): Target => ({
  ...{ id, measure: 'IN_TIME_RATE', definition: definitionOf('IN_TIME_RATE'), financialYear: '2021-22' },
  ...{ stream: null, stage: null, directorate: null, service: null, value: 0.9, tolerance: 5 },
  ...{ source: 'Decided', version: 1, isEnded: false, decisions: [] },
  ...part,
});
const TARGETS = [
  target('all', {}),
  target('corporate', { stream: 'CORPORATE', stage: 1 }),
  target('place', { directorate: 'Place' }),
  target('parking', { service: 'Parking' }),
  target('overdue', { measure: 'OVERDUE', value: 5, tolerance: 0 }),
  target('escalated', { measure: 'ESCALATED', value: 50, tolerance: 0 }),
  target('ended', { stream: 'ADULTS', isEnded: true }),
];
const YEAR = { financialYears: ['2021-22'] };

function judged(where: MeasureFilter, measure: Measure = 'IN_TIME_RATE') {
  const filter = checkFilter(where, known, toDay('2021-10-15'));
  const value = measure === 'IN_TIME_RATE' ? 0.87 : 40;
  const figure = { measure, filter, value, numerator: 87, denominator: 100, suppressed: false };
  return judgedFigure(figure, TARGETS, known);
}

describe('a figure', () => {
  it('is judged by the target that holds for it, in words', () => {
    expect(judged({ ...YEAR, quarters: ['Q1', 'Q2'] })).toEqual({
      ...{ targetId: 'all', value: 0.9, tolerance: 5, rag: 'AMBER' },
      words: 'Amber: within 5 points of 90\u00a0%',
    });
  });

  it.each<[string, MeasureFilter]>([
    ['corporate', { streams: ['CORPORATE'], stages: [1] }],
    ['all', { streams: ['CORPORATE'] }],
    ['all', { streams: ['ADULTS'] }],
    ['parking', { services: ['Parking'] }],
    ['place', { services: ['Parks'] }],
    ['place', { directorates: ['Place'] }],
  ])('is judged by the target %s where it is of %j', (id, where) => {
    expect(judged({ ...YEAR, ...where })?.targetId).toBe(id);
  });

  it.each<[MeasureFilter]>([
    [{ streams: ['CORPORATE', 'ADULTS'] }],
    [{ services: ['Parking', 'Parks'] }],
    [{ services: ['Not recorded'] }],
    [{ themes: ['Delay'] }],
    [{ channels: ['Web'] }],
    [{ financialYears: ['2020-21'] }],
    [{ financialYears: ['2020-21', '2021-22'] }],
    [{ quarters: ['Q1', 'Q3'] }],
  ])('is judged by none where it is of %j', (where) => {
    expect(judged({ ...YEAR, ...where })).toBeNull();
  });

  it('of any days at all is of no year', () => {
    expect(judged({})).toBeNull();
  });

  it('that counts what happened is judged for a whole year, and one that counts what is open at any day', () => {
    expect(judged(YEAR, 'ESCALATED')?.rag).toBe('GREEN');
    expect(judged({ ...YEAR, quarters: ['Q1'] }, 'ESCALATED')).toBeNull();
    expect(judged({ ...YEAR, quarters: ['Q1'] }, 'OVERDUE')?.rag).toBe('RED');
  });
});
