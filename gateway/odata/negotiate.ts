import type { IncomingHttpHeaders } from 'node:http';
import { shown, wrong } from '../entrance/bad-input';
import { chosenMediaType } from '../entrance/negotiate';
import { Refusal } from '../entrance/refusal';

const LEVELS = ['minimal', 'none', 'full'] as const;
/** How much of what `$metadata` says stands in an answer again. */
export type MetadataLevel = (typeof LEVELS)[number];

const JSON_TYPE = 'application/json';

/** In which of its forms an answer in JSON is wanted, by `$format` or the header Accept. Throws a `Refusal` (406) where none is. */
export function chosenLevel(format: string | null, accept: string | undefined): MetadataLevel {
  const wanted = format === null ? accept : format === 'json' ? JSON_TYPE : format;
  if (chosenMediaType(wanted, [JSON_TYPE]) === null) throw notAcceptable(wanted ?? '', JSON_TYPE);
  // Of several, the first that names a form which there is.
  const ranges = (wanted ?? '').split(',').filter((range) => /^\s*application\/json\b/i.test(range));
  const asked = ranges.map(
    (range) => /;\s*(?:odata\.)?metadata\s*=\s*"?(\w*)/i.exec(range)?.[1] ?? 'minimal',
  );
  const level = LEVELS.find((one) => one === asked.find((name) => LEVELS.some((known) => known === name)));
  if (level === undefined && asked.length > 0) throw notAcceptable(wanted ?? '', JSON_TYPE);
  return level ?? 'minimal';
}

/** Whether `$metadata` is wanted as XML or as JSON. Throws a `Refusal` (406) where neither is. */
export function chosenSchemaType(format: string | null, accept: string | undefined): 'xml' | 'json' {
  const wanted = format === 'json' ? JSON_TYPE : format === 'xml' ? 'application/xml' : (format ?? accept);
  const chosen = chosenMediaType(wanted, ['application/xml', JSON_TYPE]);
  if (chosen === null) throw notAcceptable(wanted ?? '', 'application/xml or application/json');
  return chosen.type === JSON_TYPE ? 'json' : 'xml';
}

const notAcceptable = (wanted: string, there: string): Refusal =>
  new Refusal(
    406,
    'NOT_ACCEPTABLE',
    `This cannot be had as "${shown(wanted)}". It is ${there}, with odata.metadata=minimal, none or full where it is data.`,
  );

/** How many rows of a page the caller prefers at most; null where they say nothing of it. */
export function preferredSize({ prefer }: IncomingHttpHeaders): number | null {
  const text = [prefer ?? []].flat().join(',');
  const [, size] =
    /(?:^|[,;\s])(?:odata\.)?maxpagesize\s*=\s*"?(\d{1,9})"?(?=\s*(?:[,;]|$))/i.exec(text) ?? [];
  return size === undefined || Number(size) === 0 ? null : Number(size);
}

/** Throws a `Refusal` (400) for a client that takes none but older versions. */
export function refuseOlder(headers: IncomingHttpHeaders): void {
  const version = headers['odata-maxversion'];
  if (typeof version !== 'string' || Number(version) >= 4) return;
  throw wrong(`OData 4.0 is spoken here, and the header OData-MaxVersion takes ${shown(version)} at most.`);
}
