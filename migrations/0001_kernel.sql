-- Stored answers: the same Idempotency-Key gives the same bytes and one effect.
create table request_answer (
  key          text primary key,
  account_id   uuid not null,
  op           text not null,
  input_sha256 text not null,
  at           timestamptz not null,
  answer       json, -- not jsonb: a repeated answer keeps its bytes
  trace_index  bigint
);
grant select, insert, update on request_answer to mingjian_app;

-- Facts about this installation that pages and documents must declare.
create table installation (
  only_one  boolean primary key default true check (only_one),
  kind      text not null check (kind in ('production', 'demonstration')),
  at        timestamptz not null
);
grant select, insert on installation to mingjian_app;
