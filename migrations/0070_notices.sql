create table notice (
  id               uuid primary key,
  matter           uuid,
  organisation_id  uuid,
  role             text,
  account_id       uuid,
  document         text,
  -- a formal notice has a number of its institution's own series and the clauses it is given under
  no               text unique,
  basis            jsonb,
  title            text not null,
  body             text not null,
  link             text not null,
  at               timestamptz not null,
  check (account_id is not null or organisation_id is not null),
  check ((document is null) = (no is null) and (document is null) = (basis is null))
);
create index notice_account on notice (account_id, at desc, id desc);
create index notice_organisation on notice (organisation_id, role, at desc, id desc);
create index notice_matter on notice (matter, at);
grant select, insert on notice to mingjian_app;

create table notice_read (
  notice_id   uuid not null references notice,
  account_id  uuid not null,
  at          timestamptz not null,
  primary key (notice_id, account_id)
);
grant select, insert on notice_read to mingjian_app;
