import { seenBy } from './seen-by';

const nobody = { subject: 'test', scopes: [], services: [], streams: [], partner: null };
const key = (given: object) => JSON.stringify(seenBy({ ...nobody, role: 'analyst', ...given }));

describe('what callers see', () => {
  it('is the same for those of one role', () => {
    expect(key({ subject: 'ana' })).toBe(key({ subject: 'dee' }));
    expect(key({ role: 'officer', streams: ['schools'] })).toBe(key({ role: 'officer', streams: [] }));
  });

  it('is another for each partner, and for the streams that are agreed with it', () => {
    const partner = { role: 'partner', partner: 'homes', streams: ['schools', 'adults'] };
    expect(key(partner)).toBe(key({ ...partner, streams: ['adults', 'schools'] }));
    expect(key(partner)).not.toBe(key({ ...partner, streams: ['schools'] }));
    expect(key(partner)).not.toBe(key({ ...partner, partner: 'guests' }));
    expect(key({})).not.toBe(key({ role: 'manager' }));
  });
});
