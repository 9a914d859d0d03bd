import { readView } from './read-view';

const says = (form: Parameters<typeof readView>[0]) => readView(form).problems.map(({ says: text }) => text);

describe('the form by which a view is kept', () => {
  it.each([
    '/',
    '/dashboard?stages=1',
    '/casework?list=OVERDUE&services=highways',
    '/?financialYears=2021-22&quarters=Q2',
    '/complaints?measure=OVERDUE&services=Revenues+%26+Benefits',
    '/measures/IN_TIME_RATE',
    '/services/highways?stages=1',
    '/streams/adults',
  ])('takes %s', (address) => {
    expect(readView({ title: '  Mine   and yours ', address })).toEqual({
      ...{ sent: { title: 'Mine and yours', address }, problems: [] },
    });
  });

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example/complaints',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '',
    '/sign-out',
    '/views',
    '/search?words=somebody',
    '/complaintsx',
    '/casework/team?who=olu',
    '/measures/OPEN/by-quarter.csv?stages=1',
    '/complaints\r\nset-cookie: x',
    '/services#x',
  ])('refuses what is no page of this site with filters: %j', (address) => {
    expect(says({ title: 'Mine', address })).toEqual([
      'Only a page of this site that has filters can be kept. Open it, and save it from there.',
    ]);
  });

  it('refuses no title, one that is too long, and a filter that is', () => {
    expect(says({ title: ' \t', address: '/' })).toEqual(['Give the view a title.']);
    expect(says({ title: 'é'.repeat(100), address: '/' })).toEqual([]);
    expect(says({ title: 'é'.repeat(101), address: '/' })).toEqual(['Shorten the title to 100 characters.']);
    expect(says({ title: 'Mine', address: `/?services=${'x'.repeat(2_000)}` })).toEqual([
      'The filter is too long to be kept: take some of it away.',
    ]);
  });

  it('takes fields that came twice, or not at all, for none', () => {
    expect(readView({ title: ['a', 'b'] }).sent).toEqual({ title: '', address: '' });
  });
});
