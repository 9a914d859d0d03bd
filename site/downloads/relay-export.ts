import type { FastifyReply } from 'fastify';
import type { Download, Wanted } from '../gateway/downloading';
import type { Asking } from '../gateway/gateway';
import { leaveToGateway, ROW_COUNT } from '../pages/note-files';
import { MEDIA_TYPES, type TableKind } from './table-kinds';

/** Records that the gateway exports, as they come: which, how narrowed, and the file's name but for the day and the kind. */
export interface Relayed extends Pick<Wanted, 'where'> {
  readonly records: string;
  readonly kind: TableKind;
  readonly name: string;
}

/** Sends a file of the gateway's on, which notes itself that it was taken. Gives a sentence where there is no such file. */
export async function relayExport(
  reply: FastifyReply,
  { records, kind, where, name }: Relayed,
  { download, asking }: { readonly download: Download; readonly asking: Asking },
): Promise<FastifyReply | string> {
  const found = await download({ file: `${records}.${kind}`, where }, asking);
  if ('refused' in found) return found.refused;
  leaveToGateway(reply);
  return reply
    .header('content-disposition', `attachment; filename="${name}-as-at-${found.asAt}.${kind}"`)
    .header(ROW_COUNT, found.rows)
    .type(MEDIA_TYPES[kind])
    .send(found.body);
}
