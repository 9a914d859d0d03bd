import type { FastifyRequest } from 'fastify';
import { periodOfPage } from '../../filters/period';
import { askingOf } from '../page-makers';
import { askReach } from '../reach';
import type { ExploreMakers } from './explore-makers';

/** An example as somebody would type it. */
export interface ExampleQuestion {
  readonly id: string;
  readonly query: string;
  /** JSON, or nothing. */
  readonly variables: string;
}

/** The examples, asked of the newest quarter that the records reach. */
export async function exampleQuestions(
  makers: Pick<ExploreMakers, 'gateway' | 'clock' | 'examples'>,
  request: FastifyRequest,
): Promise<ExampleQuestion[]> {
  const { asAt } = await askReach(makers, askingOf(request));
  const newest = periodOfPage({}, asAt);
  return makers.examples.map(({ id, query, variables }) => {
    const asked = variables(newest);
    return { id, query, variables: Object.keys(asked).length === 0 ? '' : JSON.stringify(asked, null, 2) };
  });
}
