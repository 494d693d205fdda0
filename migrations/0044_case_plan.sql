create table case_plan (
  case_id       uuid primary key references appraisal_case,
  version       int not null,
  steps         jsonb not null,
  saved_by      uuid not null,
  saved_at      timestamptz not null,
  consent       text,
  consent_by    uuid,
  consent_at    timestamptz,
  approved_by   uuid,
  approved_at   timestamptz,
  check ((consent is null) = (consent_by is null))
);
grant select, insert, update on case_plan to mingjian_app;

-- Signed process records: never changed, corrected only by a further record.
create table case_record (
  id           uuid primary key,
  case_id      uuid not null references appraisal_case,
  no           int not null,
  step_no      int not null,
  corrects     int,
  content      jsonb not null,
  recorded_by  uuid not null,
  recorded_at  timestamptz not null,
  unique (case_id, no)
);
grant select, insert on case_record to mingjian_app;

create table case_step_waiver (
  case_id    uuid not null references appraisal_case,
  step_no    int not null,
  reason     text not null,
  waived_by  uuid not null,
  waived_at  timestamptz not null,
  primary key (case_id, step_no)
);
grant select, insert on case_step_waiver to mingjian_app;
