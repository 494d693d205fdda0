-- The claim chart (技术特征比对表) of a case: claims compared, one row per feature, one vote per appraiser and row.
create table opinion_chart (
  case_id  uuid primary key references appraisal_case,
  claims   jsonb not null,
  set_by   uuid not null,
  set_at   timestamptz not null
);
grant select, insert, update on opinion_chart to mingjian_app;

-- `substance` grows when what is voted on changes (span, counterpart, findings); `version` with every saving.
create table opinion_chart_row (
  id            uuid primary key,
  case_id       uuid not null references opinion_chart,
  label         text not null,
  claim_no      text not null,
  span_start    int not null check (span_start >= 0),
  span_end      int not null check (span_end > span_start),
  claim_text    text not null,
  kind          text check (kind in ('STRUCTURE', 'CONNECTION', 'STEP', 'ORDER', 'COMPOSITION', 'NUMERIC', 'FUNCTION', 'ENVIRONMENT',
    'PRODUCT_BY_PROCESS', 'PREAMBLE')),
  special       text check (special in ('FUNCTIONAL', 'NUMERIC_LIMIT', 'CLOSED_COMPOSITION', 'USE_ENVIRONMENT', 'PRODUCT_BY_PROCESS',
    'STEP_ORDER', 'SURRENDERED')),
  counterpart   text not null,
  finding       text check (finding in ('IDENTICAL', 'DIFFERENT_SAME_MEANS_FUNCTION_EFFECT', 'DIFFERENT', 'ABSENT', 'NOT_DETERMINABLE')),
  sub_findings  jsonb,
  difference    text not null,
  reasons       text not null,
  evidence      jsonb not null,
  version       int not null,
  substance     int not null,
  saved_by      uuid not null,
  saved_by_name text not null,
  saved_at      timestamptz not null,
  unique (case_id, claim_no, label)
);
create index opinion_chart_row_case on opinion_chart_row (case_id, claim_no, span_start);
-- A row can be taken out again while the chart is being made; who took out what is in the log.
grant select, insert, update, delete on opinion_chart_row to mingjian_app;

create table opinion_chart_vote (
  row_id      uuid not null references opinion_chart_row on delete cascade,
  account_id  uuid not null,
  name        text not null,
  finding     text not null check (finding in ('IDENTICAL', 'DIFFERENT_SAME_MEANS_FUNCTION_EFFECT', 'DIFFERENT', 'ABSENT', 'NOT_DETERMINABLE')),
  dissent     text not null,
  substance   int not null,
  voted_at    timestamptz not null,
  primary key (row_id, account_id)
);
grant select, insert, update on opinion_chart_vote to mingjian_app;
