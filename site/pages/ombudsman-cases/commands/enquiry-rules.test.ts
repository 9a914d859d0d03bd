import { BEGINS, enquiryRules } from './enquiry-rules';

describe('what is ruled of a step of an ombudsman’s case', () => {
  it('is where it may be done, and to what it leads', () => {
    const about = { today: '2026-12-01', work: { deadlines: [] } } as never;
    expect(enquiryRules('EXTEND_REPLY', about).says).toEqual([
      'Where it stands at “Waits for our reply”: for officers to do. It stands there afterwards as before.',
    ]);
    expect(BEGINS.limits).toEqual([]);
  });
});
