-- One object of each kind that a migration of the version before made.
CREATE TYPE before_service.colour AS ENUM ('red');
CREATE TABLE before_service.thing (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, note text, colour before_service.colour);
CREATE TABLE before_service.ledger (id bigserial PRIMARY KEY);
REVOKE UPDATE, DELETE ON before_service.ledger FROM before_service;
CREATE SEQUENCE before_service.number;
CREATE VIEW before_service.things AS SELECT id FROM before_service.thing;
CREATE FUNCTION before_service.twice(n int) RETURNS int LANGUAGE sql RETURN 2 * n;
INSERT INTO before_service.thing (note) VALUES ('kept');
