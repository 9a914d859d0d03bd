import { type MappedWords, meaningOn } from '../domain/words/mapped-words';
import type { HistoricStage } from './history';

/** A record with the meanings that its words were given; what its importer knew already stays as it is. */
export function withMeanings(record: HistoricStage, words: MappedWords): HistoricStage {
  const { receivedOn, serviceId, serviceWritten, channel, channelWritten } = record;
  const service = serviceWritten === null ? null : meaningOn(words.service(serviceWritten), receivedOn);
  const way = channelWritten === null ? null : meaningOn(words.channel(channelWritten), receivedOn);
  return { ...record, ...closureOf(record, words), serviceId: serviceId ?? service, channel: channel ?? way };
}

function closureOf(record: HistoricStage, words: MappedWords) {
  const { source, closureCodeWritten: written, outcome, closureReason, receivedOn } = record;
  if (written === null || outcome !== null || closureReason !== null) return null;
  return meaningOn(words.closure({ source, written }), receivedOn);
}
