import { fixedClock } from '../../../platform/config/clock';
import { toldGateway } from '../../testing/serve-pages';
import { subscribedPage } from '../subscribed-page';
import { FIGURES, figureOf } from '../testing-post';
import { askFigureRows } from './view-figures';
import { askViewLetter } from './view-letter';
import { askViewPlace } from './view-place';

const asking = { accessToken: 'token', requestId: 'post-1', audience: 'the council' };
const HREF = 'https://complaints.example.gov.uk/views/one';

async function letterOf(address: string, answers: object = {}) {
  const page = subscribedPage(address);
  if (page === null) throw new Error('Not a page of figures');
  const gateway = toldGateway({ ...FIGURES, ...answers });
  const makers = { gateway, clock: fixedClock('2027-06-07') };
  return { letter: await askViewLetter(makers, { page, href: HREF }, asking), asked: gateway.asked };
}

describe('the letter of a saved view', () => {
  it('is made of pieces that are there one by one', () => {
    expect([askFigureRows, askViewPlace].every((each) => typeof each === 'function')).toBe(true);
  });

  it('names its page, its filter by the council’s names, and the time that it is of', async () => {
    const { letter, asked } = await letterOf('/services/highways?themes=Delay&financialYears=2021-22');
    expect(letter).toMatchObject({
      subject: 'Highways: complaints, 2021-22 (April 2021 to March 2022)',
      paragraphs: [
        'A service of Place.',
        'Narrowed by Theme: Delay.',
        expect.stringContaining('stand as at'),
      ],
      links: [{ href: HREF }],
    });
    expect(asked.find(({ operation }) => operation === 'Scorecards')?.variables).toMatchObject({
      stageOne: { services: ['Highways'], themes: ['Delay'], stages: [1] },
    });
  });

  it('tells each figure with of how many it is, and what it is beside', async () => {
    const figure = figureOf('IN_TIME_RATE', 0.7, {
      ...{ numerator: 81, denominator: 116 },
      definition: { title: 'Answered in time', unit: 'RATE', polarity: 'HIGHER_IS_BETTER', denominator: 'x' },
      comparisons: [
        {
          ...{ with: 'SAME_PERIOD_LAST_YEAR', from: '2020-07-01', to: '2020-09-30', better: true },
          ...{ value: 0.2, numerator: 20, denominator: 100, suppressed: false },
        },
      ],
    });
    const { letter } = await letterOf('/', { Scorecards: { stageOne: [figure] } });
    expect(letter.table?.rows).toEqual([
      {
        head: 'Stage 1 answered in time',
        value: '70\u00a0%',
        beside: ['81 of 116 answered', expect.stringMatching(/^20\u00a0% .* a year before \(now better\)$/)],
      },
    ]);
  });

  it('is of the one measure where its page is, and says what its records do not reach', async () => {
    const figures = [figureOf('RECEIVED', 122, { partial: true })];
    const { letter, asked } = await letterOf('/measures/RECEIVED?stages=1', { Figures: { figures } });
    expect(letter).toMatchObject({
      subject: 'RECEIVED: complaints, July to September 2021 (Q2 2021-22)',
      table: { rows: [{ head: 'RECEIVED', value: '122' }] },
      notes: ['The records end within this period: what there is of it is counted.'],
    });
    expect(asked.map(({ operation }) => operation)).toContain('Figures');
  });

  it('tells what is not recorded, and no zero in its place', async () => {
    const { letter } = await letterOf('/', {
      Scorecards: { stageOne: [figureOf('RECEIVED', 0, { value: null })] },
    });
    expect(letter.table?.rows).toMatchObject([{ value: 'not recorded' }]);
    expect(letter.notes).toEqual([]);
  });
});
