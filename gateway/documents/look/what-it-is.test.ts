import { bytesOf, emailOf, pdfOf, wordOf } from '../testing/files';
import { whatItIs } from './what-it-is';

const look = async (content: Buffer | string, name = 'a file') => {
  const looked = await whatItIs(bytesOf(content), name);
  return 'kind' in looked ? looked.kind : looked.problem.code;
};
const hex = (text: string) => Buffer.from(text.padEnd(140, '0'), 'hex');

describe('what a file is', () => {
  it.each([
    ['png', hex('89504e470d0a1a0a')],
    ['jpeg', hex('ffd8ffe0')],
    ['gif', hex('474946383961')],
    ['webp', hex('524946460000000057454250')],
    ['heic', hex('000000186674797068656963')],
    ['pdf', pdfOf()],
    ['docx', wordOf()],
    ['rtf', '{\\rtf1 It was missed again.}'],
    ['eml', emailOf([])],
    ['txt', 'It was missed again.\n'],
    ['txt', Buffer.from('£20', 'latin1')],
  ])('is %s by its content, whatever it is called', async (kind, content) => {
    expect(await look(content, 'holiday.exe')).toBe(kind);
  });

  it('is a table where text is called one', async () => {
    expect(await look('a,b\n1,2\n', 'Bins.CSV')).toBe('csv');
  });

  it.each([
    ['a program of Windows', 'PROGRAM', hex('4d5a9000')],
    ['a program of Linux', 'PROGRAM', hex('7f454c46')],
    ['a shortcut', 'PROGRAM', hex('4c00000001140200')],
    ['a script', 'PROGRAM', '#!/bin/sh\necho\n'],
    ['an old office program’s document', 'TYPE_NOT_TAKEN', hex('d0cf11e0a1b11ae1')],
    ['an archive', 'TYPE_NOT_TAKEN', hex('377abcaf271c')],
    ['a web page', 'TYPE_NOT_TAKEN', '\ufeff\n<!-- a --><!DOCTYPE html><html></html>'],
    ['a drawing that can hold scripts', 'TYPE_NOT_TAKEN', '<?xml version="1.0"?><svg onload="alert(1)"/>'],
    ['bytes of no kind', 'TYPE_NOT_TAKEN', hex('0102030405')],
    ['text with control characters far in', 'TYPE_NOT_TAKEN', `${'a'.repeat(1_500_000)}\u0001`],
    ['rich text with an object', 'ACTIVE_CONTENT', '{\\rtf1{\\object\\objemb{\\*\\objdata 00}}}'],
    [
      'rich text with a template from elsewhere',
      'ACTIVE_CONTENT',
      '{\\rtf1{\\*\\template http://x.example}}',
    ],
  ])('does not take %s', async (_, code, content) => {
    expect(await look(content, 'letter.pdf')).toBe(code);
  });

  it('says what to do', async () => {
    const looked = await whatItIs(bytesOf(hex('0102')), 'letter.pdf');
    expect(looked).toMatchObject({ problem: { message: expect.stringContaining('Taken are: PDF, PNG') } });
  });
});
