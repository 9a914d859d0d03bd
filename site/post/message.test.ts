import { letterText } from './letters/letter-text';
import { writeMail } from './message';
import { readable } from './testing-post';

const MESSAGE = {
  ...{ id: 'one-mail', queuedAt: new Date('2027-06-07T07:00:00Z'), to: 'ana@example.gov.uk' },
  from: { name: 'Stockport Council complaints', address: 'complaints@example.gov.uk' },
  ...{ subject: 'Highways: complaints', text: 'Received: 67\n', html: '<p>Received: 67</p>' },
  unsubscribeUrl: 'https://complaints.example.gov.uk/post/unsubscribe/abc',
};
const headOf = (raw: Buffer): string => raw.toString('latin1').split('\r\n\r\n')[0] ?? '';
const namesIn = (head: string): string[] =>
  head.split('\r\n').flatMap((line) => /^([\w-]+):/.exec(line)?.[1] ?? []);

describe('a mail as it goes out', () => {
  it('says who it is from and to, that a program wrote it, and how it is ended', async () => {
    const { raw, name, from, to } = await writeMail(MESSAGE);
    expect([name, from, to]).toEqual(['2027-06-07T07-00-one-mail', MESSAGE.from.address, MESSAGE.to]);
    const head = headOf(raw);
    for (const line of [
      'From: Stockport Council complaints <complaints@example.gov.uk>',
      'To: ana@example.gov.uk',
      'Subject: Highways: complaints',
      'Message-ID: <one-mail@example.gov.uk>',
      'Date: Mon, 07 Jun 2027 07:00:00 +0000',
      'Auto-Submitted: auto-generated',
      `List-Unsubscribe: <${MESSAGE.unsubscribeUrl}>`,
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    ])
      expect(head).toContain(line);
    expect(raw.toString('latin1')).toMatch(/multipart\/alternative[\s\S]*text\/plain[\s\S]*text\/html/);
  });

  it('is the same however often it is written, but for where its parts are divided', async () => {
    const [one, again] = [await writeMail(MESSAGE), await writeMail(MESSAGE)];
    const without = (raw: Buffer) => raw.toString('latin1').replaceAll(/--_NmP-[\w-]+/g, '--');
    expect(without(one.raw)).toBe(without(again.raw));
  });

  it.each([
    'Highways\r\nBcc: everybody@example.gov.uk',
    'Highways\nX-Evil: 1',
    'Highways\r\n\r\nA text of somebody else',
    `Highways${String.fromCodePoint(0x2028)}Bcc: x@example.gov.uk`,
    'Highways\0Bcc: x@example.gov.uk',
  ])('lets nothing that a name holds become a line of its head: %j', async (subject) => {
    const usual = namesIn(headOf((await writeMail(MESSAGE)).raw));
    const from = { ...MESSAGE.from, name: subject };
    const written = await writeMail({ ...MESSAGE, subject, from });
    expect(namesIn(headOf(written.raw))).toEqual(usual);
    expect(written.to).toBe(MESSAGE.to);
  });

  it('is one click to end where nobody on the way can read the link, and says nothing of it where there is none', async () => {
    const plain = await writeMail({ ...MESSAGE, unsubscribeUrl: 'http://localhost:3000/post/unsubscribe/a' });
    expect(headOf(plain.raw)).toContain('List-Unsubscribe: <http://localhost:3000/post/unsubscribe/a>');
    expect(headOf(plain.raw)).not.toContain('One-Click');
    expect(headOf((await writeMail({ ...MESSAGE, unsubscribeUrl: null })).raw)).not.toContain('List-');
  });

  it('is ASCII on its way, whatever letters it has', async () => {
    const { raw } = await writeMail({ ...MESSAGE, text: 'Children’s: 70 %\n', subject: 'Children’s' });
    expect([...raw].every((byte) => byte < 0x80)).toBe(true);
    expect(readable(raw.toString('latin1'))).toContain('Children’s: 70 %');
  });
});

describe('the plain text of a letter', () => {
  it('says all, in order', () => {
    const letter = {
      ...{ subject: 'S', paragraphs: ['First.'], notes: ['A note.'] },
      table: {
        ...{ caption: 'Figures', heads: ['Figure', 'Value', 'Beside'] as const },
        rows: [
          { head: 'Open', value: '40', beside: [] },
          { head: 'In time', value: '70 %', beside: ['81 of 116 answered', '63 % a year before'] },
        ],
      },
      links: [{ text: 'Open this view', href: 'https://x.example/views/1' }],
    };
    const foot = {
      why: 'You asked for it.',
      links: [{ text: 'End this mail', href: 'https://x.example/e' }],
    };
    expect(letterText(letter, foot)).toBe(
      [
        'First.\n\nFigures\n\nOpen: 40\n\nIn time: 70 %\n  81 of 116 answered\n  63 % a year before\n',
        '* A note.\n\nOpen this view: https://x.example/views/1\n',
        '-- \nYou asked for it.\nEnd this mail: https://x.example/e\n',
      ].join('\n'),
    );
  });
});
