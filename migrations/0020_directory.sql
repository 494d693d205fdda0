create table institution (
  id                uuid primary key references organisation,
  state             text not null check (state in ('LISTED', 'SUSPENDED', 'CHANGE_PENDING')),
  short_name        text not null unique,
  region            text not null check (region ~ '^[0-9]{6}$'),
  serial            text not null check (serial ~ '^[0-9]{3}$'),
  directory_no      text not null unique,
  person_in_charge  uuid not null references account,
  address           text not null,
  telephone         text not null,
  listed_from       date not null
);
-- Region and serial identify the institution inside a unified case code; the serial is given within the province.
create unique index institution_serial on institution (left(region, 2), serial);
grant select, insert, update on institution to mingjian_app;

create table institution_scope (
  institution_id  uuid not null references institution,
  ip_type         text not null,
  wipo_field      text not null, -- '' covers every field of the type
  kind            text not null,
  valid_from      date not null,
  valid_until     date,
  primary key (institution_id, ip_type, wipo_field, valid_from)
);
grant select, insert on institution_scope to mingjian_app;

create table appraiser (
  id              uuid primary key references account,
  state           text not null check (state in ('ACTIVE', 'SUSPENDED')),
  institution_id  uuid not null references institution,
  practice_no     text not null unique,
  title           text not null,
  since           date not null
);
create index appraiser_institution on appraiser (institution_id);
grant select, insert, update on appraiser to mingjian_app;

create table appraiser_field (
  appraiser_id  uuid not null references appraiser,
  ip_type       text not null,
  wipo_field    text not null, -- '' covers every field of the type
  primary key (appraiser_id, ip_type, wipo_field)
);
grant select, insert on appraiser_field to mingjian_app;

-- What stood in the directory on any past day.
create table directory_history (
  no          bigint generated always as identity primary key,
  subject_id  uuid not null, -- institution or appraiser
  at          timestamptz not null,
  state       text not null,
  reason      text not null,
  by          uuid
);
create index directory_history_subject on directory_history (subject_id, at, no);
grant select, insert on directory_history to mingjian_app;
