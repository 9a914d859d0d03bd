import { formsOf, wordsOf } from './read-form';

const PAGE = `<form class="find" action="/find"><input name="q"></form>
<form class="form" action="/complaints/a-1/do/extend" method="post" novalidate>
  <input type="hidden" name="version" value="4"><input type="text" name="to-day" value="">
  <textarea id="reason" name="reason" rows="4">
Bob &amp; &quot;Co&quot;</textarea>
  <select name="limit"><option value="">Choose</option><option value="ANSWER" selected>Answer</option></select>
  <input type="checkbox" name="isForGoodReason" value="yes"><button name="more" type="submit">More</button>
</form>`;

describe('a form that is read from a page', () => {
  it('has its address, and what each field says', () => {
    const [find, extend] = formsOf(PAGE);
    expect([find?.action, extend?.action]).toEqual(['/find', '/complaints/a-1/do/extend']);
    expect(Object.fromEntries(extend?.fields ?? [])).toEqual({
      version: { kind: 'input', value: '4', isSent: true },
      'to-day': { kind: 'input', value: '', isSent: true },
      reason: { kind: 'area', value: 'Bob & "Co"', isSent: true },
      limit: { kind: 'choice', value: 'ANSWER', isSent: true },
      isForGoodReason: { kind: 'box', value: '', isSent: false },
    });
  });

  it('would send each value of a name that comes more than once', () => {
    const [form] = formsOf(
      '<form action="/x"><input type="hidden" name="c" value="1"><input type="hidden" name="c" value="2"></form>',
    );
    expect(form?.pairs).toEqual([
      ['c', '1'],
      ['c', '2'],
    ]);
  });

  it('is none where a page has none', () => {
    expect(formsOf('<p>Nothing</p>')).toEqual([]);
  });
});

describe('the words of a page', () => {
  it('are what stands between its marks', () => {
    expect(wordsOf('<p>It&#39;s <b>late</b>.</p>\n<p>Yes</p>')).toBe(" It's late . Yes ");
  });
});
