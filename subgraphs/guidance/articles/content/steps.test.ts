import { ENQUIRY_EVENTS } from '../../../../domain/enquiries/enquiry';
import { EVENTS } from '../../../../domain/procedure/events';
import { CONTENT } from './content';
import { stepsFor } from './steps';

const codeOf = (event: string): string => event.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** What nobody needs to be told how to do: notes, and what the product does by itself. */
const PLAIN = ['NOTE', 'TAKE_OVER', 'REDATE'];

describe('the steps that the product’s articles are for', () => {
  it('are said each once and in order', () => {
    for (const { id } of CONTENT)
      for (const steps of Object.values(stepsFor(id))) expect(steps).toEqual([...new Set(steps)].sort());
    expect(stepsFor('toString')).toEqual({ steps: [], enquiry_steps: [] });
  });

  it('are all that there are, but for what needs no telling', () => {
    const told = CONTENT.flatMap(({ steps }) => steps);
    expect(EVENTS.map(codeOf).filter((code) => !told.includes(code))).toEqual(expect.arrayContaining(PLAIN));
    expect(EVENTS.map(codeOf).filter((code) => !told.includes(code) && !PLAIN.includes(code))).toEqual([]);
    const toldOfCases = CONTENT.flatMap(({ enquiry_steps }) => enquiry_steps);
    expect(
      ENQUIRY_EVENTS.map(codeOf).filter((code) => !toldOfCases.includes(code) && !PLAIN.includes(code)),
    ).toEqual([]);
  });
});
