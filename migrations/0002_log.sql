-- The transparency log (architecture.md B.11): entries are only ever added. The owner migrates; mingjian_app runs.

create table log_entry (
  index bigint primary key check (index >= 0),
  at timestamptz not null,
  op text not null check (op ~ '^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$'),
  leaf bytea not null check (octet_length(leaf) <= 65535), -- the entry bundles of tlog-tiles count in 16 bits
  leaf_hash bytea not null check (octet_length(leaf_hash) = 32)
);
create index log_entry_at on log_entry (at);
comment on table log_entry is '公开日志的叶子：版本、序号、操作、时间与加盐承诺，不含个人信息';

create table log_payload (
  index bigint primary key references log_entry,
  fields jsonb not null,
  salts jsonb not null
);
comment on table log_payload is '日志条目的完整内容与每个字段的盐；只给有权查看案件的人';

-- Full tiles only (256 hashes); root is the hash of the tile as a subtree, that is its hash one level up.
create table log_tile (
  level int not null check (level between 0 and 7),
  n bigint not null check (n >= 0),
  hashes bytea not null check (octet_length(hashes) = 8192),
  root bytea not null check (octet_length(root) = 32),
  primary key (level, n)
);

create table log_checkpoint (
  size bigint primary key check (size >= 0),
  note text not null,
  at timestamptz not null
);

create function log_forbid() returns trigger language plpgsql as $$
begin
  raise exception '日志只增不改：% 不允许 %', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end $$;

create trigger log_entry_only_grows before update or delete or truncate on log_entry
  for each statement execute function log_forbid();
create trigger log_payload_only_grows before update or delete or truncate on log_payload
  for each statement execute function log_forbid();
create trigger log_tile_only_grows before update or delete or truncate on log_tile
  for each statement execute function log_forbid();
create trigger log_checkpoint_only_grows before update or delete or truncate on log_checkpoint
  for each statement execute function log_forbid();

-- Sequences one entry in the caller's transaction and returns its index. The lock makes indexes gapless and is held
-- until commit: call it last. READ COMMITTED is required, so that the statement after the lock sees what its last
-- holder committed. The leaf text is head || index || tail.
create function log_append(op text, at timestamptz, leaf_head text, leaf_tail text, fields jsonb, salts jsonb)
returns bigint language plpgsql as $$
declare
  position bigint;
  leaf bytea;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'log_append needs READ COMMITTED, not %', current_setting('transaction_isolation');
  end if;
  perform pg_advisory_xact_lock(7163001);
  select coalesce(max(e.index) + 1, 0) into position from log_entry e;
  leaf := convert_to(leaf_head || position || leaf_tail, 'UTF8');
  insert into log_entry values (position, log_append.at, log_append.op, leaf, sha256('\x00'::bytea || leaf));
  insert into log_payload values (position, log_append.fields, log_append.salts);
  return position;
end $$;

revoke all on log_entry, log_payload, log_tile, log_checkpoint from public;
grant select, insert on log_entry, log_payload, log_tile, log_checkpoint to mingjian_app;
