import { createHash } from 'node:crypto';
import { type CallsRequest, generateCalls } from './generate-calls';
import { callDirtOf } from './made-call';

async function textOf(request: CallsRequest): Promise<string> {
  let text = '';
  for await (const block of generateCalls(request)) text += block;
  return text;
}

const clean = callDirtOf(0);

describe('a made-up telephony export', () => {
  it('is the same for the same request, and another for another seed', async () => {
    const request = { seed: 5, rows: 300, dirt: callDirtOf(3) };
    const text = await textOf(request);
    expect(await textOf(request)).toBe(text);
    expect(await textOf({ ...request, seed: 6 })).not.toBe(text);
  });

  it('stays what it was, so that a seed named in a report still finds its file', async () => {
    const text = await textOf({ seed: 1, rows: 500, dirt: callDirtOf(1) });
    expect(createHash('sha256').update(text).digest('hex').slice(0, 16)).toMatchInlineSnapshot(
      `"8669e3e70d58031c"`,
    );
  });

  it.each([0, 1, 1_250])('without dirt has %i calls, each another, in their order', async (rows) => {
    const lines = (await textOf({ seed: 2, rows, dirt: clean })).split('\r\n');
    expect(lines[0]).toBe('CallID,Queue,CLI,OfferedAt,AnsweredAt,EndedAt,Agent,Result');
    const calls = lines.slice(1, -1);
    expect(calls).toHaveLength(rows);
    expect(new Set(calls.map((line) => line.split(',')[0])).size).toBe(rows);
    const days = calls.map((line) => line.split(',')[3]?.slice(0, 10) ?? '');
    expect([...days].sort()).toEqual(days);
  });

  it('without dirt answers most calls, and has every moment in order', async () => {
    const text = await textOf({ seed: 3, rows: 500, dirt: clean });
    const calls = text.split('\r\n').slice(1, -1);
    const rows = calls.map((line) => line.split(','));
    const [answered, abandoned] = ['Answered', 'Abandoned'].map((result) =>
      rows.filter((row) => row[7] === result),
    );
    expect([answered!.length > 400, abandoned!.length > 10]).toEqual([true, true]);
    for (const [, , , offered = '', at = '', ended = ''] of answered!)
      expect([offered <= at, at <= ended]).toEqual([true, true]);
    for (const [, , , offered = '', at, ended = ''] of abandoned!)
      expect([at, offered <= ended]).toEqual(['', true]);
  });

  it('has copies where they are asked for', async () => {
    const text = await textOf({ seed: 4, rows: 500, dirt: { ...clean, copy: 0.2 } });
    const ids = text.match(/^\d{6}(?=,)/gm) ?? [];
    expect(ids).toHaveLength(500);
    expect(new Set(ids).size).toBeLessThan(450);
  });
});
