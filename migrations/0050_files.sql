-- Uploads under way and what became of them. The id is also the id of the stored file and the name of the part on disk;
-- the name that the person gave is data and never a path.
create table upload (
  id                uuid primary key,
  account_id        uuid not null,
  organisation_id   uuid not null,
  matter            uuid,
  name              text not null,
  size              bigint not null check (size > 0),
  announced_sha256  text not null check (announced_sha256 ~ '^[0-9a-f]{64}$'),
  begun_at          timestamptz not null,
  touched_at        timestamptz not null, -- when bytes last came: what stays silent too long is discarded
  stored_sha256     text check (stored_sha256 ~ '^[0-9a-f]{64}$'), -- what the stored bytes hash to, once all arrived
  media_type        text,
  discarded_at      timestamptz
);
create index upload_silent on upload (touched_at) where discarded_at is null and stored_sha256 is null;
create index upload_organisation on upload (organisation_id) include (size) where discarded_at is null;
grant select, insert, update on upload to mingjian_app;

create table stored_file (
  id               uuid primary key,
  sha256           text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size             bigint not null check (size > 0),
  name             text not null,
  media_type       text not null,
  matter           uuid,
  organisation_id  uuid not null,
  uploaded_by      uuid not null,
  received_at      timestamptz not null
);
create index stored_file_matter on stored_file (matter, received_at);
create index stored_file_organisation on stored_file (organisation_id, received_at desc);
grant select, insert, update (matter) on stored_file to mingjian_app;

-- Finds the entry that a file was registered with, for its receipt.
create index log_payload_file on log_payload ((fields->'subject'->>'id')) where fields->'subject'->>'type' = 'file';
