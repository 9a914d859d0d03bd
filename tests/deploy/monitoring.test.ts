import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { alarmsModel, commandsMissing, dashboardModel, metricsIn, unknownIn } from './monitoring';

const ROOT = path.join(__dirname, '../..');
const read = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8');
const sources = execFileSync('git', ['ls-files', '*.ts'], { cwd: ROOT, encoding: 'utf8' })
  .split('\n')
  .filter(
    (file) => file !== '' && !/\.test\.ts$|^tests\//.test(file) && fs.existsSync(path.join(ROOT, file)),
  );
const defined = metricsIn(sources.map(read));
const alarms = alarmsModel
  .parse(parse(read('deploy/monitoring/alarms.yml')))
  .groups.flatMap(({ rules }) => rules);
const dashboard = dashboardModel.parse(JSON.parse(read('deploy/monitoring/grafana-dashboard.json')));
const { scripts } = JSON.parse(read('package.json'));

describe('what watches the product', () => {
  it.each(alarms.map(({ alert, expr }) => [alert, expr]))(
    'asks in the alarm %s for metrics and labels that are told',
    (_, expr) => expect(unknownIn(expr, defined)).toEqual([]),
  );

  it.each(alarms.map(({ alert, annotations }) => [alert, annotations.runbook]))(
    'leads from the alarm %s to a page that names it, whose commands there are, in a list of them all',
    (alert, runbook) => {
      const page = read(runbook);
      expect(page).toContain(`Alarm: \`${alert}\``);
      for (const part of ['What it means', 'Look', 'Do', 'It is over when'])
        expect(page).toMatch(new RegExp(`^## ${part}$`, 'm'));
      expect(commandsMissing(page, scripts)).toEqual([]);
      const index = read('docs/runbooks/README.md');
      expect(index).toContain(`| \`${alert}\` |`);
      expect(index).toContain(`(${path.basename(runbook)})`);
    },
  );

  it('has no runbook of an alarm that is not there, and no alarm twice', () => {
    const pages = fs.readdirSync(path.join(ROOT, 'docs/runbooks')).filter((file) => file !== 'README.md');
    const led = new Set(alarms.map(({ annotations }) => path.basename(annotations.runbook)));
    const ofAlarms = pages.filter((page) => read(`docs/runbooks/${page}`).includes('Alarm: `'));
    expect(ofAlarms.filter((page) => !led.has(page))).toEqual([]);
    expect(new Set(alarms.map(({ alert }) => alert)).size).toBe(alarms.length);
  });

  it.each(dashboard.panels.map(({ title, targets }) => [title, targets.map(({ expr }) => expr)]))(
    'shows in the panel "%s" metrics and labels that are told',
    (_, expressions) => {
      for (const expression of expressions) {
        expect(unknownIn(expression, defined)).toEqual([]);
        expect(expression.split('(').length).toBe(expression.split(')').length);
      }
    },
  );

  it('shows every metric that is told, each panel in a place of its own', () => {
    const shown = [
      ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
      ...alarms.map(({ expr }) => expr),
    ].join(' ');
    const never = [...defined.keys()].filter((name) => !shown.includes(name));
    expect(never).toEqual(['complaints_process_uptime_seconds']);
    const places = dashboard.panels.map(({ gridPos: { x, y } }) => `${x},${y}`);
    expect(new Set(places).size).toBe(places.length);
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(places.length);
  });
});

describe('the guard of what watches', () => {
  const planted = metricsIn([
    `registry.counter({ name: 'complaints_a_total', help: 'A, "b".', labels: { part: PARTS, 'code': CODES } })`,
    `registry.histogram({ name: 'complaints_b_seconds', help: 'B.', labels: {}, buckets: [1] })`,
    `defineGauge({\n  name: 'complaints_c',\n  help:\n    'C.',\n  labels: { state: ['on'] },\n})`,
  ]);

  it('finds each kind of metric in a source', () => {
    expect([...planted]).toEqual([
      ['complaints_a_total', { type: 'counter', labels: ['part'] }],
      ['complaints_b_seconds', { type: 'histogram', labels: [] }],
      ['complaints_c', { type: 'gauge', labels: ['state'] }],
    ]);
  });

  it.each([
    ['complaints_d > 0', ['complaints_d']],
    ['complaints_b_seconds > 0', ['complaints_b_seconds']],
    ['complaints_a_total_bucket > 0', ['complaints_a_total_bucket']],
    ['sum by (door) (complaints_a_total{state="on"})', ['state', 'door']],
  ])('goes red for %s', (expression, unknown) => expect(unknownIn(expression, planted)).toEqual(unknown));

  it('goes red for a command that there is none of', () => {
    expect(commandsMissing('npm run audits -- verify, npm start, npm run audit', { audit: '' })).toEqual([
      'audits',
      'start',
    ]);
  });
});
