import { GatewayRefusal } from '../gateway/refusal';
import { askAt } from './ask-at';
import { FIRST_PAGE } from './page-place';

const PLACE = { after: 'cursor', number: 2 };
const badQuestion = () => new GatewayRefusal('BAD_USER_INPUT', 'No such cursor');

describe('what stands at a place of a list', () => {
  it('is asked for there', async () => {
    expect(await askAt(PLACE, async (after) => after)).toEqual({ place: PLACE, given: 'cursor' });
  });

  it('is the beginning where the list has no such place any more', async () => {
    const ask = async (after: string | null) => {
      if (after !== null) throw badQuestion();
      return 'first';
    };
    expect(await askAt(PLACE, ask)).toEqual({ place: FIRST_PAGE, given: 'first' });
  });

  it('cannot be had where the question makes no sense, or the part is lost', async () => {
    const refused = jest.fn().mockRejectedValue(badQuestion());
    await expect(askAt(FIRST_PAGE, refused)).rejects.toThrow('No such cursor');
    expect(refused).toHaveBeenCalledTimes(1);
    const lost = jest.fn().mockRejectedValue(new GatewayRefusal('TIMEOUT', 'Too slow'));
    await expect(askAt(PLACE, lost)).rejects.toThrow('Too slow');
    expect(lost).toHaveBeenCalledTimes(1);
  });
});
