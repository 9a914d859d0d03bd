import { cell, check, frozenVersion, get, ID, report } from './testing';

const page = (given: object = {}, role = 'officer', query = '') =>
  get(`/reports/${ID}${query}`, { ReportPage: { report: report(given) } }, role);

describe('the page of a report', () => {
  it('shows each figure with the way to the list that it counts', async () => {
    const { body } = await page();
    expect(body).toContain('data-cell="t/received/so-far"');
    expect(body).toContain('data-measure="RECEIVED" data-value="122"');
    expect(body).toContain(
      'href="/complaints?financialYears=2021-22&amp;streams=CORPORATE&amp;stages=1&amp;measure=RECEIVED&amp;asAt=2021-10-01"',
    );
  });

  it.each([
    ['nothing recorded', { state: 'NOT_RECORDED', text: 'not recorded', value: null }, 'not recorded', false],
    [
      'a blank',
      { state: 'BLANK', text: '', value: null, missing: 'A register.', question: null },
      'A register.',
      false,
    ],
    [
      'a target met',
      { state: 'TOLD', text: 'Green: 92 %', rag: 'GREEN', question: null },
      'rag--green',
      false,
    ],
    ['which way it went', { text: '', direction: 'WORSE', question: null }, 'Worse', false],
  ])('says so where a cell holds %s', async (_, given, says, isLinked) => {
    const [section] = report().sections;
    const tables = [{ ...section?.tables[0], rows: [{ key: 'r', label: 'R', cells: [cell(given)] }] }];
    const { body } = await page({ sections: [{ ...section, tables }] });
    expect(body).toContain(says);
    expect(body.includes('/complaints?')).toBe(isLinked);
  });

  it('shows what people said without any HTML of theirs', async () => {
    const said = {
      version: 1,
      text: '**Up** <script>x</script>',
      writtenBy: 'ana',
      writtenAt: '2021-10-15T11:00:00Z',
    };
    const [section] = report().sections;
    const { body } = await page({ sections: [{ ...section, commentary: said }] });
    expect(body).toContain('<strong>Up</strong> &lt;script&gt;');
    expect(body).toContain('ana, 15 October 2021');
  });

  it('has the checks at its head, each with where to go', async () => {
    const moves = [{ cell: 'c', label: 'Received', before: '55', now: '80', isMoreThanNoise: true }];
    const { body } = await page({
      checks: [
        check(),
        check({ kind: 'OPEN_FAULTS', streams: ['ADULTS'] }),
        check({ kind: 'FIGURES_MOVED', moves }),
      ],
    });
    expect(body).toContain(`href="/reports/${ID}/sections/demand"`);
    expect(body).toContain('href="/data-quality/before-report?financialYear=2021-22&amp;upTo=Q2"');
    expect(body).toContain('Received: 55, now 80');
    expect(body).toContain('I have looked at these figures');
  });

  const FROZEN = { state: 'FROZEN', versions: [frozenVersion()] };
  it.each<[string, string, object, string[], string[]]>([
    ['an officer', 'officer', {}, ['Freeze this report', 'Say why'], ['Begin its revision']],
    ['an analyst', 'analyst', {}, ['Say why'], ['Freeze this report', 'Begin its revision']],
    ['an officer, frozen', 'officer', FROZEN, ['Begin its revision'], ['Freeze this report', 'Say why']],
    [
      'whoever publishes it',
      'officer',
      { isPublic: true },
      ['as it may be published'],
      ['Freeze this report', 'Say why'],
    ],
  ])('offers %s what they may do', async (_, role, given, offered, kept) => {
    const { body } = await page(given, role);
    for (const words of offered) expect(body).toContain(words);
    for (const words of kept) expect(body).not.toContain(words);
  });

  it('leads to its files, the version named', async () => {
    expect((await page()).body).toContain(`href="/reports/${ID}.docx?version=1"`);
    expect((await page({ isPublic: true })).body).toContain(
      `href="/reports/${ID}.pdf?version=1&amp;public=1"`,
    );
  });

  it('keeps what was said in a section that went, and why versions were begun', async () => {
    const commentary = { text: 'Once said.', writtenBy: 'olu', writtenAt: '2021-10-15T11:00:00Z' };
    const { body } = await page({
      leftOver: [{ key: 'old', heading: 'An old section', commentary }],
      versions: [
        frozenVersion({ version: 2, reason: 'A late import', frozenDespite: 'No time' }),
        frozenVersion(),
      ],
    });
    for (const words of ['An old section', 'Once said.', 'A late import', 'No time'])
      expect(body).toContain(words);
  });
});
