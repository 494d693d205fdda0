create table opinion_delivery (
  id               uuid primary key,
  opinion_id       uuid not null references opinion_document,
  recipient        text not null,
  method           text not null check (method in ('ELECTRONIC', 'IN_PERSON', 'POST', 'THROUGH_ENTRUSTING_PARTY')),
  receipt          text not null,
  delivered_by     uuid not null,
  delivered_at     timestamptz not null,
  acknowledged_by  uuid,
  acknowledged_at  timestamptz
);
create index opinion_delivery_opinion on opinion_delivery (opinion_id, delivered_at);
grant select, insert, update on opinion_delivery to mingjian_app;
