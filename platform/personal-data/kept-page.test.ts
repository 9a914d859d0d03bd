import { keptPage } from './kept-page';
import { keptTable, nothingPersonal, whoActed } from './kept-table';

const decided = (table: string) =>
  keptTable(table, { personal: [whoActed('decided_by')], plain: 'id', holds: 'ids' });

describe('the page of what is kept', () => {
  const page = keptPage({
    part: [decided('one'), decided('other'), nothingPersonal('facts', 'facts', 'id')],
    empty: [nothingPersonal('facts', 'counts', 'id')],
  });

  it('says once why columns of several tables are kept', () => {
    expect(page).toContain('## Part\n');
    expect(page.match(/Staff who decided or did something/g)).toHaveLength(1);
    expect(page).toContain('`one`: decided_by; `other`: decided_by');
  });

  it('has no part among those with people that keeps nothing of them, and names its tables', () => {
    expect(page).not.toContain('## Empty');
    expect(page).toContain('| `empty.facts` | counts |');
    expect(page).toContain('| `part.facts` | facts |');
  });

  it('tells of what is outside the database', () => {
    expect(page).toContain('## Outside the database');
    expect(page).toContain('`spool/`');
  });
});
