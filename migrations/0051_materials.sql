create table case_material (
  id                    uuid primary key,
  case_id               uuid not null references appraisal_case,
  no                    int not null,
  split_from            uuid references case_material,
  name                  text not null,
  kind                  text not null,
  quantity              text not null,
  condition             text not null,
  unique_mark           text not null,
  preservation          text not null,
  confidentiality       text not null,
  arrival               text not null,
  mandate               text not null, -- written mandate of a carrier (T-04)
  seal                  text not null, -- number or signer of the seal (T-04)
  collected_by          uuid[] not null, -- staff who collected on site (T-08)
  witness               text not null,
  provided_by           text not null,
  registered_by         uuid not null,
  registered_at         timestamptz not null,
  cross_examination     text not null,
  cross_examination_no  text not null,
  identity_matches      boolean,       -- null until somebody compared specimen and list (T-07)
  identity_checked_by   uuid,
  identity_checked_at   timestamptz,
  identity_reason       text,
  identity_photo        uuid references stored_file,
  bytes_verified_at     timestamptz,
  unique (case_id, no)
);
grant select, insert, update on case_material to mingjian_app;

create table material_file (
  material_id  uuid not null references case_material,
  file_id      uuid not null references stored_file,
  primary key (material_id, file_id)
);
create index material_file_file on material_file (file_id);
grant select, insert on material_file to mingjian_app;

create table material_confirmation (
  material_id      uuid not null references case_material,
  organisation_id  uuid not null,
  confirmed_by     uuid not null,
  at               timestamptz not null,
  primary key (material_id, organisation_id)
);
grant select, insert on material_confirmation to mingjian_app;

-- Prior written consent of the entrusting side to consumption or damage (T-06).
create table material_consent (
  id            uuid primary key,
  material_id   uuid not null references case_material,
  extent        text not null,
  reserve       text not null,
  file_id       uuid references stored_file,
  consented_by  uuid not null,
  at            timestamptz not null
);
create index material_consent_material on material_consent (material_id, at);
grant select, insert on material_consent to mingjian_app;

-- One person's promise for one case, before the first look at sealed material (T-10).
create table confidentiality_undertaking (
  case_id     uuid not null references appraisal_case,
  account_id  uuid not null,
  name        text not null,
  at          timestamptz not null,
  primary key (case_id, account_id)
);
grant select, insert on confidentiality_undertaking to mingjian_app;

-- The chain: who had it, who has it now. Only ever grows.
create table custody_event (
  material_id    uuid not null references case_material,
  seq            int not null check (seq >= 1),
  kind           text not null,
  from_name      text not null,
  from_account   uuid,
  to_name        text not null,
  to_account     uuid,
  place          text not null,
  condition      text not null,
  reason         text not null,
  consent_id     uuid references material_consent,
  happened_at    timestamptz not null,
  recorded_by    uuid not null,
  recorded_name  text not null,
  recorded_at    timestamptz not null,
  primary key (material_id, seq)
);
create trigger custody_event_only_grows before update or delete or truncate on custody_event
  for each statement execute function log_forbid();
revoke all on custody_event from public;
grant select, insert on custody_event to mingjian_app;
