-- The frozen opinion. A returned one keeps its number for ever as void; the next gets the next number.
create table opinion_document (
  id                 uuid primary key,
  state              text not null check (state in ('RENDERING', 'SIGNING', 'READY', 'ISSUED', 'VOIDED')),
  validity           text not null check (validity in ('VALID', 'CORRECTED', 'SUPPLEMENTED', 'SUPERSEDED_BY_REAPPRAISAL', 'WITHDRAWN',
    'FOUND_FALSE')),
  case_id            uuid not null references appraisal_case,
  institution_id     uuid not null,
  year               int not null,
  serial             int not null check (serial > 0),
  no                 text not null unique,
  verification_code  text not null,
  manifest           text not null,
  manifest_sha256    text not null,
  signatories        jsonb not null,
  frozen_by          uuid not null,
  frozen_at          timestamptz not null,
  render_failure     text,
  pages              int,
  rendered_sha256    text,
  file_sha256        text,
  issued_by          uuid,
  issued_at          timestamptz,
  voided_by          uuid,
  voided_at          timestamptz,
  void_reason        text,
  unique (institution_id, year, serial)
);
create unique index opinion_document_living on opinion_document (case_id) where state <> 'VOIDED';
create index opinion_document_case on opinion_document (case_id, frozen_at);
grant select, insert, update on opinion_document to mingjian_app;

-- One signature per field, each over the file that the one before left; never changed.
create table opinion_signature (
  opinion_id    uuid not null references opinion_document,
  field         text not null,
  kind          text not null check (kind in ('person', 'seal')),
  account_id    uuid not null,
  name          text not null,
  key_id        uuid not null references opinion_signing_key,
  signed_at     timestamptz not null,
  base_sha256   text not null,
  file_sha256   text not null,
  primary key (opinion_id, field)
);
create index opinion_signature_key on opinion_signature (key_id);
grant select, insert on opinion_signature to mingjian_app;
