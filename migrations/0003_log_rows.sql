-- A deed's log entry tells each row that it wrote, with a digest, so that fsck can compare every column of every row (ADR
-- 0019). How a row is named and what its digest is: the same for the writing and for the checking.
create function log_row_key(stands jsonb, columns text[]) returns text language sql immutable parallel safe as $$
  select string_agg(stands ->> name, '/' order by n) from unnest(columns) with ordinality as key (name, n)
$$;

-- Empty columns do not count: one that a later migration adds changes no digest.
create function log_row_digest(stands jsonb) returns text language sql immutable parallel safe as $$
  select encode(sha256(convert_to(jsonb_object_agg(name, value)::text, 'UTF8')), 'hex')
  from jsonb_each(stands) as each (name, value) where value <> 'null'
$$;

-- Notes [table, key, digest] of each row that a statement wrote, a line each, until the transaction ends; digest null where
-- the row is gone. src/log/follow-rows.ts puts it on every followed table. Times are in UTC whatever the session's zone.
create function log_rows() returns trigger language plpgsql set timezone = 'UTC' as $$
declare
  gone text;
  stands text;
begin
  if tg_op <> 'INSERT' then
    select string_agg(jsonb_build_array(tg_table_name, log_row_key(to_jsonb(r), tg_argv), null)::text || E'\n', '')
      into gone from old_rows r;
  end if;
  if tg_op <> 'DELETE' then
    select string_agg(jsonb_build_array(tg_table_name, log_row_key(to_jsonb(r), tg_argv), log_row_digest(to_jsonb(r)))::text || E'\n', '')
      into stands from new_rows r;
  end if;
  perform set_config('mingjian.written', concat(current_setting('mingjian.written', true), gone, stands), true);
  return null;
end $$;
