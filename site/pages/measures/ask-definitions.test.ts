import type { Gateway } from '../../gateway/gateway';
import { GatewayRefusal } from '../../gateway/refusal';
import { toldGateway } from '../../testing/serve-pages';
import { askDefinitions, nameInWords } from './ask-definitions';

const asking = { accessToken: 'token', requestId: 'request' };
const lost = new GatewayRefusal('TIMEOUT', 'slow');

describe('what measures mean', () => {
  it('is what was told last where nobody can say', async () => {
    let refusal: GatewayRefusal | null = lost;
    const told = toldGateway({ MeasureDefinitions: { measureDefinitions: [{ measure: 'OPEN' }] } });
    const gateway: Gateway = {
      ask: (...question) => (refusal === null ? told.ask(...question) : Promise.reject(refusal)),
    };
    expect(await askDefinitions(gateway, asking)).toBeNull();
    refusal = null;
    expect(await askDefinitions(gateway, asking)).toEqual([{ measure: 'OPEN' }]);
    refusal = lost;
    expect(await askDefinitions(gateway, asking)).toEqual([{ measure: 'OPEN' }]);
    refusal = new GatewayRefusal('FORBIDDEN', 'not yours');
    await expect(askDefinitions(gateway, asking)).rejects.toThrow('not yours');
  });

  it.each([
    ['IN_TIME_RATE', 'In time rate'],
    ['DAYS_TO_ANSWER_P90', 'Days to answer p90'],
    ['<script>', null],
    ['a'.repeat(99), null],
  ])('of %s is called %s by its address alone', (measure, name) => {
    expect(nameInWords(measure)).toBe(name);
  });
});
