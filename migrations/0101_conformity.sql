-- Conformity to a standard (贯标): self-assessment, assessment on site, findings and their correction, certificate.
create table conformity_assessment (
  id              uuid primary key,
  state           text not null check (state in ('SELF_ASSESSMENT', 'SUBMITTED', 'ON_SITE', 'REPORTED', 'CERTIFIED', 'REFUSED', 'WITHDRAWN')),
  institution_id  uuid not null references organisation,
  province        text not null, -- two digits
  standard_id     uuid not null,
  version_no      int not null,
  ip_types        text[] not null,
  opened_by       uuid not null,
  opened_at       timestamptz not null,
  statement       text,
  submitted_by    uuid,
  submitted_at    timestamptz,
  visit_on        date,
  report          text,
  reported_by     uuid,
  reported_at     timestamptz,
  decided_by      uuid,
  decided_at      timestamptz,
  reason          text,
  foreign key (standard_id, version_no) references standard_version
);
create index conformity_assessment_institution on conformity_assessment (institution_id);
-- Two requests at once cannot open two.
create unique index conformity_assessment_open on conformity_assessment (institution_id, standard_id)
  where state in ('SELF_ASSESSMENT', 'SUBMITTED', 'ON_SITE', 'REPORTED');
grant select, insert, update on conformity_assessment to mingjian_app;

create table conformity_assessor (
  assessment_id  uuid not null references conformity_assessment,
  account_id     uuid not null references account,
  assigned_by    uuid not null,
  assigned_at    timestamptz not null,
  released_at    timestamptz, -- who once took part never decides
  primary key (assessment_id, account_id)
);
create index conformity_assessor_account on conformity_assessor (account_id);
grant select, insert, update on conformity_assessor to mingjian_app;

-- What the institution says of each clause, and what the assessors saw.
create table conformity_clause (
  assessment_id  uuid not null references conformity_assessment,
  clause_id      uuid not null references standard_clause,
  own_verdict    text,
  own_note       text not null,
  seen_verdict   text,
  seen_note      text not null,
  seen_by        uuid,
  seen_at        timestamptz,
  primary key (assessment_id, clause_id)
);
grant select, insert, update on conformity_clause to mingjian_app;

create table conformity_finding (
  id             uuid primary key,
  state          text not null check (state in ('OPEN', 'CORRECTED', 'CLOSED')),
  assessment_id  uuid not null references conformity_assessment,
  no             int not null,
  clause_id      uuid not null references standard_clause,
  gravity        text not null,
  observation    text not null,
  raised_by      uuid not null,
  raised_at      timestamptz not null,
  due_on         date not null,
  correction     text,
  corrected_by   uuid,
  corrected_at   timestamptz,
  judgement      text,
  judged_by      uuid,
  judged_at      timestamptz,
  unique (assessment_id, no)
);
grant select, insert, update on conformity_finding to mingjian_app;

-- Bears the id of the assessment that it came from: there is one at most.
create table conformity_certificate (
  id              uuid primary key references conformity_assessment,
  state           text not null check (state in ('IN_FORCE', 'EXPIRED', 'WITHDRAWN')),
  number          text not null unique,
  institution_id  uuid not null references organisation,
  standard_id     uuid not null,
  version_no      int not null,
  ip_types        text[] not null,
  valid_from      date not null,
  valid_until     date not null check (valid_until >= valid_from), -- the last day
  issued_by       uuid not null,
  issued_at       timestamptz not null,
  ended_on        date, -- first day on which it holds no longer, where it ended before its time
  end_reason      text,
  foreign key (standard_id, version_no) references standard_version
);
create index conformity_certificate_institution on conformity_certificate (institution_id, valid_until);
create index conformity_certificate_until on conformity_certificate (valid_until);
grant select, insert, update on conformity_certificate to mingjian_app;
