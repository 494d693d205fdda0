-- The trace page of a matter is read from the log itself.
create index log_payload_matter on log_payload ((fields -> 'subject' ->> 'matter'), index);
