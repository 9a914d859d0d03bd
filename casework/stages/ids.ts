import { createHash } from 'node:crypto';

/** The id of a stage that an inherited system recorded: the same whenever it is loaded, so that links to it last. */
export function historicStageId({
  stream,
  source,
  key,
}: {
  stream: string;
  source: string;
  key: string;
}): string {
  return `${stream}-stage-${uuidOf(`${stream}\n${source}\n${key}`)}`;
}

/** The id of the complaint that begins with a stage. It begins with its stream, so that no look-up is needed. */
export const complaintIdFor = (stageId: string): string => stageId.replace('-stage-', '-');

/** Another complaint's id made of one that is in use; the same each time. */
export function furtherComplaintId(id: string): string {
  const [stream = ''] = id.split('-');
  return `${stream}-${uuidOf(id)}`;
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
