create table opinion_review_comment (
  id            uuid primary key,
  case_id       uuid not null,
  round         int not null,
  kind          text not null check (kind in ('SCOPE', 'LEGAL_WORDING', 'UNCERTAIN_WORDING', 'CONTRADICTION', 'MATERIAL_BASIS',
    'CITATION_MISSING', 'METHOD', 'PROCESS_RECORD', 'ANALYSIS', 'IDENTIFIER', 'FORMAT', 'PROCEDURE', 'OTHER')),
  place         text not null,
  text          text not null,
  made_by       uuid not null,
  made_by_name  text not null,
  made_at       timestamptz not null,
  answer        text,
  answered_by   uuid,
  answered_by_name text,
  answered_at   timestamptz,
  closed_by     uuid,
  closed_at     timestamptz,
  foreign key (case_id, round) references opinion_submission
);
create index opinion_review_comment_case on opinion_review_comment (case_id, made_at);
grant select, insert, update on opinion_review_comment to mingjian_app;

-- The signed review sheet: one per reviewer and round; never changed.
create table opinion_review_sheet (
  case_id         uuid not null,
  round           int not null,
  account_id      uuid not null,
  name            text not null,
  outcome         text not null check (outcome in ('APPROVED', 'RETURNED')),
  procedure_view  text not null,
  technical_view  text not null,
  signed_at       timestamptz not null,
  primary key (case_id, round, account_id),
  foreign key (case_id, round) references opinion_submission
);
grant select, insert on opinion_review_sheet to mingjian_app;
