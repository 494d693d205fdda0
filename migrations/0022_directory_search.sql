-- How the public finds an entry of the list as it stands now, fast enough for everyone at once (directory/register/search.ts).

-- Read for every candidate row: not worth unpacking each time.
alter table directory_current alter column tags set storage external;

-- Every spelling of its names, and its number: what the exact second look reads.
create function directory_spelt(tags text[]) returns text language sql immutable parallel safe
  return (select string_agg(tag, '') from unnest(tags) tag where starts_with(tag, '='));

alter table directory_current
  add column listed boolean not null generated always as (body->>'state' not in ('EXITED', 'REMOVED', 'LEFT')) stored,
  add column spelt text not null generated always as (directory_spelt(tags)) stored;

create index directory_current_listed on directory_current (kind, key) where listed;

-- What began or ended to be true between two days.
create index directory_entry_from on directory_entry (valid_from);
create index directory_entry_until on directory_entry (valid_until) where valid_until is not null;
