import { Writable } from 'node:stream';
import type { Loaded, Refused } from '../../imports/pipeline';
import type { Fault } from '../../imports/record';
import { reportJson } from './report-json';
import { reportSummary } from './report-summary';

/** An output that takes its time, as a slow reader does. */
function slowOutput() {
  const chunks: string[] = [];
  const output = new Writable({
    highWaterMark: 1,
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      setImmediate(done);
    },
  });
  return { output, text: () => chunks.join('') };
}

const fault = (line: number, code = 'UNKNOWN_SERVICE'): Fault => ({
  ...{ line, column: 'Service', code, value: 'Parx' },
  action: `What is done about ${code}.`,
});

const loaded = (pages: readonly (readonly Fault[])[]): Loaded => ({
  kind: 'loaded',
  sha256: 'abc',
  counts: { read: 10, loaded: 4, updated: 1, copies: 3, leftOut: 2, quarantined: 1 },
  notes: ['The days look\u001b odd.'],
  async *faults() {
    yield* pages;
  },
});
const refused: Refused = { kind: 'refused', code: 'WRONG_HEADER', message: 'The header is another.' };
const about = { source: 'corporate-crm', file: 'data/may.csv', dryRun: false };

describe('the report for programs', () => {
  const json = async (outcome: Loaded | Refused) => {
    const { output, text } = slowOutput();
    await reportJson(output, { source: about.source, file: about.file }, outcome);
    return text();
  };

  it('is one object with the counts and every fault', async () => {
    const text = await json(loaded([[fault(2), fault(3)], [fault(4)]]));
    expect(text.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(text)).toEqual({
      ...{ source: 'corporate-crm', file: 'data/may.csv', sha256: 'abc' },
      ...{ read: 10, loaded: 4, updated: 1, copies: 3, leftOut: 2, quarantined: 1 },
      notes: ['The days look\ufffd odd.'],
      faults: [fault(2), fault(3), fault(4)],
    });
  });

  it('repeats no more of a cell than tells which it is', async () => {
    const long = { ...fault(2), value: `a\u001b[2J\n${'x'.repeat(500)}` };
    const { faults } = JSON.parse(await json(loaded([[long, { ...fault(3), value: null }]])));
    expect(faults[0].value).toBe(`a\ufffd[2J ${'x'.repeat(93)}…`);
    expect(faults[1].value).toBeNull();
  });

  it('has an empty list where there is no fault', async () => {
    expect(JSON.parse(await json(loaded([])))).toMatchObject({ faults: [] });
  });

  it('of a refusal says which and why, and nothing else', async () => {
    expect(JSON.parse(await json(refused))).toEqual({
      ...{ source: 'corporate-crm', file: 'data/may.csv' },
      refused: { code: 'WRONG_HEADER', message: 'The header is another.' },
    });
  });

  it('of a refusal has nothing that a terminal obeys', async () => {
    const { refused: told } = JSON.parse(await json({ ...refused, message: 'One\u009b2J\nTwo' }));
    expect(told.message).toBe('One\ufffd2J\nTwo');
  });

  it('ends when its reader has gone away', async () => {
    const output = new Writable({ write: (_chunk, _encoding, done) => done(new Error('EPIPE')) });
    output.on('error', () => undefined);
    await expect(reportJson(output, about, loaded([[fault(2)], [fault(3)]]))).resolves.toBeUndefined();
  });
});

describe('the report for people', () => {
  const summary = async (outcome: Loaded | Refused, dryRun = false) => {
    const { output, text } = slowOutput();
    await reportSummary(output, { ...about, dryRun }, outcome);
    return text();
  };

  it('counts, shows the most frequent faults first and the first lines of each, and says what to do', async () => {
    const text = await summary(
      loaded([
        [fault(2, 'BROKEN'), fault(3), fault(4)],
        [fault(5), fault(6)],
      ]),
    );
    expect(text).toBe(
      [
        'Loaded data/may.csv as corporate-crm.',
        '',
        '  read               10',
        '  loaded              4  (1 of them replaced an older state)',
        '  copies              3',
        '  left out            2',
        '  quarantined         1',
        '',
        'The days look\ufffd odd.',
        '',
        'UNKNOWN_SERVICE (4): What is done about UNKNOWN_SERVICE.',
        '  line 3, Service: "Parx"',
        '  line 4, Service: "Parx"',
        '  line 5, Service: "Parx"',
        '  and 1 more',
        '',
        'BROKEN (1): What is done about BROKEN.',
        '  line 2, Service: "Parx"',
        '',
        'One row is in quarantine and in no figure. Correct them in the system they come from, export again, and import that.',
        '',
      ].join('\n'),
    );
  });

  it('says why rows were left out, and what to look at before the faults', async () => {
    const { output, text } = slowOutput();
    const leftOut = new Map([
      ['Closure code: Duplicate', 12],
      ['Case type: Comment', 35],
    ]);
    await reportSummary(output, about, loaded([[fault(2)]]), {
      leftOut,
      notices: ['Look here.', 'And there.'],
    });
    expect(text()).toContain(
      [
        '  left out            2',
        '                     35  Case type: Comment',
        '                     12  Closure code: Duplicate',
        '  quarantined         1\n\nLook here.\n\nAnd there.\n\nThe days look\ufffd odd.\n\nUNKNOWN_SERVICE (1)',
      ].join('\n'),
    );
  });

  it('of a dry run says that nothing was kept', async () => {
    const text = await summary(loaded([]), true);
    expect(text).toMatch(/^A trial of data\/may\.csv as corporate-crm: nothing was kept\./);
    expect(text).toContain('No faults.');
  });

  it('of an import that broke off does not say that nothing was loaded, unless it was a dry run', async () => {
    const failed: Refused = { kind: 'refused', code: 'IMPORT_FAILED', message: 'It broke off.' };
    expect(await summary(failed)).toBe(
      'data/may.csv was not loaded to its end (IMPORT_FAILED).\nIt broke off.\n',
    );
    expect(await summary(failed, true)).toMatch(/^Nothing of data\/may\.csv was loaded/);
  });

  it('holds nothing that a terminal obeys', async () => {
    const { output, text } = slowOutput();
    const named = { ...about, file: 'may\u001b[2J.csv' };
    await reportSummary(output, named, { ...refused, message: 'One\u0007\nTwo' });
    expect(text()).toBe('Nothing of may\ufffd[2J.csv was loaded (WRONG_HEADER).\nOne\ufffd\nTwo\n');
  });

  it('of a refusal says which and why', async () => {
    expect(await summary(refused)).toBe(
      'Nothing of data/may.csv was loaded (WRONG_HEADER).\nThe header is another.\n',
    );
  });
});
