import { answerSources } from './answer-sources';

describe('what an answer is made of', () => {
  it('is known when every part that was asked has said its state', () => {
    const sources = answerSources();
    expect(sources.states()).toBeNull();
    sources.asked('books');
    sources.asked('catalogue');
    sources.told('books', 'one');
    expect(sources.states()).toBeNull();
    sources.told('catalogue', 'two');
    expect([...(sources.states() ?? [])]).toEqual([
      ['books', 'one'],
      ['catalogue', 'two'],
    ]);
  });

  it('is not known where a part has changed between two questions, or anything failed', () => {
    const changed = answerSources();
    for (const state of ['one', 'two']) {
      changed.asked('books');
      changed.told('books', state);
    }
    const failed = answerSources();
    failed.asked('books');
    failed.told('books', 'one');
    failed.failed();
    expect([changed.states(), failed.states()]).toEqual([null, null]);
  });
});
