import type { KnownParts } from '../figures/parts';
import { checkTarget, type TargetInput } from './check-target';

const known: KnownParts = {
  services: [
    {
      ...{ id: 'parking', name: 'Parking', formerNames: ['Car Parks'] },
      ...{ directorateId: 'place', directorate: 'Place' },
    },
  ],
  directorates: [{ id: 'place', name: 'Services to Place' }],
  lastStage: 3,
};
const target = (part: Partial<TargetInput>): TargetInput => ({
  ...{ measure: 'IN_TIME_RATE', financialYear: '2021-22', value: 0.9, tolerance: 5 },
  source: 'Cabinet, 9 March 2021',
  ...part,
});

describe('a target', () => {
  it('is taken with what its names stand for', () => {
    expect(checkTarget(target({ service: 'car parks', stage: 1, stream: 'CORPORATE' }), known)).toEqual({
      ...{ measure: 'IN_TIME_RATE', financialYear: '2021-22', stream: 'CORPORATE', stage: 1 },
      ...{ directorateId: null, serviceId: 'parking', value: 0.9, tolerance: 5 },
      source: 'Cabinet, 9 March 2021',
    });
    expect(checkTarget(target({ directorate: 'services to place' }), known)).toMatchObject({
      ...{ directorateId: 'place', serviceId: null, stream: null, stage: null },
    });
  });

  it.each<[string, Partial<TargetInput>]>([
    ['measure', { measure: 'RECEIVED' }],
    ['stage', { stage: 0 }],
    ['stage', { stage: 4 }],
    ['financialYear', { financialYear: '2021' }],
    ['financialYear', { financialYear: '2021-23' }],
    ['service', { service: 'Bins' }],
    ['directorate', { directorate: 'Nowhere' }],
    ['directorate', { directorate: 'Services to Place', service: 'Parking' }],
    ['value', { value: 90 }],
    ['value', { value: -0.1 }],
    ['value', { value: Number.NaN }],
    ['value', { measure: 'OVERDUE', value: 2.5 }],
    ['value', { measure: 'DAYS_TO_ANSWER_MEDIAN', value: -1 }],
    ['tolerance', { tolerance: -1 }],
    ['tolerance', { tolerance: 101 }],
    ['source', { source: '  ' }],
    ['source', { source: 'x'.repeat(1001) }],
  ])('is refused by its %s: %j', (part, wrong) => {
    expect(checkTarget(target(wrong), known)).toMatchObject({ code: 'TARGET_UNUSABLE', part });
  });

  it('of a volume is refused in words of its own', () => {
    expect(checkTarget(target({ measure: 'RECEIVED' }), known)).toMatchObject({
      message: expect.stringContaining('neither more nor less of it is better'),
    });
  });

  it('may be on an edge: all, none, and no tolerance', () => {
    for (const value of [0, 1])
      expect(checkTarget(target({ value, tolerance: 0 }), known)).toMatchObject({ value });
  });
});
