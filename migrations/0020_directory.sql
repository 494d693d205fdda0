create table institution (
  id                uuid primary key references organisation,
  state             text not null check (state in ('LISTED', 'SUSPENDED', 'CHANGE_PENDING', 'EXPIRED', 'EXITED', 'REMOVED')),
  reason            text not null, -- why it is in that state, as the public reads it
  moved_by          uuid references account, -- who brought it into that state; whoever hears an appeal is another
  short_name        text not null unique,
  region            text not null check (region ~ '^[0-9]{6}$'),
  serial            text not null check (serial ~ '^[0-9]{3}$'),
  directory_no      text not null unique,
  person_in_charge  uuid not null references account,
  address           text not null,
  telephone         text not null,
  listed_from       date not null,
  term_until        date, -- last day of the term of listing
  barred_until      date, -- after a removal: last day on which it may not apply anew
  fee_basis         text not null default '',
  court_lists       text[] not null default '{}',
  former_names      jsonb not null default '[]',
  successors        text[] not null default '{}' -- directory numbers of what it became
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
  state           text not null default 'IN_FORCE' check (state in ('IN_FORCE', 'SUSPENDED', 'ENDED')),
  primary key (institution_id, ip_type, wipo_field, valid_from)
);
grant select, insert, update on institution_scope to mingjian_app;

create table appraiser (
  id              uuid primary key references account,
  state           text not null check (state in ('ACTIVE', 'SUSPENDED', 'LEFT')),
  reason          text not null,
  institution_id  uuid not null references institution,
  practice_no     text not null unique,
  title           text not null,
  since           date not null,
  qualifications  text[] not null default '{}'
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
