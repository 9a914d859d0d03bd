import type { Client } from 'pg';

/** Schemas of PostgreSQL itself. */
const OURS = `nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and nspname !~ '^pg_(toast_)?temp_'`;

/**
 * One query for each kind of fact; each gives one line of text a row. Text is cut to one line, and names of roles
 * are given as they are: `describeDatabase` takes the database's name out of them.
 */
const FACTS: readonly string[] = [
  `select 'database: ' || coalesce(acl.grantee, 'nobody') || ' may ' || string_agg(lower(acl.privilege), ', ' order by acl.privilege)
   from (select case when a.grantee = 0 then 'everybody' else pg_get_userbyid(a.grantee) end as grantee, a.privilege_type as privilege
         from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
         where d.datname = current_database()) acl
   group by acl.grantee`,

  `select 'role ' || rolname || ': ' || concat_ws(', ',
     case when rolcanlogin then 'logs in' end, case when rolsuper then 'SUPERUSER' end,
     case when rolcreaterole then 'creates roles' end, case when rolcreatedb then 'creates databases' end,
     case when rolbypassrls then 'BYPASSES ROW SECURITY' end, case when rolreplication then 'REPLICATES' end,
     case when rolinherit then 'inherits' end,
     (select 'settings ' || array_to_string(rolconfig, ', ') where rolconfig is not null),
     (select 'member of ' || string_agg(pg_get_userbyid(m.roleid), ', ' order by pg_get_userbyid(m.roleid))
      from pg_auth_members m where m.member = r.oid and pg_get_userbyid(m.roleid) not like current_database() || '%'))
   from pg_roles r where starts_with(rolname, current_database())`,

  `select 'schema ' || nspname || ': owned by ' || pg_get_userbyid(nspowner) from pg_namespace where ${OURS}`,

  `select 'schema ' || n.nspname || ': ' || case when a.grantee = 0 then 'everybody' else pg_get_userbyid(a.grantee) end || ' may '
     || string_agg(replace(lower(a.privilege_type), 'usage', 'use'), ', ' order by a.privilege_type)
   from pg_namespace n, aclexplode(n.nspacl) a where ${OURS} and a.grantee <> n.nspowner group by n.nspname, a.grantee`,

  `select case c.relkind when 'r' then 'table ' when 'v' then 'VIEW ' when 'm' then 'MATERIALIZED VIEW ' when 'S' then 'sequence '
       when 'p' then 'partitioned table ' else 'relation ' end || n.nspname || '.' || c.relname
     || case when c.relkind not in ('r', 'p') then '' when c.relrowsecurity and c.relforcerowsecurity then ': row security forced'
       when c.relrowsecurity then ': ROW SECURITY NOT FORCED' else ': no row security' end
     || case when c.relpersistence = 'u' then ', unlogged' else '' end
     || coalesce(', ' || array_to_string(c.reloptions, ', '), '')
   from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} and c.relkind in ('r', 'v', 'm', 'S', 'p', 'f')`,

  `select 'column ' || n.nspname || '.' || c.relname || '.' || a.attname || ': ' || format_type(a.atttypid, a.atttypmod)
     || case when a.attnotnull then ' not null' else '' end
     || case a.attidentity when '' then '' else ' identity' end
     || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
   from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
   where ${OURS} and c.relkind in ('r', 'v', 'm', 'p') and a.attnum > 0 and not a.attisdropped`,

  `select 'constraint ' || n.nspname || '.' || c.relname || ' ' || o.conname || ': ' || pg_get_constraintdef(o.oid)
   from pg_constraint o join pg_class c on c.oid = o.conrelid join pg_namespace n on n.oid = c.relnamespace
   where ${OURS} and o.contype <> 'n'`,

  `select 'index ' || n.nspname || '.' || c.relname || ' ' || i.relname || ': '
     || regexp_replace(pg_get_indexdef(x.indexrelid), '^.* USING ', '')
   from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
     join pg_namespace n on n.oid = c.relnamespace
   where ${OURS} and not exists (select from pg_constraint o where o.conindid = x.indexrelid)`,

  `select 'policy ' || schemaname || '.' || tablename || ' ' || policyname || ': ' || lower(permissive) || ' ' || lower(cmd)
     || ' to ' || array_to_string(roles, ', ') || coalesce(' using ' || qual, '') || coalesce(' check ' || with_check, '')
   from pg_policies`,

  `select 'trigger ' || n.nspname || '.' || c.relname || ': ' || pg_get_triggerdef(t.oid)
   from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
   where ${OURS} and not t.tgisinternal`,

  `select 'function ' || n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || '): '
     || pg_get_functiondef(p.oid)
   from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${OURS} and p.prokind in ('f', 'p')`,

  `select 'function ' || n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || '): '
     || case when a.grantee = 0 then 'everybody' else pg_get_userbyid(a.grantee) end || ' may execute'
   from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
     aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where ${OURS} and a.grantee <> p.proowner`,

  `select 'type ' || n.nspname || '.' || t.typname || ': ' || (select string_agg(enumlabel, ', ' order by enumsortorder)
     from pg_enum e where e.enumtypid = t.oid)
   from pg_type t join pg_namespace n on n.oid = t.typnamespace where ${OURS} and t.typtype = 'e'`,

  `select 'grant ' || n.nspname || '.' || c.relname || ': ' || case when a.grantee = 0 then 'everybody' else pg_get_userbyid(a.grantee) end
     || ' may ' || string_agg(lower(a.privilege_type) || case when a.is_grantable then ' and pass it on' else '' end, ', '
       order by a.privilege_type)
   from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
   where ${OURS} and a.grantee <> c.relowner group by n.nspname, c.relname, a.grantee`,

  `select 'grant ' || n.nspname || '.' || c.relname || '.' || t.attname || ': '
     || case when a.grantee = 0 then 'everybody' else pg_get_userbyid(a.grantee) end
     || ' may ' || string_agg(lower(a.privilege_type), ', ' order by a.privilege_type)
   from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace, aclexplode(t.attacl) a
   where ${OURS} group by n.nspname, c.relname, t.attname, a.grantee`,
];

/**
 * All that the database holds besides rows, one fact a line, those of one table together: tables, columns, constraints, indexes, policies,
 * triggers, functions, types, roles and grants. The same for every database that the same migrations made: names of
 * roles lose the database's name. What was made by hand, or by a migration that nobody reviewed, is a line more.
 */
export async function describeDatabase(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ database: string }>('select current_database() as database');
  const database = rows[0]?.database ?? '';
  const lines: string[] = [];
  for (const sql of FACTS) {
    const found = await client.query<string[]>({ text: sql, rowMode: 'array' });
    lines.push(...found.rows.map(([line]) => line ?? ''));
  }
  return inOrder(lines.map((line) => line.replace(/\s+/g, ' ').replaceAll(database, '<database>')));
}

/** Sorts lines by the table or schema that they are about, which is their second word, then as text. */
function inOrder(lines: readonly string[]): string[] {
  const about = (line: string) => /^\w+:? (?:<database>)?([\w]+(?:\.\w+)?)/.exec(line)?.[1] ?? '';
  const keyed = lines.map((line) => `${about(line)}\n${line}`).sort();
  return keyed.map((line) => line.slice(line.indexOf('\n') + 1));
}
