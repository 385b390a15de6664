-- From where a job was started, for the entries of the audit log that the job adds. Jobs of the previous version have none.
ALTER TABLE import_job ADD COLUMN address text;
