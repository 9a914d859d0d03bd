import { servePages } from '../../testing/serve-pages';
import { addHelp } from './help';
import { keptView } from './what-is-kept';

const PAGE =
  '# What is kept\n\nAll of it.\n\n## Corporate\n\n| Why | Where |\n| --- | --- |\n| <b>to know</b> | `x` |\n';

describe('the page of what is kept', () => {
  it('has its title, its parts, and tables without the HTML of whoever wrote it', () => {
    const { title, html, contents } = keptView(PAGE);
    expect(title).toBe('What is kept');
    expect(html).not.toContain('<h1');
    expect(html).toContain('&lt;b&gt;to know');
    expect(contents.map((part) => part.title)).toEqual(['Corporate']);
  });

  it('is refused at the start where the text has no title', () => {
    expect(() => keptView('no title')).toThrow('has no title');
  });

  it('is shown to whoever is signed in, and found from the help', async () => {
    const pages = await servePages({
      add: (app, makers) => addHelp(app, { ...makers, whatIsKept: PAGE }),
      answers: {},
    });
    expect((await pages.get('/help')).body).toContain('href="/help/what-is-kept"');
    const { statusCode, body } = await pages.get('/help/what-is-kept');
    expect([statusCode, body.includes('<h1 class="govuk-heading-l title__words">What is kept</h1>')]).toEqual(
      [200, true],
    );
  });
});
