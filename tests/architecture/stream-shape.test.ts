import { type Files, plant } from './planted';
import { oddStreams, STREAM_FILES } from './stream-shape';
import { ROOT } from './tree';

/** A stream's folder with all that it has to hold. */
const whole = (stream: string): Files =>
  Object.fromEntries(
    STREAM_FILES.map((file) => [`subgraphs/${stream}/${file.endsWith('/') ? `${file}1.ts` : file}`, '']),
  );

describe('the folders of streams', () => {
  it('are all alike', () => {
    expect(oddStreams(ROOT)).toEqual([]);
  });

  it('are seen to differ by a file too few or too many', () => {
    const { 'subgraphs/adults/report.ts': _, ...short } = whole('adults');
    const tree = plant({ ...whole('corporate'), ...short, 'subgraphs/adults/helpers.ts': '' });
    expect(oddStreams(tree.root)).toEqual(['adults has no report.ts', 'adults alone has helpers.ts']);
    tree.remove();
  });

  it('are those with a procedure: other subgraphs look as they need to', () => {
    const tree = plant({ ...whole('corporate'), 'subgraphs/insight/subgraph.ts': '' });
    expect(oddStreams(tree.root)).toEqual([]);
    tree.remove();
  });
});
