import { showProgress } from './progress';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** An output, and what was written to it. */
function testOutput(isTTY: boolean) {
  const written: string[] = [];
  const write = (text: string | Uint8Array) => {
    written.push(String(text));
    return true;
  };
  return { output: { isTTY, write }, written };
}

describe('what goes on', () => {
  it('is told in a line every ten seconds, where nobody looks', () => {
    const { output, written } = testOutput(false);
    const progress = showProgress(output);
    let rows = 0;
    progress.doing(() => `${rows} rows read`);
    jest.advanceTimersByTime(9_999);
    expect(written).toEqual([]);
    rows = 7;
    jest.advanceTimersByTime(10_001);
    expect(written).toEqual(['7 rows read…\n', '7 rows read…\n']);
    progress.stop();
    jest.advanceTimersByTime(60_000);
    expect(written).toHaveLength(2);
  });

  it('is told every second in one line of a terminal, which is taken away again', () => {
    const { output, written } = testOutput(true);
    const progress = showProgress(output);
    progress.doing(() => 'Opening');
    jest.advanceTimersByTime(2_000);
    expect(written).toEqual(['Opening…', '\r\u001b[K', 'Opening…']);
    progress.doing(null);
    jest.advanceTimersByTime(5_000);
    expect(written.slice(3)).toEqual(['\r\u001b[K']);
    progress.doing(() => 'Following');
    jest.advanceTimersByTime(1_000);
    progress.stop();
    expect(written.slice(4)).toEqual(['Following…', '\r\u001b[K']);
  });
});
