-- Selection of an institution by an authority (domain brief §9.5). What was assessed, committed, opened and offered is only
-- ever added; a session moves.
create table selection_session (
  id               uuid primary key,
  state            text not null check (state in ('DESCRIBED', 'COMMITTED', 'OFFERED', 'DECLINED', 'ACCEPTED', 'EXHAUSTED', 'VOIDED', 'WITHDRAWN')),
  organisation_id  uuid not null,
  described_by     uuid not null,
  described_at     timestamptz not null,
  case_no          text not null,
  need             jsonb not null,
  ended_at         timestamptz
);
create index selection_of_organisation on selection_session (organisation_id, described_at desc, id desc);
create index selection_of_case on selection_session (organisation_id, case_no);
create index selection_unfinished on selection_session (state) where ended_at is null;
grant select, insert, update on selection_session to mingjian_app;

-- Who could be chosen when the need was described. `causes` holds what only the auditor may read (L-04).
create table selection_assessment (
  session_id     uuid primary key references selection_session,
  register_size  bigint not null,
  candidates     jsonb not null,
  excluded       jsonb not null,
  causes         jsonb not null
);
grant select, insert on selection_assessment to mingjian_app;

create table selection_draw (
  session_id    uuid primary key references selection_session,
  commitment    text not null unique check (commitment ~ '^[0-9a-f]{64}$'),
  size          bigint not null,
  log_index     bigint not null,
  draw          jsonb not null, -- the public field of the leaf, as logged
  open_by       date not null,
  committed_by  uuid not null,
  committed_at  timestamptz not null
);
create index selection_draw_committed on selection_draw (committed_at desc, session_id desc);
grant select, insert on selection_draw to mingjian_app;

create table selection_opening (
  session_id  uuid primary key references selection_draw,
  secret      text not null check (secret ~ '^[0-9a-f]{64}$'),
  root        text not null, -- base64, of the size that was committed to
  drawn       jsonb not null, -- keys in the drawn order
  opened_by   uuid not null,
  opened_at   timestamptz not null
);
grant select, insert on selection_opening to mingjian_app;

create table selection_offer (
  session_id      uuid not null references selection_session,
  no              int not null check (no >= 1), -- order of offers within the session
  institution_id  uuid not null,
  key             text not null,
  item            text not null,
  way             text not null check (way in ('AGREEMENT', 'DESIGNATION', 'DRAW')),
  place           int, -- from 0, in the drawn order
  record          text not null, -- on what the choice rests
  offered_at      timestamptz not null,
  answer_by       date not null,
  answer          text not null check (answer in ('PENDING', 'ACCEPTED', 'DECLINED', 'LAPSED')),
  reason          text,
  explanation     text,
  answered_by     uuid,
  answered_at     timestamptz,
  primary key (session_id, no)
);
create index selection_offer_institution on selection_offer (institution_id, answer, offered_at desc);
grant select, insert, update on selection_offer to mingjian_app;

-- The entries of one selection, for its evidence.
create index log_payload_selection on log_payload ((fields -> 'subject' ->> 'id'), index)
  where fields -> 'subject' ->> 'type' = 'selection';
