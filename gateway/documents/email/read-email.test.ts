import { emailOf } from '../testing/files';
import { htmlText } from './html-text';
import { readEmail } from './read-email';

describe('an e-mail', () => {
  it('is its text, with who wrote it to whom, and what came with it', async () => {
    const email = await readEmail(Buffer.from(emailOf([{ name: 'photo.png', content: 'abc' }])));
    expect(email?.text).toBe(
      'From: Pat Madeup <pat@example.org>\nTo: complaints@council.example\nDate: 2026-05-11T08:00:00.000Z\nSubject: Bins £20\n\nThe bin was missed again.\n',
    );
    expect(email?.parts.map(({ name, content }) => [name, Buffer.from(content).toString()])).toEqual([
      ['photo.png', 'abc'],
    ]);
  });

  it('that was written as a page is the text of the page', async () => {
    const page =
      'From: a@example.org\r\nContent-Type: text/html\r\n\r\n<p>Missed &amp; late</p><script>x()</script>';
    expect((await readEmail(Buffer.from(page)))?.text).toContain('Missed & late');
  });

  it('within another comes with it, and is not mixed into it', async () => {
    const within = emailOf([], 'Canarywithin');
    const email = await readEmail(
      Buffer.from(emailOf([{ name: 'a.eml', content: within, type: 'message/rfc822' }])),
    );
    expect(email?.text).not.toContain('Canarywithin');
    expect(email?.parts).toHaveLength(1);
  });

  it('cannot be read where it is made of parts without an end', async () => {
    const deep = Array.from(
      { length: 60 },
      (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary=b${n + 1}\r\n\r\n`,
    );
    const text = `From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b0\r\n\r\n${deep.join('')}`;
    expect(await readEmail(Buffer.from(text))).toBeNull();
  });
});

describe('the text of a page', () => {
  it('has lines where the page has, and no marks, comments or programs', () => {
    expect(
      htmlText(
        '<style>p{}</style><p>One &pound;5&nbsp;&#8211; &#x41;</p><!-- no --><div>Two<br>Three</div><img src=x onerror=y()>',
      ),
    ).toBe('One £5 – A\nTwo\nThree');
    expect(htmlText('a &nothing; &#9999999; <script>never ends')).toBe('a &nothing; &#9999999;');
  });
});
