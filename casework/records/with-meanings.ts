import type { HistoricStage } from '../../contracts/records/stage';
import { type MappedWords, meaningOn } from '../../domain/words/mapped-words';

/** A record with the meanings that its words were given; what its importer knew already stays as it is. */
export function withMeanings(record: HistoricStage, words: MappedWords): HistoricStage {
  const closure = closureOf(record, words);
  const serviceId = serviceOf(record, words);
  const channel = channelOf(record, words);
  // Nearly every record comes with all its meanings: a copy of each would be work for nothing.
  if (closure === null && serviceId === record.serviceId && channel === record.channel) return record;
  return { ...record, ...closure, serviceId, channel };
}

function serviceOf({ serviceId, serviceWritten, receivedOn }: HistoricStage, words: MappedWords) {
  if (serviceId !== null || serviceWritten === null) return serviceId;
  return meaningOn(words.service(serviceWritten), receivedOn);
}

function channelOf({ channel, channelWritten, receivedOn }: HistoricStage, words: MappedWords) {
  if (channel !== null || channelWritten === null) return channel;
  return meaningOn(words.channel(channelWritten), receivedOn);
}

function closureOf(record: HistoricStage, words: MappedWords) {
  const { source, closureCodeWritten: written, outcome, closureReason, receivedOn } = record;
  if (written === null || outcome !== null || closureReason !== null) return null;
  return meaningOn(words.closure({ source, written }), receivedOn);
}
