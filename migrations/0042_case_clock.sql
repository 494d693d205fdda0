-- The main clock as it was started: later parameters do not change it.
create table case_clock (
  case_id       uuid primary key references appraisal_case,
  started_on    date not null,
  limit_days    int not null check (limit_days > 0),
  limit_source  text not null check (limit_source in ('AGREED', 'PARAMETER')),
  basis         text not null,
  parameter     jsonb not null
);
grant select, insert on case_clock to mingjian_app;

create table case_suspension (
  case_id       uuid not null references appraisal_case,
  no            int not null,
  ground        text not null,
  reason        text not null,
  from_on       date not null,
  expected_end  date not null,
  until_on      date,
  suspended_by  uuid not null,
  resumed_by    uuid,
  resume_note   text,
  primary key (case_id, no),
  check ((until_on is null) = (resumed_by is null))
);
create unique index case_suspension_open on case_suspension (case_id) where until_on is null;
grant select, insert, update on case_suspension to mingjian_app;

create table case_extension (
  case_id        uuid not null references appraisal_case,
  no             int not null,
  state          text not null check (state in ('REQUESTED', 'APPROVED', 'REFUSED')),
  days           int not null check (days > 0),
  reason         text not null,
  explanation    text not null,
  requested_by   uuid not null,
  requested_on   date not null,
  decided_by     uuid,
  decided_on     date,
  decided_for    text,
  decision_note  text,
  primary key (case_id, no),
  check ((state = 'REQUESTED') = (decided_by is null))
);
create unique index case_extension_open on case_extension (case_id) where state = 'REQUESTED';
grant select, insert, update on case_extension to mingjian_app;
