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
  court_case_no               text not null,
  complex                     boolean not null,
  reappraisal                 boolean not null,
  agreed_limit                int check (agreed_limit > 0),
  opened_at                   timestamptz not null,
  started_at                  timestamptz,
  closed_at                   timestamptz
);
create index appraisal_case_institution_state on appraisal_case (institution_id, state, opened_at desc, id desc);
create index appraisal_case_institution on appraisal_case (institution_id, opened_at desc, id desc);
create index appraisal_case_entrusting on appraisal_case (entrusting_organisation_id, opened_at desc, id desc);
create index appraisal_case_opened on appraisal_case (opened_at desc, id desc);
grant select, insert, update on appraisal_case to mingjian_app;

-- How a case ended without an opinion.
create table case_ending (
  case_id          uuid primary key references appraisal_case,
  kind             text not null check (kind in ('TERMINATED', 'WITHDRAWN')),
  ground           text,
  reason           text not null,
  material_return  text not null,
  fee_settlement   text not null,
  ended_by         uuid not null,
  ended_at         timestamptz not null
);
grant select, insert on case_ending to mingjian_app;
