-- A case has the id of the commission that it was opened for.
create table appraisal_case (
  id                          uuid primary key,
  state                       text not null check (state in ('ACCEPTED', 'TEAM_FORMING', 'PLANNED', 'IN_PROGRESS', 'SUSPENDED',
    'DRAFTING', 'UNDER_REVIEW', 'PENDING_ISSUE', 'ISSUED', 'DELIVERED', 'CLOSED', 'TERMINATED', 'WITHDRAWN')),
  code                        text not null unique,
  title                       text not null,
  institution_id              uuid not null,
  entrusting_organisation_id  uuid not null,
  entrusted_by                uuid not null,
  entrusting_type             text not null,
  profile                     text not null,
  ip_type                     text not null,
  field                       text not null,
  confidentiality             text not null,
  opened_at                   timestamptz not null,
  closed_at                   timestamptz
);
create index appraisal_case_institution on appraisal_case (institution_id, state, opened_at desc);
create index appraisal_case_entrusting on appraisal_case (entrusting_organisation_id, opened_at desc);
grant select, insert, update on appraisal_case to mingjian_app;
