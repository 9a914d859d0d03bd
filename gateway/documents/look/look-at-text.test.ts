import { bytesOf, emailOf } from '../testing/files';
import { lookAtRichText, lookAtText } from './look-at-text';
import { found, type Looked, problem } from './looked';

const told = (looked: Looked) => ('kind' in looked ? looked.kind : looked.problem.code);
const text = async (content: string, name = 'a') => told(await lookAtText(bytesOf(content), name));
const rich = async (content: string) => told(await lookAtRichText(bytesOf(content)));

describe('text', () => {
  it('is an e-mail where it begins with the headers of one', async () => {
    expect(await text(emailOf([]))).toBe('eml');
    expect(await text('From: me\nTo: you\n\nNo more.')).toBe('txt');
    expect(await text('Dear all\nFrom: a\nTo: b\nSubject: c\nDate: d')).toBe('txt');
  });

  it('may speak of pages, and not be one', async () => {
    expect(await text('Your page has <script> in it.')).toBe('txt');
    for (const page of ['<html>', '  <!-- x -->\n<script>', '<?xml version="1.0"?><svg/>', '<iframe src=x>'])
      expect(await text(page)).toBe('TYPE_NOT_TAKEN');
  });

  it('holds an object, where it is rich text, wherever that stands', async () => {
    expect(await rich('{\\rtf1 The objective was missed.}')).toBe('rtf');
    const far = `{\\rtf1 ${'a'.repeat(999_990)}\\objdata 01}`;
    expect(await rich(far)).toBe('ACTIVE_CONTENT');
    expect(await rich('{\\field DDEAUTO c:\\\\x.exe}')).toBe(told(problem('ACTIVE_CONTENT', 'No.')));
    expect(await rich('{\\rtf1 DDay}')).toBe(told(found('rtf')));
  });
});
