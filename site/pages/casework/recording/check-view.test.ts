import { newDraft } from '../../../drafts/draft';
import { checkView } from './check-view';
import type { RecordSeen } from './record-seen';
import { stepView } from './step-view';
import { ONE_BEGINNING, TWO_BEGINNINGS } from './testing/told';

const draft = newDraft({ id: 'd', subject: 'olu', begunOn: '2026-12-01' });
const DAY = { 'receivedOn-day': '30', 'receivedOn-month': '11', 'receivedOn-year': '2026' };
const seen = (form: Record<string, string>, given: Partial<RecordSeen> = {}): RecordSeen => ({
  ...{
    today: '2026-12-01',
    streams: ['CORPORATE', 'ADULTS'],
    stream: 'CORPORATE',
    form: { ...DAY, ...form },
  },
  ...{ services: [], channels: [], themes: [], others: null, procedure: TWO_BEGINNINGS as never },
  ...given,
});
const adults = { stream: 'ADULTS', procedure: ONE_BEGINNING as never } as const;

describe('everything on one page', () => {
  it('says what begins, by the rules of the stage and day', () => {
    const { begins } = checkView(draft, seen({ stage: '2' }), []);
    expect(begins).toMatchObject({
      says: 'Corporate, reviewed, from 30 November 2026',
      limits: [{ title: 'Acknowledge it', law: "The policy, 6.2 (the council's own choice)" }],
    });
    expect(checkView(draft, seen({ 'receivedOn-day': '' }), []).begins).toBeNull();
  });

  it('has what adults said sent to them in writing', () => {
    const said = (channel: string) => checkView(draft, seen({ channel }, adults), []).begins?.inWriting;
    expect(said('Phone')?.law).toBe('SI 2009/309, regulation 13 (the law)');
    expect(said('Letter')).toBeNull();
    expect(checkView(draft, seen({ channel: 'Phone' }), []).begins?.inWriting).toBeNull();
  });

  it('leads from a problem to its field, and from none that a step asks for to nothing', () => {
    const problems = [
      { field: 'serviceId', says: 'Which?' },
      { field: null, says: 'Not now.' },
    ];
    expect(checkView(draft, seen({}), problems).problems).toEqual([
      { says: 'Which?', href: '/casework/record/d/what#serviceId' },
      { says: 'Not now.' },
    ]);
  });
});

describe('a step', () => {
  it('shows where it stands among the others, and what to begin with', () => {
    const view = stepView({ draft, step: 'what', seen: seen({}), problems: [] });
    expect(view).toMatchObject({
      number: 6,
      count: 7,
      back: 'others',
      version: 0,
      isOpen: true,
      isLost: false,
    });
    expect(view.steps.find(({ isNow }) => isNow)?.name).toBe('what');
    expect(view.fields.map(({ field }) => field.name)).toContain('directReason');
    const alone = stepView({ draft, step: 'what', seen: seen({}, adults), problems: [] });
    expect(alone.fields.map(({ field }) => field.name)).not.toContain('directReason');
    expect(alone.fields.map(({ field }) => field.name)).toContain('provider');
  });

  it('leads to the complaint once there is one', () => {
    const became = { ...draft, became: 'corporate-1' };
    expect(stepView({ draft: became, step: 'came', seen: seen({}), problems: [] })).toMatchObject({
      ...{ isOpen: false, onHref: '/complaints/corporate-1', back: null },
    });
  });
});
