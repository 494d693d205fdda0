-- The register: what the national list said and says, entry by entry. Nobody writes it: the log does. An act commits a field
-- `register` in its leaf; the trigger below turns it into entries in the same transaction, so the two cannot part.

-- The public particulars of an institution or appraiser at one time, named by the hash of their canonical JSON.
create table directory_item (
  hash  text primary key check (hash ~ '^[0-9a-f]{64}$'),
  body  jsonb not null,
  tags  text[] not null -- by what it is found: derived from the body, recomputed by fsck
);
grant select, insert on directory_item to mingjian_app;

create table directory_entry (
  log_index    bigint not null references log_entry,
  part         int not null check (part >= 0), -- place within its act
  key          text not null,
  item         text not null references directory_item,
  valid_from   date not null,
  valid_until  date check (valid_until > valid_from), -- first day on which it no longer holds; only a correction of the past has one
  said_at      timestamptz not null, -- the time of the act, never before that of the entry before it: a clock set back reorders nothing
  primary key (log_index, part)
);
-- All that a question about a past day needs, so that it reads no table: thirty years of one key lie on as many pages.
create index directory_entry_key on directory_entry (key, log_index, part) include (valid_from, valid_until, item);
create index directory_entry_item on directory_entry (item, log_index); -- where an item was first said
create index directory_entry_said on directory_entry (said_at, log_index);
grant select on directory_entry to mingjian_app;

-- One row for each institution and appraiser there ever was: what the register says now, and all by which it was ever found.
create table directory_current (
  key        text primary key,
  kind       text not null,
  log_index  bigint not null,
  item       text not null references directory_item,
  body       jsonb not null,
  tags       text[] not null,
  ever       text[] not null
);
create index directory_current_kind on directory_current (kind, key);
create index directory_current_tags on directory_current using gin (tags);
create index directory_current_ever on directory_current using gin (ever);
grant select on directory_current to mingjian_app;

create function directory_take_down() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  said timestamptz;
begin
  select greatest(e.at, (select max(d.said_at) from directory_entry d)) into said from log_entry e where e.index = new.index;
  insert into directory_entry
    select new.index, change.place - 1, change.value->>'key', change.value->>'item',
      (change.value->>'from')::date, (change.value->>'until')::date, said
    from jsonb_array_elements(new.fields->'register') with ordinality as change(value, place);
  insert into directory_current as c
    select distinct on (e.key) e.key, split_part(e.key, ':', 1), e.log_index, e.item, i.body, i.tags, i.tags
    from directory_entry e join directory_item i on i.hash = e.item
    where e.log_index = new.index and e.valid_until is null
    order by e.key, e.part desc
  on conflict (key) do update set log_index = excluded.log_index, item = excluded.item, body = excluded.body, tags = excluded.tags,
    ever = (select array_agg(distinct tag order by tag) from unnest(c.ever || excluded.tags) tag);
  return null;
end $$;
revoke all on function directory_take_down() from public;

create trigger directory_takes_down after insert on log_payload
  for each row when (new.fields ? 'register') execute function directory_take_down();

create trigger directory_entry_only_grows before update or delete or truncate on directory_entry
  for each statement execute function log_forbid();
create trigger directory_item_only_grows before update or delete or truncate on directory_item
  for each statement execute function log_forbid();
