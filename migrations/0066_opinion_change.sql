-- What became of an issued opinion: corrections, supersession, withdrawal; only ever added.
create table opinion_change (
  id          uuid primary key,
  opinion_id  uuid not null references opinion_document,
  validity    text not null check (validity in ('CORRECTED', 'SUPPLEMENTED', 'SUPERSEDED_BY_REAPPRAISAL', 'WITHDRAWN')),
  ground      text,
  text        text not null,
  successor   text not null,
  by          uuid not null,
  by_name     text not null,
  at          timestamptz not null
);
create index opinion_change_opinion on opinion_change (opinion_id, at);
grant select, insert on opinion_change to mingjian_app;
