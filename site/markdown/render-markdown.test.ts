import { renderMarkdown } from './render-markdown';
import { isSafeLink } from './safe-link';

const htmlOf = (text: string): string => renderMarkdown(text).html;

describe('a text in Markdown', () => {
  it('has its headings below the page’s own, none skipped, and a list of the highest', () => {
    const { html, parts } = renderMarkdown('# One `code`\n\n#### Deep\n\n# Two *words*\n\n###### Deepest');
    expect(html.match(/<h\d/g)).toEqual(['<h2', '<h3', '<h2', '<h3']);
    expect(html.match(/<\/h\d/g)).toEqual(['</h2', '</h3', '</h2', '</h3']);
    expect(parts).toEqual([
      { id: 'part-1', title: 'One code' },
      { id: 'part-2', title: 'Two words' },
    ]);
    expect(html).toContain('id="part-2"');
    expect(renderMarkdown('Nothing').parts).toEqual([]);
  });

  it('keeps lists, tables and emphasis, with no style of its own', () => {
    const html = htmlOf('- **one**\n- two\n\n| a | b |\n|---|---:|\n| 1 | 2 |\n\n| c |\n|---|\n| 3 |');
    expect(html).toContain('<li><strong>one</strong></li>');
    expect(html).toContain('aria-label="Table 1"');
    expect(html).toContain('aria-label="Table 2"');
    expect(html).toContain('<th class="govuk-table__header" scope="col">a</th>');
    expect(html).toContain('<td class="govuk-table__cell govuk-table__cell--numeric">2</td>');
    expect(html).not.toContain('style=');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'Words <b onclick="alert(1)">bold</b>',
    '<!-- a comment --> words',
    '<svg/onload=alert(1)>',
    '<a href="javascript:alert(1)">here</a>',
    '```"><script>\nalert(1)\n```',
    '[x]: javascript:alert(1)\n[x]',
    '![<script>](a.png)',
    '![a" onerror="alert(1)](a.png)',
    '[a](<https://a.example" onclick="alert(1)>)',
    '[a](https://a.example "title" onclick="x")',
  ])('is text where it would run: %s', (text) => {
    const html = htmlOf(text);
    // Whatever stands between angle brackets is one of ours.
    for (const [tag] of html.matchAll(/<[^>]*>/g))
      expect(tag).toMatch(/^<\/?(?:p|pre|code|a|span|ol|ul|li)(?: (?:class|href|title)="[^"<>]*")*>$/);
    expect(html).not.toMatch(/href="\s*(?:javascript|data|vbscript):/i);
  });

  it('asks no host for a picture: it tells its description', () => {
    for (const text of [
      '![A map](https://elsewhere.example/map.png)',
      '![A map](/assets/icon.svg)',
      '![A map][m]\n\n[m]: //elsewhere.example/x',
      '![A map](data:image/png;base64,AAAA)',
    ]) {
      expect(htmlOf(text)).not.toMatch(/<img|src=/);
      expect(htmlOf(text)).toContain('A map');
    }
  });

  it.each([
    '[here](javascript:alert(1))',
    '[here](JaVaScRiPt:alert(1))',
    '[here](javascript&colon;alert(1))',
    '[here](&#106;avascript:alert(1))',
    '[here](java&#9;script:alert(1))',
    '[here](data:text/html;base64,AAAA)',
    '[here](vbscript:x)',
    '[here](file:///etc/passwd)',
    '[here](//elsewhere.example)',
    '[here](\\\\elsewhere.example)',
    '[here](/\\elsewhere.example)',
    '<javascript:alert(1)>',
  ])('leads nowhere by %s', (text) => {
    expect(htmlOf(text)).not.toContain('<a ');
  });

  it('leads by HTTP, to a mailbox and within the site', () => {
    expect(htmlOf('[a](https://www.lgo.org.uk/x?y=1#z)')).toContain('href="https://www.lgo.org.uk/x?y=1#z"');
    expect(htmlOf('<complaints@council.example>')).toContain('href="mailto:complaints@council.example"');
    expect(htmlOf('[a](/guidance/faq-money#part-1)')).toContain('href="/guidance/faq-money#part-1"');
    for (const address of ['#part-2', 'faq-money', '?q=a:b', '/x?y=a:b', 'HTTPS://a.example', ' /x '])
      expect([address, isSafeLink(address)]).toEqual([address, true]);
    for (const address of ['https:///a', 'http:\\\\a', '/%5Ca.example', 'a:b', ':x'])
      expect([address, isSafeLink(address)]).toEqual([address, false]);
  });

  it.each([
    ['quotes', '>'.repeat(20_000)],
    ['brackets', '['.repeat(20_000)],
    ['stars', '*a '.repeat(20_000)],
    ['lists', '- '.repeat(10_000)],
    ['ticks', '`'.repeat(20_000)],
    ['links', '[a]('.repeat(10_000)],
    ['table cells', `|${'a|'.repeat(5_000)}\n|${'-|'.repeat(5_000)}\n`.repeat(2)],
  ])('is soon made of nothing but %s', (_what, text) => {
    const begun = performance.now();
    expect(htmlOf(text).length).toBeGreaterThan(0);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
