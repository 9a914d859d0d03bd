import { GatewayRefusal } from '../../../gateway/refusal';
import { toldGateway } from '../../../testing/serve-pages';
import { STEP_HELP } from '../testing/a-case';
import { askHelp } from './ask-help';

const asking = { accessToken: 'a', requestId: 'r' };
const ask = (answer: unknown) =>
  askHelp(toldGateway({ StepHelp: answer }), asking, { steps: ['ANSWER'], streams: ['ADULTS'] });

describe('what helps with a step', () => {
  it('are the articles that were written for it', async () => {
    expect(await ask(STEP_HELP)).toEqual([
      expect.objectContaining({ href: '/guidance/a-guide', kind: 'Guide', summary: 'In short.' }),
    ]);
  });

  it('is nothing where the guidance does not answer: the form stands without it', async () => {
    expect(await ask(new GatewayRefusal('TIMEOUT', 'slow'))).toEqual([]);
    expect(await ask(new GatewayRefusal('FORBIDDEN', 'no'))).toEqual([]);
    expect(await ask({ articles: { edges: [{ node: null }] } })).toEqual([]);
  });
});
