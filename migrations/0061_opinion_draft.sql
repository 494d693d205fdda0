-- Sections of the draft; `about` is the material of a digest entry, empty for the others.
create table opinion_section (
  case_id       uuid not null references appraisal_case,
  section       text not null check (section in ('BACKGROUND', 'MATERIALS_DIGEST', 'METHODS', 'ANALYSIS', 'SUMMARY')),
  about         text not null,
  text          text not null,
  version       int not null,
  saved_by      uuid not null,
  saved_by_name text not null,
  saved_at      timestamptz not null,
  primary key (case_id, section, about)
);
grant select, insert, update on opinion_section to mingjian_app;

create table opinion_answer (
  case_id       uuid not null references appraisal_case,
  question_no   int not null,
  text          text not null,
  concerns      jsonb not null,
  version       int not null,
  saved_by      uuid not null,
  saved_by_name text not null,
  saved_at      timestamptz not null,
  primary key (case_id, question_no)
);
grant select, insert, update on opinion_answer to mingjian_app;

-- What was handed over for review, round by round; never changed.
create table opinion_submission (
  case_id         uuid not null references appraisal_case,
  round           int not null,
  content         jsonb not null,
  content_sha256  text not null,
  submitted_by    uuid not null,
  submitted_at    timestamptz not null,
  primary key (case_id, round)
);
grant select, insert on opinion_submission to mingjian_app;
