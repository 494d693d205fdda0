-- Signing keys: made and wrapped in the person's own browser. What stands here opens nothing without the passphrase.
create table opinion_signing_key (
  id               uuid primary key,
  state            text not null check (state in ('ACTIVE', 'REVOKED')),
  kind             text not null check (kind in ('person', 'seal')),
  account_id       uuid not null references account,
  institution_id   uuid not null,
  name             text not null,
  chain            jsonb not null,
  certificate_sha256 text not null unique,
  wrapped          jsonb not null,
  authority        text not null,
  demonstration    boolean not null,
  registered_at    timestamptz not null,
  revoked_at       timestamptz,
  revoke_reason    text
);
create unique index opinion_signing_key_active on opinion_signing_key (account_id, kind) where state = 'ACTIVE';
grant select, insert, update on opinion_signing_key to mingjian_app;

-- Random bytes that the new key has to sign before it gets a certificate; used once.
create table opinion_key_challenge (
  account_id  uuid primary key references account,
  challenge   text,
  asked_at    timestamptz not null
);
grant select, insert, update on opinion_key_challenge to mingjian_app;
