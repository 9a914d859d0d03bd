import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wordColumns } from '../reference/decided-words';
import { openWordIndexes, withoutForce } from './resolve-words-migration';

/** Each column of words: the name of its flag, its kind among decisions, and what of a stage a decision's JSON says. */
const HELD = {
  service_decided: {
    isOpen: 'stage.service_id is null',
    isMeant: `mapped ->> 'kind' = 'service' and stage.service_id = mapped ->> 'serviceId'`,
  },
  channel_decided: {
    isOpen: 'stage.channel is null',
    isMeant: `mapped ->> 'kind' = 'channel' and stage.channel = mapped ->> 'channel'`,
  },
  closure_code_decided: {
    isOpen: 'stage.outcome is null and stage.closure_reason is null',
    isMeant: `mapped ->> 'kind' = 'closure-code' and mapped ->> 'source' = stage.source
      and stage.outcome is not distinct from mapped ->> 'outcome'
      and stage.closure_reason is not distinct from mapped ->> 'closureReason'`,
  },
};

/**
 * Keeps with each stage whether people decide what its words mean, so that they may decide otherwise. Of what is held that is
 * a word without a meaning, and one with the meaning that was decided: a code that its importer knew by the same meaning is
 * taken for decided, since nothing tells them apart.
 */
export function decideWordsAnewMigration(schema: string): new () => MigrationInterface {
  return class DecideWordsAnew implements MigrationInterface {
    readonly name = 'DecideWordsAnew1767225601512';

    async up(runner: QueryRunner): Promise<void> {
      for (const { isDecided } of wordColumns)
        await runner.query(
          `alter table "${schema}".stage add column ${isDecided} boolean not null default false`,
        );
      await withoutForce(runner, [`"${schema}".stage`], () => runner.query(flagHeld(schema)));
      for (const { index } of openWordIndexes(schema)) await runner.query(`drop index "${schema}".${index}`);
      for (const { index, column, isDecided } of wordColumns)
        await runner.query(
          `create index ${index} on "${schema}".stage (source, ${column}) where (${isDecided})`,
        );
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const { index, isDecided } of wordColumns) {
        await runner.query(`drop index "${schema}".${index}`);
        await runner.query(`alter table "${schema}".stage drop column ${isDecided}`);
      }
      for (const { create } of openWordIndexes(schema)) await runner.query(create);
    }
  };
}

/** One statement for all three, which writes the stages concerned alone. */
function flagHeld(schema: string): string {
  const flags = wordColumns.map(({ column, isDecided }) => {
    const { isOpen, isMeant } = heldAs(isDecided);
    const folded = `lower(regexp_replace(btrim(stage.${column}), '\\s+', ' ', 'g'))`;
    return `(stage.${column} is not null and ((${isOpen}) or exists (
      select from "${schema}".mapped_word where mapped ->> 'word' = ${folded} and ${isMeant}))) as ${isDecided}`;
  });
  const names = wordColumns.map(({ isDecided }) => isDecided);
  return `update "${schema}".stage set ${names.map((name) => `${name} = held.${name}`).join(', ')}
    from (select stage.id, ${flags.join(', ')} from "${schema}".stage) held
    where stage.id = held.id and (${names.map((name) => `held.${name}`).join(' or ')})`;
}

function heldAs(name: string): { readonly isOpen: string; readonly isMeant: string } {
  const found = Object.entries(HELD).find(([flag]) => flag === name);
  if (found === undefined) throw new Error(`Nothing is known of stages held with ${name}`);
  return found[1];
}
