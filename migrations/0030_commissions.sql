-- Forms as typed so far. They leave no trace until submitted and may be deleted.
create table commission_draft (
  id          uuid primary key,
  account_id  uuid not null,
  form        jsonb not null,
  version     int not null,
  saved_at    timestamptz not null
);
create index commission_draft_account on commission_draft (account_id, saved_at desc);
grant select, insert, update, delete on commission_draft to mingjian_app;

create table commission (
  id                          uuid primary key,
  state                       text not null check (state in ('SUBMITTED', 'SUPPLEMENT_REQUESTED', 'REFUSED', 'WITHDRAWN', 'ACCEPTED')),
  title                       text not null,
  entrusting_organisation_id  uuid not null,
  entrusted_by                uuid not null,
  entrusting_type             text not null,
  institution_id              uuid not null,
  ip_type                     text not null,
  right_number                text not null,
  form                        jsonb not null,
  form_sha256                 text not null,
  submitted_at                timestamptz not null,
  decided_at                  timestamptz,
  decided_by                  uuid,
  decision                    jsonb,
  case_code                   text unique,
  qualification               jsonb
);
create index commission_institution on commission (institution_id, state, submitted_at desc);
create index commission_entrusting on commission (entrusting_organisation_id, submitted_at desc);
create index commission_right on commission (right_number);
grant select, insert, update on commission to mingjian_app;

create table commission_supplement (
  commission_id  uuid not null references commission,
  round          int not null,
  items          jsonb not null,
  requested_by   uuid not null,
  requested_at   timestamptz not null,
  answered_at    timestamptz,
  answer         text,
  primary key (commission_id, round)
);
grant select, insert, update on commission_supplement to mingjian_app;

-- Numbers are taken under a row lock, without gaps: one row per institution, year and kind.
create table number_series (
  series  text primary key,
  last    int not null
);
grant select, insert, update on number_series to mingjian_app;
