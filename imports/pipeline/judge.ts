import type { Judgement, JudgeRow } from '../../subgraphs/intake/subgraph';
import { correctedRow, missingColumns, unknownColumns } from '../corrections';
import { namesOf } from '../kit/names';
import { FileRefused, type MappedRow } from '../record';
import type { Hashed, Source } from '../source';

/**
 * Judges rows that people corrected as if they had come so, each by its source's own rules. A source that is not among
 * `sources` is a mistake of the program, and thrown.
 */
export function judgeBy(
  sources: Readonly<Record<string, Source<Hashed>>>,
  streams: readonly string[],
): JudgeRow {
  return ({ source: name, ...row }, { today, names }) => {
    const source = sources[name];
    if (!source) throw new Error(`There is no source called ${name}`);
    const unknown = unknownColumns(row, source);
    if (unknown.length > 0) return { kind: 'unknownColumns', unknown, known: source.header };
    const missing = missingColumns(row, source);
    if (missing.length > 0) return { kind: 'incomplete', missing };
    const facts = { today, names: namesOf(names), streams };
    return judged(() => judgement(source.map(correctedRow(row, source), facts), source));
  };
}

/** What a whole file is refused for (a stream that there is not) is reported of a correction too. */
function judged(judge: () => Judgement): Judgement {
  try {
    return judge();
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { kind: 'unreadable', message: error.message };
  }
}

function judgement(mapped: MappedRow<Hashed>, source: Source<Hashed>): Judgement {
  switch (mapped.kind) {
    case 'noRow':
      return { kind: 'leftOut', reason: 'No row at all: a blank line, the header again, or a total.' };
    case 'leftOut':
      return { kind: 'leftOut', reason: mapped.reason };
    case 'quarantined':
      return { kind: 'quarantined', faults: mapped.faults };
    case 'taken': {
      const { identity, lastUpdated, faults, record } = mapped;
      const { keeper, owner } = source.place(record);
      const held = { identity, lastUpdated, contentHash: record.contentHash };
      return { kind: 'taken', held, owner: owner === undefined ? keeper : owner, faults };
    }
  }
}
