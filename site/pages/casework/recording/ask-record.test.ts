import { newDraft, withStep } from '../../../drafts/draft';
import { GatewayRefusal } from '../../../gateway/refusal';
import { madeUpSession, movingClock } from '../../../testing/people';
import { toldGateway } from '../../../testing/serve-pages';
import { askRecord } from './ask-record';
import { RECORDING_ANSWERS, TWO_BEGINNINGS } from './testing/told';

const draft = withStep(newDraft({ id: 'd', subject: 'olu', begunOn: '2026-12-01' }), 'stream', {
  ...{ form: { stream: 'CORPORATE' }, seen: 0 },
});
const asked = (answers: object, streams: string[]) =>
  askRecord(
    {
      gateway: toldGateway({ ...RECORDING_ANSWERS, ...answers }),
      clock: movingClock('2026-12-01T23:30:00Z'),
      page: () => '',
      drafts: {} as never,
    },
    { id: 'r', visitor: { id: 's', session: madeUpSession({ role: 'officer', streams }) } } as never,
    draft,
    { typed: { summary: 'Typed and not saved' } },
  );

describe('what whoever records is shown', () => {
  it('is what was typed, the procedure of the stream, and the council’s names', async () => {
    expect(await asked({}, ['corporate', 'adults'])).toMatchObject({
      ...{ today: '2026-12-01', stream: 'CORPORATE', streams: ['CORPORATE', 'ADULTS'] },
      ...{ form: { stream: 'CORPORATE', summary: 'Typed and not saved' }, channels: ['Phone', 'Letter'] },
      procedure: TWO_BEGINNINGS,
    });
  });

  it('has no stream for whoever is not cleared for it any more, and nothing that cannot be had', async () => {
    const gone = new GatewayRefusal('UNREACHABLE', 'Down');
    expect(await asked({ FilterNames: gone, FilterThemes: gone }, ['adults'])).toMatchObject({
      ...{ stream: null, procedure: null, services: null, channels: null, themes: null },
    });
  });
});
