import { toldGateway } from '../../testing/serve-pages';
import { readQualityFilter } from './quality-filter';
import { askQualityNames, type QualityNames } from './quality-names';
import { ROW_STATE_CHOICES } from './quarantine/states';

const gateway = toldGateway({
  QualityNames: {
    sources: [{ name: 'corporate-crm', title: 'the corporate system' }],
    faultCodes: [
      { code: 'NO_IDENTITY', source: 'corporate-crm', action: '' },
      { code: 'NO_IDENTITY', source: 'adults', action: '' },
    ],
  },
});
let names: QualityNames;
beforeAll(async () => {
  names = await askQualityNames(gateway, { accessToken: 'token', requestId: 'request' });
});
const read = (query: Record<string, unknown>, known: QualityNames | null = names) =>
  readQualityFilter(query, { names: known, states: ROW_STATE_CHOICES });

describe('what a list of what is wrong is narrowed to', () => {
  it('offers names once, as people say them', () => {
    expect(names).toEqual({
      sources: [{ value: 'corporate-crm', text: 'The corporate system' }],
      codes: [{ value: 'NO_IDENTITY', text: 'No usable reference' }],
    });
  });

  it('is what the address says', () => {
    const query = {
      ...{ source: 'corporate-crm', code: 'NO_IDENTITY', stream: 'ADULTS', state: 'SETTLED', import: '7' },
      ...{ from: '2026-11-01', to: '2026-11-29', aboutFrom: '2021-04-01', aboutTo: '2021-06-30' },
    };
    expect(read(query)).toEqual({
      where: {
        ...{ sources: ['corporate-crm'], codes: ['NO_IDENTITY'], streams: ['ADULTS'], imports: ['7'] },
        ...{ from: '2026-11-01', to: '2026-11-29', aboutFrom: '2021-04-01', aboutTo: '2021-06-30' },
        states: ['CORRECTING', 'CORRECTED', 'DISMISSED'],
      },
      parameters: query,
      problems: [],
    });
  });

  it('is everything where nothing is said', () => {
    expect(read({ source: '', state: '' })).toEqual({ where: {}, parameters: {}, problems: [] });
  });

  it.each([
    { source: 'elsewhere' },
    { code: ['NO_IDENTITY', 'NO_IDENTITY'] },
    { stream: 'NOBODY' },
    { state: 'toString' },
    { import: 'seven' },
    { from: '30/9/2021' },
    { aboutTo: '2021-02-30' },
  ])('leaves out what makes no sense, and says so: %j', (query) => {
    const { where, parameters, problems } = read(query);
    expect([where, parameters, problems]).toEqual([{}, {}, [expect.stringMatching(/: .+\.$/)]]);
  });

  it('takes any name where nobody could say which there are', () => {
    expect(read({ source: 'elsewhere' }, null).where).toEqual({ sources: ['elsewhere'] });
  });
});
