import { catalogueOf } from '../pipeline/catalogue';
import { sources } from '../sources';

/** What each importer says of its codes, by the system. */
const codes = Object.fromEntries(
  catalogueOf(sources).sources.map(({ name, closureCodes }) => [name, closureCodes]),
);

describe('the codes that importers know', () => {
  it('have what they mean, as decisions on words say it', () => {
    expect(codes['corporate-crm']).toContainEqual({ written: 'CL02', meaning: 'PARTIALLY_UPHELD, ANSWERED' });
    expect(codes['corporate-crm']).toContainEqual({ written: 'OOJ', meaning: 'OUTSIDE_SCOPE' });
    expect(codes['corporate-crm']).toContainEqual({ written: 'Duplicate', meaning: 'NOT_A_COMPLAINT' });
    expect(codes.adults).toContainEqual({ written: 'R', meaning: 'RESOLVED_INFORMALLY' });
    expect(codes.childrens).toContainEqual({ written: 'not upheld', meaning: 'NOT_UPHELD, ANSWERED' });
  });

  it('are none of a system that closes no complaints by codes', () => {
    expect(codes.coverage).toEqual([]);
  });
});
