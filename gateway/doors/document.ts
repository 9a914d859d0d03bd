import type { Spool } from '../../platform/files/spool';
import { checkWorks, DOCUMENTS_PATH, streamOf } from '../documents/asked-documents';
import { askFile, notThere, sendPreview, sendWhole } from '../documents/send-document';
import { refuseToChange } from '../entrance/refusal';
import type { Graph } from '../graph/graph';
import type { GuardedDoor } from './door';

export interface DocumentDoor {
  readonly graph: Pick<Graph, 'internally'>;
  readonly spool: Pick<Spool, 'pathOf'>;
  readonly streams: readonly string[];
}

/**
 * `GET /documents/ID` sends a document, `GET /documents/ID/preview` what of it can be shown. Each reading is recorded before a byte
 * is sent, and nothing is sent that is not as it was kept.
 */
export const documentDoor = ({ graph, spool, streams }: DocumentDoor): GuardedDoor => ({
  isOpen: false,
  budget: 'files',
  maxBodyBytes: 0,
  matches: (path) => path.startsWith(`${DOCUMENTS_PATH}/`),
  async answer({ request, response, caller }) {
    refuseToChange(response, request.method);
    checkWorks(caller);
    const [, , id = '', ...rest] = (request.url?.split('?')[0] ?? '').split('/');
    const part = streamOf(id, streams);
    const isPreview = rest.join('/') === 'preview';
    if (part === null || !(isPreview || rest.length === 0)) throw notThere();
    const held = await askFile(graph, { part, id }, caller);
    await (isPreview ? sendPreview : sendWhole)(spool, held, response);
  },
});
