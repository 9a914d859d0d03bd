import type { KnownTool } from './read-tools';
import { toolView } from './tool-view';

const places = {
  gateway: 'https://graph.example.gov.uk',
  council: 'A Council',
  database: { host: 'db', port: '1', name: 'ours' },
};
const tool = {
  ...{ id: 'curl', name: 'curl', says: '', door: 'files' },
  page: 'connect-curl',
  steps:
    '# Connect curl\n\nTake [it](../../starters/curl/a.sh), [a key](connect-a-tool.md#get-a-key), [more](download-the-records.md), and [by SQL](read-by-sql.md#figures).\n',
  files: [{ place: 'a.sh', text: '' }],
} as const satisfies KnownTool;

describe('the page of a tool', () => {
  it('leads to its files and to the page of all tools, and of pages that the site has not says where they are', () => {
    const guide = { ...tool, id: 'download-the-records', page: 'download-the-records', files: [] };
    const { title, html, files, needs } = toolView(tool, { places, offered: [tool, guide] });
    expect([title, needs]).toEqual(['Connect curl', 'key']);
    expect(html).toContain('<a href="/connect/curl/a.sh">it</a>');
    expect(html).toContain('<a href="/connect#get-a-key">a key</a>');
    expect(html).toContain('<a href="/connect/download-the-records">more</a>');
    expect(html).toContain('by SQL (the product’s docs/how-to/read-by-sql).');
    expect(files).toEqual([{ name: 'a.sh', href: '/connect/curl/a.sh' }]);
  });

  it('gives parts that belong together as one file', () => {
    const steps = '# Connect it\n\n[All](../../starters/superset/)\n';
    const { html, files, needs } = toolView(
      { ...tool, id: 'superset', door: 'SQL', bundle: 'all.zip', steps },
      { places, offered: [] },
    );
    expect(html).toContain('href="/connect/superset/all.zip"');
    expect([files, needs]).toEqual([[{ name: 'all.zip', href: '/connect/superset/all.zip' }], 'login']);
  });

  it('has a title, or is none', () => {
    expect(() => toolView({ ...tool, steps: 'Steps' }, { places, offered: [] })).toThrow('curl has no title');
  });
});
