import { mayReadGuidance, navigationFor, startPageOf } from './navigation';

const ROLES = ['analyst', 'manager', 'officer', 'partner', 'auditor', 'admin'];
const hrefsFor = (role: string) =>
  navigationFor(role, '/').flatMap(({ items }) => items.map(({ href }) => href));
const current = (role: string, path: string) =>
  navigationFor(role, path)
    .flatMap(({ items }) => items)
    .filter(({ isCurrent }) => isCurrent)
    .map(({ href }) => href);

describe('the ways on from a page', () => {
  it.each(ROLES)('hold the page on which people of the role begin: %s', (role) => {
    expect(hrefsFor(role)).toContain(startPageOf(role));
  });

  it.each([
    ['officer', '/casework'],
    ['manager', '/casework'],
    ['analyst', '/dashboard'],
    ['partner', '/dashboard'],
    ['admin', '/dashboard'],
    ['auditor', '/audit'],
  ])('begin for %s at %s', (role, start) => {
    expect(startPageOf(role)).toBe(start);
  });

  it('hold no figure for an auditor, who sees none, and the audit log for nobody else', () => {
    expect(hrefsFor('auditor')).toContain('/audit');
    expect(hrefsFor('auditor')).not.toContain('/dashboard');
    for (const role of ROLES.filter((each) => each !== 'auditor'))
      expect(hrefsFor(role)).not.toContain('/audit');
  });

  it('lead a partner to no list that is always empty', () => {
    expect(hrefsFor('partner')).toEqual([
      '/dashboard',
      '/ombudsman-cases',
      '/measures',
      '/views',
      '/partner',
      '/reports/mid-year',
      '/dictionary',
      '/connect',
      '/status',
    ]);
    expect(hrefsFor('analyst')).toEqual(expect.arrayContaining(['/complaints', '/services']));
  });

  it('are none for a role that there is not', () => {
    expect(navigationFor('toString', '/')).toEqual([]);
  });

  it('lead to data quality whoever puts rows right, and managers to what concerns theirs', () => {
    const leads = (role: string) =>
      navigationFor(role, '/').some(({ items }) => items.some(({ href }) => href === '/data-quality'));
    expect(['officer', 'manager', 'admin'].every(leads)).toBe(true);
    expect(['analyst', 'partner', 'auditor'].some(leads)).toBe(false);
  });

  it('lead to the guidance and the procedures whoever may read them', () => {
    for (const role of ROLES) {
      expect([role, mayReadGuidance(role)]).toEqual([role, role !== 'partner']);
      expect(hrefsFor(role).includes('/guidance')).toBe(mayReadGuidance(role));
      expect(hrefsFor(role).includes('/procedures')).toBe(mayReadGuidance(role));
    }
    expect(current('manager', '/guidance/faq-money')).toEqual(['/guidance']);
    expect(current('manager', '/procedures/adults')).toEqual(['/procedures']);
  });

  it('mark the place where one is, also below it', () => {
    expect(current('analyst', '/dashboard')).toEqual(['/dashboard']);
    expect(current('analyst', '/measures')).toEqual(['/measures']);
    expect(current('analyst', '/measures/OVERDUE')).toEqual(['/measures']);
    expect(current('analyst', '/measures-of-others')).toEqual([]);
    expect(current('analyst', '/reports/mid-year')).toEqual(['/reports/mid-year']);
    expect(current('analyst', '/help')).toEqual([]);
  });
});

describe('the groups of the ways on', () => {
  it.each(ROLES)('lead to their first, and hold something: %s', (role) => {
    for (const { text, href, items } of navigationFor(role, '/'))
      expect(text === 'Administration' ? ['/administration', items[0]?.href] : [items[0]?.href]).toContain(
        href,
      );
  });

  it('lead to the page that tells what a group holds, and are open there', () => {
    const administration = (role: string, path: string) =>
      navigationFor(role, path).find(({ text }) => text === 'Administration');
    expect(administration('admin', '/')).toMatchObject({ href: '/administration', isCurrent: false });
    expect(administration('admin', '/administration')).toMatchObject({ isCurrent: true, isOpen: true });
    expect(administration('auditor', '/audit')).toMatchObject({ href: '/administration/partners' });
  });

  it('are open where one is, and the first where one is in none', () => {
    const openAt = (path: string) => navigationFor('analyst', path).map(({ isOpen }) => isOpen);
    expect(openAt('/measures')[0]).toBe(true);
    expect(openAt('/help')[0]).toBe(true);
    expect(navigationFor('analyst', '/help')[0]?.isCurrent).toBe(false);
    for (const path of ['/dashboard', '/measures/OVERDUE', '/help'])
      expect(openAt(path).filter((isOpen) => isOpen)).toHaveLength(1);
  });

  it('show work on one complaint below the worklists, to those who have them', () => {
    const currentFor = (role: string, path: string, place?: string) =>
      navigationFor(role, path, place).find(({ isCurrent }) => isCurrent)?.text;
    for (const below of ['do/acknowledge', 'letters', 'letters/1', 'documents', 'what-if'])
      expect(currentFor('manager', `/complaints/1/${below}`)).toBe('Casework');
    expect(currentFor('officer', '/complaints/1')).toBe('Figures');
    expect(currentFor('officer', '/complaints/1', '/casework')).toBe('Casework');
    expect(currentFor('analyst', '/complaints/1', '/casework')).toBe('Figures');
    expect(currentFor('officer', '/complaints/1/does')).toBe('Figures');
  });

  it('bear the name of the one that they hold', () => {
    expect(navigationFor('officer', '/').map(({ text }) => text)).toContain('Data quality');
    expect(navigationFor('analyst', '/')[0]?.text).toBe('Figures');
  });
});
