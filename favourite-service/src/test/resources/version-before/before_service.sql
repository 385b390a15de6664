-- A schema as the version before made it: the administrator owns everything, and the service has a role that can't sign in.
CREATE SCHEMA before_service;
CREATE ROLE before_service NOLOGIN;
GRANT before_service TO CURRENT_USER;
GRANT USAGE ON SCHEMA before_service TO before_service;
ALTER DEFAULT PRIVILEGES IN SCHEMA before_service GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO before_service;
ALTER DEFAULT PRIVILEGES IN SCHEMA before_service GRANT USAGE ON SEQUENCES TO before_service;
CREATE TABLE before_service.flyway_schema_history (installed_rank int PRIMARY KEY);
CREATE TYPE before_service.colour AS ENUM ('red');
CREATE TABLE before_service.thing (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, note text, colour before_service.colour);
CREATE TABLE before_service.ledger (id bigserial PRIMARY KEY);
REVOKE UPDATE, DELETE ON before_service.ledger FROM before_service;
CREATE SEQUENCE before_service.number;
CREATE VIEW before_service.things AS SELECT id FROM before_service.thing;
CREATE FUNCTION before_service.twice(n int) RETURNS int LANGUAGE sql RETURN 2 * n;
INSERT INTO before_service.thing (note) VALUES ('kept');
