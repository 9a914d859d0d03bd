import { GatewayRefusal } from '../../gateway/refusal';
import type { TargetLineFragment } from '../../operations/__generated__/operations';
import { type Answers, servePages } from '../../testing/serve-pages';
import { addEndTarget } from './end-target';
import { addSetTarget } from './set-target';

const definition = {
  measure: 'OVERDUE',
  title: 'Overdue',
  unit: 'COUNT',
  polarity: 'LOWER_IS_BETTER',
} as const;
const target = (part: Partial<TargetLineFragment> = {}) => ({
  ...{ id: 'one', definition, financialYear: '2021-22', stream: null, stage: null, directorate: null },
  ...{ service: null, value: 12, tolerance: 3, source: 'Cabinet', version: 2, isEnded: false, decisions: [] },
  ...part,
});
const NAMES = { TargetNames: { measureDefinitions: [definition], services: [], directorates: [] } };
const PAGE = { ...NAMES, TargetPage: { target: target() } };
const FIELDS = {
  ...{ id: '', basedOnVersion: '0', measure: 'OVERDUE', financialYear: '2021-22', stream: '', stage: '' },
  ...{ directorate: '', service: '', value: '15', tolerance: '0', source: 'Scrutiny' },
};
const changed = {
  __typename: 'TargetChanged',
  message: 'changed',
  target: target({ value: 10, version: 3 }),
};

/** Asks a page of a site that has just begun: it is read without fields, and sent with them. */
async function asked(url: string, answers: Answers, fields?: Record<string, string>, role = 'officer') {
  const pages = await servePages({
    add: (app, makers) => {
      addSetTarget(app, makers);
      addEndTarget(app, makers);
    },
    ...{ answers, session: { role, subject: 'olu' } },
  });
  try {
    const answer = fields === undefined ? await pages.get(url) : await pages.post(url, fields);
    return { ...answer, asked: pages.asked };
  } finally {
    await pages.stop();
  }
}

describe('the pages of a target', () => {
  it('save what was typed, and lead back to the list', async () => {
    const saved = { ...NAMES, SaveTarget: { outcome: { __typename: 'Target', id: 'one' } } };
    const done = await asked('/targets', saved, FIELDS);
    expect(done.headers.location).toBe('/targets?kept');
    expect(done.asked.at(-1)?.variables).toMatchObject({ basedOnVersion: 0, target: { value: 15 } });
  });

  it.each<[string, Answers, string]>([
    [
      'is refused',
      { outcome: { __typename: 'TargetUnusable', message: 'No.', part: 'stage' } },
      'id="stage-error"',
    ],
    ['was decided on by somebody else', { outcome: changed }, 'name="basedOnVersion" value="3"'],
  ])('keep what was typed where it %s', async (_, outcome, shows) => {
    const { statusCode, body } = await asked('/targets', { ...PAGE, SaveTarget: outcome }, FIELDS);
    expect([statusCode, body.includes(shows), body.includes('Scrutiny')]).toEqual([400, true, true]);
  });

  it('keep what was typed where nothing answers', async () => {
    const lost = new GatewayRefusal('TIMEOUT', 'late');
    const { statusCode, body } = await asked('/targets', { TargetNames: lost }, FIELDS);
    expect([
      statusCode,
      body.includes('value="15"'),
      body.includes('<option value="OVERDUE" selected>'),
    ]).toEqual([...[400, true, true]]);
  });

  it('are read by analysts, who change nothing, and by no partner', async () => {
    expect((await asked('/targets/one', PAGE, undefined, 'analyst')).body).not.toContain(
      '<form class="form"',
    );
    expect((await asked('/targets/one', PAGE, undefined, 'partner')).statusCode).toBe(403);
    expect((await asked('/targets', PAGE, FIELDS, 'analyst')).statusCode).toBe(403);
    expect((await asked('/targets/none', { ...NAMES, TargetPage: { target: null } })).statusCode).toBe(404);
  });

  it('end it with a reason, of the version that was shown', async () => {
    const ending = { reason: 'By mistake', basedOnVersion: '2' };
    expect((await asked('/targets/one/end', PAGE)).body).toContain('name="basedOnVersion" value="2"');
    const done = { ...PAGE, EndTarget: { outcome: { __typename: 'Target' } } };
    const ended = await asked('/targets/one/end', done, ending);
    expect([ended.headers.location, ended.asked.at(-1)?.variables]).toEqual([
      '/targets?kept',
      { id: 'one', basedOnVersion: 2, reason: 'By mistake' },
    ]);
    const later = await asked('/targets/one/end', { ...PAGE, EndTarget: { outcome: changed } }, ending);
    expect([later.statusCode, later.body.includes('By mistake')]).toEqual([400, true]);
  });
});
