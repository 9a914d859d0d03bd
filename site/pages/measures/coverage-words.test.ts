import { GatewayRefusal } from '../../gateway/refusal';
import { toldGateway } from '../../testing/serve-pages';
import { askCoverage, type CoverageLine, coverageWords } from './coverage-words';

const line = (facts: Partial<CoverageLine> = {}): CoverageLine => ({
  ...{ stream: 'CORPORATE', measure: 'ESCALATED', stage: 2, from: '2019-04-01', to: '2021-03-31' },
  granularity: 'DAY',
  ...facts,
});

describe('since when a measure was recorded', () => {
  it('is said of each stream, with its stage', () => {
    const lines = [line(), line({ stream: 'ADULTS', stage: null, to: null, granularity: 'YEAR' })];
    expect(coverageWords('ESCALATED', lines)).toBe(
      'Not before and after these days, where it is “not recorded”: Corporate, stage 2, 1 April 2019 to 31 March 2021; Adult social care, since 1 April 2019 (by whole financial years).',
    );
  });

  it('is nothing for a measure that no line speaks of', () => {
    expect(coverageWords('OPEN', [line()])).toBeNull();
  });

  it('is left out where it cannot be had', async () => {
    const asking = { accessToken: 'a', requestId: 'r' };
    expect(await askCoverage(toldGateway({ Coverage: { coverage: [line()] } }), asking)).toHaveLength(1);
    const down = toldGateway({ Coverage: new GatewayRefusal('TIMEOUT', 'Too late') });
    expect(await askCoverage(down, asking)).toEqual([]);
  });
});
