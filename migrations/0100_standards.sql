-- The register of standards: what applies to appraisal, since when, clause by clause, and how sure that is known.
create table standard (
  id              uuid primary key,
  state           text not null check (state in ('PLANNED', 'DRAFTING', 'CONSULTATION', 'APPROVED', 'EFFECTIVE', 'SUPERSEDED', 'WITHDRAWN')),
  slug            text not null unique, -- its public address, given once
  number          text unique, -- null until one was given, or while it is not known
  title           text not null,
  title_en        text not null,
  layer           text not null,
  kind            text not null,
  ip_types        text[] not null,
  region          text, -- of local standards
  proposer        text not null,
  drafting_units  text[] not null,
  supersedes      uuid references standard,
  certainty       text not null,
  basis           text not null,
  ended_on        date,
  end_reason      text,
  registered_by   uuid not null,
  registered_at   timestamptz not null
);
grant select, insert, update on standard to mingjian_app;

-- Texts of a standard: drafts, the issued text, amendments. A version and its clauses are never changed, only followed by the next.
create table standard_version (
  standard_id     uuid not null references standard,
  no              int not null check (no >= 1),
  label           text not null,
  draft           boolean not null,
  issued_on       date,
  effective_from  date,
  summary         text not null,
  published_by    uuid not null,
  published_at    timestamptz not null,
  primary key (standard_id, no)
);
grant select, insert on standard_version to mingjian_app;

create table standard_clause (
  id           uuid primary key,
  standard_id  uuid not null,
  version_no   int not null,
  place        int not null,
  no           text not null,
  heading      text not null,
  says         text not null,
  bearing      text not null,
  confirmed    boolean not null,
  rules        text[] not null, -- ids of the platform's rules that carry the clause out
  unique (standard_id, version_no, no),
  foreign key (standard_id, version_no) references standard_version
);
grant select, insert on standard_clause to mingjian_app;

-- A draft put before the public, and what the public said.
create table standard_consultation (
  id           uuid primary key,
  state        text not null check (state in ('OPEN', 'CLOSED')),
  standard_id  uuid not null,
  version_no   int not null,
  opens_on     date not null,
  closes_on    date not null,
  notes        text not null,
  opened_by    uuid not null,
  opened_at    timestamptz not null,
  foreign key (standard_id, version_no) references standard_version
);
create index standard_consultation_standard on standard_consultation (standard_id);
grant select, insert, update on standard_consultation to mingjian_app;

create table standard_comment (
  id               uuid primary key,
  consultation_id  uuid not null references standard_consultation,
  no               int not null,
  clause           text not null,
  name             text not null,
  contact          text not null, -- for questions back, never shown to the public
  text             text not null,
  at               timestamptz not null,
  disposition      text,
  answer           text,
  disposed_by      uuid,
  disposed_at      timestamptz,
  unique (consultation_id, no),
  check ((disposition is null) = (disposed_at is null) and (disposition is null) = (answer is null))
);
grant select, insert, update on standard_comment to mingjian_app;

create table standard_guidance (
  id            uuid primary key,
  standard_id   uuid not null references standard,
  clause        text not null,
  question      text not null,
  answer        text not null,
  published_by  uuid not null,
  published_at  timestamptz not null
);
create index standard_guidance_standard on standard_guidance (standard_id);
grant select, insert on standard_guidance to mingjian_app;

create table glossary_term (
  id           uuid primary key,
  zh           text not null unique,
  en           text not null,
  definition   text not null,
  source       text not null,
  version      int not null,
  revised_by   uuid not null,
  revised_at   timestamptz not null
);
grant select, insert, update on glossary_term to mingjian_app;
