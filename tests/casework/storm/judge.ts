import type { DataSource } from 'typeorm';
import type { Ledger, Sent } from './ledger';

/** What the database keeps of the commands on a complaint, and of the complaint itself. */
export interface KeptCommands {
  readonly entries: readonly {
    readonly complaint_id: string;
    readonly place: number;
    readonly event: string;
    readonly by: string;
    readonly words: readonly string[];
  }[];
  readonly done: readonly {
    readonly key: string;
    readonly complaint_id: string;
    readonly place: number;
    readonly subject: string;
  }[];
  readonly versions: readonly { readonly complaint_id: string; readonly version: number }[];
  /** How often somebody recorded a complaint or did something to one, as the audit log has it. */
  readonly audited: number;
}

/** Reads all of it, past row-level security. */
export const readCommands = async (database: DataSource): Promise<KeptCommands> => ({
  entries: await database.query(
    `select complaint_id, place, event, by, array(select words from corporate.timeline_words as written
       where written.complaint_id = entry.complaint_id and written.place = entry.place) as words
     from corporate.timeline_entry as entry order by complaint_id, place`,
  ),
  done: await database.query('select key, complaint_id, place, subject from corporate.command_done'),
  versions: await database.query('select complaint_id, version from corporate.live_case'),
  audited: Number(
    (
      await database.query(
        `select count(*) from corporate.audit_entry where action in ('CASE_RECORD', 'CASE_COMMAND')`,
      )
    )[0].count,
  ),
});

const inTimeline = (event: string): string => event.replace(/_/g, '').toLowerCase();

/** Everything that is not as it has to be: nothing, where each command is there once or not at all. */
export function misdone(ledger: Ledger, kept: KeptCommands): string[] {
  const entryAt = new Map(kept.entries.map((entry) => [`${entry.complaint_id}/${entry.place}`, entry]));
  const doneBy = new Map(kept.done.map((done) => [done.key, done]));
  const whole = (sent: Sent): string[] => {
    const done = doneBy.get(sent.key);
    const entry = done && entryAt.get(`${done.complaint_id}/${done.place}`);
    const places = new Set(sent.answers.flatMap(({ place }) => place ?? []));
    const isDone = places.size > 0;
    if (done === undefined) return isDone ? ['was acknowledged, and is lost'] : [];
    return [
      entry === undefined && 'is done, and not in the timeline',
      places.size > 1 && 'was acknowledged at two places',
      isDone && !places.has(done.place) && 'is at another place than was acknowledged',
      sent.answers.some(({ place }) => place === null) && 'was refused, and is done',
      done.place !== sent.version + 1 && 'was done on a version that its officer had not seen',
      done.subject !== sent.officer && 'is done by another',
      entry && entry.by !== sent.officer && 'is in the timeline by another',
      entry && entry.event.toLowerCase() !== inTimeline(sent.event) && 'is another event in the timeline',
      sent.words !== null && !entry?.words.includes(sent.words) && 'has lost its words',
    ].flatMap((problem) => (problem === false || problem === undefined ? [] : [problem]));
  };
  const ofCommands = ledger.sent.flatMap((sent) =>
    whole(sent).map((problem) => `${sent.event} ${sent.key} ${problem}`),
  );
  return [...ofCommands, ...ofTimelines(ledger, kept)];
}

function ofTimelines({ sent }: Ledger, { entries, done, versions, audited }: KeptCommands): string[] {
  const sentKeys = new Set(sent.map(({ key }) => key));
  const places = new Map<string, number[]>();
  for (const { complaint_id: id, place } of entries) places.set(id, [...(places.get(id) ?? []), place]);
  const once = new Set(done.map(({ complaint_id: id, place }) => `${id}/${place}`));
  return [
    ...versions.flatMap(({ complaint_id: id, version }) => {
      const held = places.get(id) ?? [];
      const isWhole = held.length === version && held.every((place, index) => place === index + 1);
      return isWhole ? [] : [`${id} has version ${version}, and the entries ${held.join(' ')}`];
    }),
    ...(once.size === done.length ? [] : ['two commands have one place in a timeline']),
    ...(done.length === entries.length ? [] : [`${done.length} commands led to ${entries.length} entries`]),
    ...(audited === entries.length ? [] : [`${audited} audit entries tell of ${entries.length} entries`]),
    ...done.flatMap(({ key }) => (sentKeys.has(key) ? [] : [`nobody sent ${key}`])),
  ];
}
