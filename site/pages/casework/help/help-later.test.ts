import { whenShown } from './help-later';

function asking(method: string, answer: () => Promise<string> = async () => 'help') {
  let times = 0;
  const shown = whenShown({ method }, () => {
    times += 1;
    return answer();
  });
  return { shown, times: () => times };
}

describe('what stands beside a form', () => {
  it('is asked for at once where the page is looked at, and once', async () => {
    const { shown, times } = asking('GET');
    expect(times()).toBe(1);
    expect([await shown(), times()]).toEqual(['help', 1]);
  });

  it('is asked for where a form that was sent is shown again, and not before', async () => {
    const { shown, times } = asking('POST');
    expect(times()).toBe(0);
    expect([await shown(), times()]).toEqual(['help', 1]);
  });

  it('fails where it is shown, and nowhere else', async () => {
    const { shown } = asking('GET', () => Promise.reject(new Error('down')));
    await expect(shown()).rejects.toThrow('down');
  });
});
