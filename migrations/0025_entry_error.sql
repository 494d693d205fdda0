-- What somebody from the public says is wrong with an entry of the list, and the answer that he reads by his code.
create table entry_error (
  id           uuid primary key,
  state        text not null check (state in ('OPEN', 'ANSWERED')),
  key          text not null,
  name         text not null, -- of the entry, as it was called then
  province     text not null, -- whose office answers, beside the association
  what         text not null,
  contact      text, -- never in the log
  code_sha256  text not null unique,
  reported_at  timestamptz not null,
  due          date not null,
  outcome      text,
  answer       text,
  answered_at  timestamptz,
  answered_by  uuid references account,
  check ((state = 'ANSWERED') = (answer is not null and outcome is not null and answered_at is not null))
);
create index entry_error_open on entry_error (due) where state = 'OPEN';
create index entry_error_reported on entry_error (reported_at desc, id);
grant select, insert, update on entry_error to mingjian_app;
