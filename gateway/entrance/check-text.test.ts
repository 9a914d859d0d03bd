import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { checkText } from './check-text';

/** What is read of a body that says it is `contentType`, and what the request then says. */
function read(contentType: string | null, body: Buffer) {
  const request = new IncomingMessage(new Socket());
  if (contentType !== null) request.headers['content-type'] = contentType;
  const text = checkText(request, body, ['application/json', 'text/csv']).toString();
  return [text, request.headers['content-type']];
}

describe('a body of text', () => {
  it.each([
    ['application/json', 'application/json'],
    ['TEXT/CSV; header=present; charset=UTF8', 'text/csv'],
    ['text/csv ;charset = "utf-8"', 'text/csv'],
  ])('that is %s is read', (contentType, type) => {
    expect(read(contentType, Buffer.from('é€'))).toEqual(['é€', type]);
  });

  it('loses the mark at its beginning, and no other', () => {
    expect(read('text/csv', Buffer.from('\uFEFFa\uFEFF'))[0]).toBe('a\uFEFF');
    expect(read('text/csv', Buffer.alloc(0))[0]).toBe('');
  });

  it.each([
    [null, 'a', 415, 'has to be application/json.'],
    ['', 'a', 415, 'has to be application/json.'],
    ['application/jsonp', 'a', 415, 'and is "application/jsonp".'],
    ['application/json, text/csv', 'a', 415, 'and is "application/json, text/csv".'],
    ['text/csv; charset=windows-1252', 'a', 415, 'written in UTF-8'],
    ['text/csv; charset=', 'a', 415, 'written in UTF-8'],
    ['text/csv', '\xe9', 400, 'is not UTF-8'],
    ['text/csv', '\xc3', 400, 'is not UTF-8'],
    ['text/csv', '\xed\xa0\x80', 400, 'is not UTF-8'],
  ])('that is %s is refused where it would be misread: %j', (contentType, bytes, status, says) => {
    const refused = expect.objectContaining({ status, message: expect.stringContaining(says) });
    expect(() => read(contentType, Buffer.from(bytes, 'latin1'))).toThrow(refused);
  });
});
