import { navigationFor, startPageOf } from './navigation';

const current = (role: string, path: string) =>
  navigationFor(role, path)
    .filter(({ isCurrent }) => isCurrent)
    .map(({ href }) => href);

describe('the ways on from a page', () => {
  it('begin with the page on which people of the role begin', () => {
    for (const role of ['analyst', 'manager', 'officer', 'partner', 'auditor', 'admin'])
      expect(navigationFor(role, '/')[0]?.href).toBe(startPageOf(role));
  });

  it('are the audit log alone for an auditor, who sees no figure, and no such log for others', () => {
    expect(navigationFor('auditor', '/audit').map(({ href }) => href)).toEqual(['/audit']);
    expect(navigationFor('analyst', '/').map(({ href }) => href)).not.toContain('/audit');
  });

  it('mark the place where one is, also below it', () => {
    expect(current('analyst', '/')).toEqual(['/']);
    expect(current('analyst', '/measures')).toEqual(['/measures']);
    expect(current('analyst', '/measures/OVERDUE')).toEqual(['/measures']);
    expect(current('analyst', '/measures-of-others')).toEqual([]);
    expect(current('analyst', '/reports/mid-year')).toEqual(['/reports/mid-year']);
    expect(current('analyst', '/help')).toEqual([]);
  });
});
