import type { SeededAgreement } from '../subgraphs/access/subgraph';

/** The agreement under which the demonstration's partner signs in. Nobody signed it anywhere else. */
export const demonstrationAgreements: readonly SeededAgreement[] = [
  {
    partner: 'stockport-homes',
    name: 'Stockport Homes',
    purpose:
      'Stockport Homes manages the council’s housing. It sees how the ombudsmen’s cases about it stand, so that decisions are carried out in time and it learns from them.',
    lawfulBasis:
      'Public task (UK GDPR, article 6(1)(e)): the council’s duties as a landlord, which Stockport Homes carries out for it.',
    streams: ['corporate', 'adults', 'childrens', 'schools'],
    parts: ['FIGURES', 'CASES', 'EVENTS'],
    smallNumbersBelow: null,
    ...{ startsOn: '2021-04-01', endsOn: '2051-03-31' },
    signedForCouncil: 'Made-up director, for the demonstration',
    signedForPartner: 'Made-up chief executive, for the demonstration',
  },
];
