import { GatewayRefusal } from '../gateway/refusal';
import { askCommand } from './ask-command';
import { refusalIn } from './problem';

describe('what comes of a command', () => {
  it('is its answer where it was done', async () => {
    const done = { __typename: 'Workshop' };
    expect(await askCommand(Promise.resolve(done), refusalIn)).toEqual({
      answer: done,
      problems: [],
      status: 200,
    });
  });

  it('is its refusal, at the field that it is about', async () => {
    const refusal = { __typename: 'NameUnusable', message: 'Write your name.' };
    const asked = askCommand(Promise.resolve(refusal), (outcome) =>
      refusalIn(outcome, { NameUnusable: 'name' }),
    );
    expect(await asked).toMatchObject({
      status: 400,
      problems: [{ field: 'name', says: 'Write your name.' }],
    });
  });

  it('is a word for the form where nothing answers, and an error where the gateway refuses', async () => {
    const lost = askCommand(Promise.reject(new GatewayRefusal('TIMEOUT', 'slow')), refusalIn);
    expect(await lost).toMatchObject({ status: 503, problems: [{ field: null }] });
    const forbidden = askCommand(Promise.reject(new GatewayRefusal('FORBIDDEN', 'no')), refusalIn);
    await expect(forbidden).rejects.toThrow('no');
  });
});
