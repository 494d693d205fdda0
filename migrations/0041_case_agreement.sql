-- Who bound themselves to which text. LETTER: an official commission letter together with the acceptance (A-09).
create table case_signature (
  case_id      uuid not null references appraisal_case,
  side         text not null check (side in ('ENTRUSTING', 'INSTITUTION')),
  kind         text not null check (kind in ('SIGNED', 'LETTER')),
  account_id   uuid not null,
  text_sha256  text check (length(text_sha256) = 64),
  signed_at    timestamptz not null,
  primary key (case_id, side, kind)
);
grant select, insert on case_signature to mingjian_app;

create table case_fee (
  case_id      uuid primary key references appraisal_case,
  outcome      text not null check (outcome in ('PREPAID', 'WAIVED')),
  amount_fen   bigint check (amount_fen > 0),
  receipt_no   text not null,
  reason       text not null,
  recorded_by  uuid not null,
  recorded_at  timestamptz not null,
  check ((outcome = 'PREPAID') = (amount_fen is not null))
);
grant select, insert, update on case_fee to mingjian_app;
