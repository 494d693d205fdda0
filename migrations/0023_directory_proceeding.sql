-- What somebody asks of the national office about an institution's place in the list, and what another person decides.
create table directory_proceeding (
  id              uuid primary key,
  institution_id  uuid not null references institution,
  kind            text not null check (kind in ('EXIT', 'RENEWAL', 'REMOVAL', 'APPEAL', 'CORRECTION')),
  state           text not null check (state in ('OPEN', 'GRANTED', 'REJECTED', 'WITHDRAWN')),
  reason          text not null,
  detail          jsonb not null, -- by kind: the determination of a removal, the corrected particulars
  opened_by       uuid not null references account,
  opened_at       timestamptz not null,
  decided_by      uuid references account,
  decided_at      timestamptz,
  decision        text
);
-- Two of one kind at once would be decided against each other.
create unique index directory_proceeding_open on directory_proceeding (institution_id, kind) where state = 'OPEN';
create index directory_proceeding_institution on directory_proceeding (institution_id, opened_at);
grant select, insert, update on directory_proceeding to mingjian_app;
