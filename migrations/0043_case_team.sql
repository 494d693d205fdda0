-- Everyone who was ever nominated; a row is closed when its person leaves, never removed.
create table case_member (
  id                    uuid primary key,
  case_id               uuid not null references appraisal_case,
  account_id            uuid not null,
  lead                  boolean not null,
  qualification         jsonb not null,
  nominated_by          uuid not null,
  joined_at             timestamptz not null,
  commitment            text,
  conflicts             jsonb,
  commitment_signed_at  timestamptz,
  left_at               timestamptz,
  left_because          text,
  succeeds              uuid references case_member,
  check ((commitment is null) = (commitment_signed_at is null)),
  check ((left_at is null) = (left_because is null))
);
create unique index case_member_present on case_member (case_id, account_id) where left_at is null;
create unique index case_member_lead on case_member (case_id) where lead and left_at is null;
create index case_member_account on case_member (account_id) where left_at is null;
grant select, insert, update on case_member to mingjian_app;

-- Reviewers and issuer, kept apart from the appraisers (P-11).
create table case_assignment (
  case_id      uuid not null references appraisal_case,
  duty         text not null check (duty in ('REVIEWER', 'ISSUER', 'HANDLER')),
  account_id   uuid not null,
  assigned_by  uuid not null,
  assigned_at  timestamptz not null,
  ended_at     timestamptz,
  no           bigint generated always as identity primary key
);
create unique index case_assignment_present on case_assignment (case_id, duty, account_id) where ended_at is null;
create unique index case_assignment_issuer on case_assignment (case_id) where duty = 'ISSUER' and ended_at is null;
create index case_assignment_account on case_assignment (account_id) where ended_at is null;
grant select, insert, update on case_assignment to mingjian_app;

create table case_recusal_notice (
  case_id    uuid not null references appraisal_case,
  no         int not null,
  text       text not null,
  services   jsonb not null,
  members    jsonb not null,
  served_by  uuid not null,
  served_on  date not null,
  ends_on    date not null,
  primary key (case_id, no)
);
grant select, insert on case_recusal_notice to mingjian_app;

create table case_recusal (
  id            uuid primary key,
  case_id       uuid not null references appraisal_case,
  state         text not null check (state in ('OPEN', 'GRANTED', 'REJECTED')),
  account_id    uuid,
  ground        text not null,
  facts         text not null,
  applied_by    uuid not null,
  applied_at    timestamptz not null,
  decided_by    uuid,
  decided_at    timestamptz,
  decision      text,
  check ((state = 'OPEN') = (decided_by is null))
);
create index case_recusal_case on case_recusal (case_id, applied_at);
grant select, insert, update on case_recusal to mingjian_app;
