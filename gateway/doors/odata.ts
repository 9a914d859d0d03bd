import type { FigureSet, RecordSet } from '../../platform/records/record-set';
import { createConcurrencyLimit } from '../entrance/concurrency-limit';
import { type Refusal, refuseToChange } from '../entrance/refusal';
import { readFigureSchema } from '../exports/figures';
import type { SetGraph } from '../odata/answer-set';
import { answerMetadata, answerService, answerSet } from '../odata/answers';
import { ODATA_VERSION } from '../odata/edm';
import { readEntitySets } from '../odata/entity-sets';
import { metadataJson } from '../odata/metadata-json';
import { metadataXml } from '../odata/metadata-xml';
import { refuseOlder } from '../odata/negotiate';
import { readResource } from '../odata/resource';
import { PATH } from '../odata/service-root';
import type { GuardedDoor } from './door';

export interface ODataDoor {
  readonly graph: SetGraph;
  /** The composed schema, whose measures are properties of figures. */
  readonly supergraph: string;
  readonly sets: readonly RecordSet[];
  readonly figures: readonly FigureSet[];
}

/** Nobody sends anything here; who tries is told so, and not that it is too long. */
const MOST_BODY_BYTES = 100_000;
/** A page holds one of the few connections of its part while it is read. */
const TOGETHER = { concurrent: 4, waiting: 200, waitMillis: 20_000 };

/**
 * `GET /odata/v4/…`: records, what was removed of them, and figures as flat sets, page by page, as tools of the desk read them (OData 4.0).
 * Whoever asks meets the same scopes, rows, suppression and audit as everywhere.
 */
export function odataDoor({ graph, supergraph, sets: records, figures }: ODataDoor): GuardedDoor {
  const sets = readEntitySets(records, figures, readFigureSchema(supergraph));
  const schemas = { xml: metadataXml(sets), json: metadataJson(sets) };
  const together = createConcurrencyLimit(TOGETHER);
  return {
    ...{ isOpen: false, maxBodyBytes: MOST_BODY_BYTES, alsoBasic: true, tell },
    matches: (path) => path === PATH || path.startsWith(`${PATH}/`),
    async answer(visit) {
      const { request, response, caller } = visit;
      refuseToChange(response, request.method);
      refuseOlder(request.headers);
      response.setHeader('odata-version', ODATA_VERSION);
      const { pathname, searchParams: parameters } = new URL(request.url ?? '', 'http://gateway');
      const resource = readResource(pathname, sets);
      if (resource.of === 'service') return answerService(visit, { sets, parameters });
      if (resource.of === 'metadata') return answerMetadata(visit, { schemas, parameters });
      const release = await together.take('everybody', caller.signal);
      try {
        await caller.admitAgain?.();
        await answerSet(graph, visit, { resource, parameters });
      } finally {
        release();
      }
    },
  };
}

/** A refusal as OData tells it. */
const tell = ({ code, message }: Refusal) => ({
  headers: { 'odata-version': ODATA_VERSION },
  body: { error: { code, message } },
});
