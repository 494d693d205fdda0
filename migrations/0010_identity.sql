create table organisation (
  id                          uuid primary key,
  kind                        text not null check (kind in ('national-office', 'province', 'association', 'institution', 'court', 'agency', 'police', 'procuratorate', 'arbitration', 'mediation', 'party', 'law-firm', 'platform')),
  name                        text not null,
  unified_social_credit_code  text,
  region                      text,
  entrusting_type             text,
  demonstration               boolean not null
);
create unique index organisation_name on organisation (name);
grant select, insert on organisation to mingjian_app;

create table account (
  id                    uuid primary key,
  organisation_id       uuid not null references organisation,
  login                 text not null,
  name                  text not null,
  title                 text,
  contact               text,
  password_hash         text not null,
  must_change_password  boolean not null,
  totp_secret           text, -- sealed under keys/totp.key, which is outside the database
  totp_confirmed_at     timestamptz,
  totp_last_step        bigint, -- no code of this step or an earlier one is taken again
  state                 text not null check (state in ('active', 'disabled')),
  opened_at             timestamptz not null,
  -- Somebody else reset the password or the authenticator, and no second person has confirmed it yet.
  credentials           text not null check (credentials in ('own', 'reset')),
  reset_by              uuid references account,
  reset_at              timestamptz,
  check ((credentials = 'reset') = (reset_by is not null and reset_at is not null))
);
create unique index account_login on account (lower(login));
create index account_organisation on account (organisation_id);
create index account_reset on account (organisation_id) where credentials = 'reset';
grant select, insert, update on account to mingjian_app;

-- Who holds which role now; who held it when is in the log.
create table account_role (
  account_id  uuid not null references account,
  role        text not null,
  granted_at  timestamptz not null,
  granted_by  uuid,
  primary key (account_id, role)
);
grant select, insert, delete on account_role to mingjian_app;

-- The token itself is nowhere: whoever reads this table cannot sign in with it.
create table session (
  token_sha256   bytea primary key check (octet_length(token_sha256) = 32),
  id             uuid not null unique,
  account_id     uuid not null references account,
  opened_at      timestamptz not null,
  last_seen_at   timestamptz not null,
  stepped_up_at  timestamptz,
  expires_at     timestamptz not null,
  ended_at       timestamptz
);
create index session_account on session (account_id) where ended_at is null;
grant select, insert, update on session to mingjian_app;
