import fc from 'fast-check';
import { element, render } from './markup';

describe('an element as text', () => {
  it('holds its attributes and what is in it', () => {
    const node = element('g', { class: 'a', x: 1.2345, y: undefined }, [
      element('path', { d: 'M0 0' }),
      'text',
    ]);
    expect(render(node)).toBe('<g class="a" x="1.2"><path d="M0 0"/>text</g>');
  });

  it('escapes text and attributes', () => {
    const evil = `<script>alert("x")</script> & 'quoted'`;
    const text = render(element('text', { 'data-label': evil }, [evil]));
    expect(text).toBe(
      '<text data-label="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;quoted&#39;">' +
        '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;quoted&#39;</text>',
    );
  });

  it('has no sign that XML may not hold', () => {
    expect(render('a\u0000b\u001fc\ud800d\uffffe\n')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde\n');
    expect(render('é 漢 😀')).toBe('é 漢 😀');
  });

  it('never opens or closes anything from text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          render(element('text', { 'data-label': text }, [text]))
            .match(/[<>"]/g)
            ?.join(''),
        ).toBe(text === '' ? '<"">' : '<"">' + '<>');
      }),
    );
  });

  it('takes the looks of its classes where they are handed over', () => {
    const painted = render(element('g', { class: 'a b' }), (names) => ({ fill: names.join('+') }));
    expect(painted).toBe('<g fill="a+b" class="a b"/>');
  });
});
