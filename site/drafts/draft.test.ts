import fc from 'fast-check';
import { type Draft, formOf, newDraft, stepOf, withStep } from './draft';

const begun = newDraft({ id: 'd1', subject: 'olu', begunOn: '2026-12-01' });
const saved = (draft: Draft, seen: number, summary: string) =>
  withStep(draft, 'what', { form: { summary }, seen });

describe('a draft', () => {
  it('says what was saved of its steps, and nothing before', () => {
    expect(stepOf(begun, 'what')).toEqual({ saves: 0, form: {}, apart: [] });
    const draft = withStep(saved(begun, 0, 'A bin'), 'came', { form: { channel: 'Phone' }, seen: 0 });
    expect(formOf(draft)).toEqual({ summary: 'A bin', channel: 'Phone' });
  });

  it('keeps both texts where two tabs wrote, until somebody who saw them saves', () => {
    const two = saved(saved(begun, 0, 'Of the first tab'), 0, 'Of the second');
    expect(stepOf(two, 'what')).toEqual({
      ...{ saves: 2, form: { summary: 'Of the second' } },
      apart: [{ summary: 'Of the first tab' }],
    });
    expect(stepOf(saved(two, 2, 'Decided'), 'what')).toEqual({
      ...{ saves: 3, form: { summary: 'Decided' }, apart: [] },
    });
  });

  it('is not torn by a second click, nor by tabs that write of different steps', () => {
    const once = saved(begun, 0, 'A bin');
    expect(saved(once, 0, 'A bin')).toEqual(once);
    const other = withStep(once, 'who', { form: { surname: 'Madeup' }, seen: 0 });
    expect([stepOf(other, 'what').apart, stepOf(other, 'who').apart]).toEqual([[], []]);
  });

  it.each([{ isSent: true }, { became: 'corporate-1' }])('stays as it is once it was sent: %o', (state) => {
    const sent = { ...saved(begun, 0, 'A bin'), ...state };
    expect(saved(sent, 1, 'Another bin')).toEqual(sent);
  });

  it('loses no text, in whatever order tabs save', () => {
    const texts = fc.array(fc.record({ tab: fc.nat(3), words: fc.string({ minLength: 1 }) }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(texts, (saves) => {
        // Each tab saw the step when it was opened, and none looks again: nobody decides anything.
        const seen = [0, 0, 0, 0];
        let draft = saved(begun, 0, 'first');
        for (const { tab, words } of saves) draft = saved(draft, seen[tab] ?? 0, words);
        const { form, apart } = stepOf(draft, 'what');
        const kept = [form, ...apart].map(({ summary }) => summary);
        return saves.every(({ words }) => kept.includes(words)) && kept.includes('first');
      }),
    );
  });
});
