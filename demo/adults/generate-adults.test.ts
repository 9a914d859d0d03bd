import { createHash } from 'node:crypto';
import { dirtOf } from '../dirt';
import { type AdultsRequest, adultsText, generateAdults } from './generate-adults';
import { inWindows1252 } from './windows-1252';

const textOf = (request: AdultsRequest) => [...adultsText(request)].join('');
const bytesOf = (request: AdultsRequest) => Buffer.concat([...generateAdults(request)]);
const references = (text: string) => text.match(/^ASC-C-\d+/gm) ?? [];

describe("a made-up export of the adults' system", () => {
  it('is the same for the same request, and another for another seed', () => {
    const request = { seed: 5, rows: 300, dirt: dirtOf(3) };
    expect(bytesOf(request).equals(bytesOf(request))).toBe(true);
    expect(bytesOf({ ...request, seed: 6 }).equals(bytesOf(request))).toBe(false);
  });

  it('stays what it was, so that a seed named in a report still finds its file', () => {
    const bytes = bytesOf({ seed: 1, rows: 500, dirt: dirtOf(1) });
    expect(createHash('sha256').update(bytes).digest('hex').slice(0, 16)).toMatchInlineSnapshot(
      `"9937ef564f8d5fa7"`,
    );
  });

  it.each([0, 1, 250])('without dirt has %i rows, each another complaint', (rows) => {
    const text = textOf({ seed: 2, rows, dirt: dirtOf(0) });
    expect(text.startsWith('ComplaintID,PersonID,DateOfComplaint,')).toBe(true);
    expect(references(text)).toHaveLength(rows);
    expect(new Set(references(text)).size).toBe(rows);
  });

  it('has copies, and the first rows of a longer one are the shorter one', () => {
    const request = { seed: 3, rows: 2000, dirt: dirtOf(2) };
    const text = textOf(request);
    expect(new Set(references(text)).size).toBeLessThan(references(text).length);
    expect(text.startsWith(textOf({ ...request, rows: 500 }))).toBe(true);
  });

  it('is written in Windows-1252', () => {
    const request = { seed: 4, rows: 100, dirt: dirtOf(0) };
    const text = textOf(request);
    expect(text).toMatch(/[–’“…€]/);
    expect(bytesOf(request)).toHaveLength(text.length);
  });
});

describe('Windows-1252', () => {
  it('has a byte for each character that it knows, and none for others', () => {
    expect(inWindows1252('A€ – £é').toString('hex')).toBe('4180209620a3e9');
    expect(() => inWindows1252('ł')).toThrow('no character 142');
    expect(() => inWindows1252('\u0085')).toThrow('no character 85');
  });
});
