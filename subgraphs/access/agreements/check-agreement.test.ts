import { checkAgreement, type WrittenAgreement } from './check-agreement';

const WRITTEN: WrittenAgreement = {
  ...{
    name: ' Guests ',
    purpose: 'To learn',
    lawfulBasis: 'Public task',
    streams: ['SCHOOLS', 'ADULTS', 'ADULTS'],
  },
  ...{ parts: ['FIGURES', 'CASES'], startsOn: '2021-04-01', endsOn: '2021-04-01' },
  ...{ signedForCouncil: 'Director', signedForPartner: 'Chair' },
};

describe('what is agreed', () => {
  it('is kept trimmed, each once, in one order, so that the same is the same', () => {
    expect(checkAgreement('guests', WRITTEN)).toEqual({
      ...{ partner: 'guests', name: 'Guests', purpose: 'To learn', lawful_basis: 'Public task' },
      ...{ streams: ['adults', 'schools'], parts: ['CASES', 'FIGURES'], small_numbers_below: null },
      ...{ starts_on: '2021-04-01', ends_on: '2021-04-01' },
      ...{ signed_for_council: 'Director', signed_for_partner: 'Chair' },
    });
  });

  it.each<[string, string, Partial<WrittenAgreement>]>([
    ['partner', 'Guest House', {}],
    ['partner', '', {}],
    ['name', 'guests', { name: 'x'.repeat(101) }],
    ['purpose', 'guests', { purpose: ' ' }],
    ['signedForCouncil', 'guests', { signedForCouncil: '' }],
    ['parts', 'guests', { parts: [] }],
    ['parts', 'guests', { parts: ['constructor'] }],
    ['smallNumbersBelow', 'guests', { smallNumbersBelow: 0 }],
    ['smallNumbersBelow', 'guests', { smallNumbersBelow: 101 }],
    ['startsOn', 'guests', { startsOn: 20_210_401 }],
    ['endsOn', 'guests', { endsOn: '2021-03-31' }],
  ])('is refused for its %s: %s %j', (part, partner, changed) => {
    expect(checkAgreement(partner, { ...WRITTEN, ...changed })).toMatchObject({
      ...{ __typename: 'AgreementUnusable', part },
    });
  });
});
