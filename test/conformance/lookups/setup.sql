DROP SCHEMA IF EXISTS reference CASCADE;;
DROP SEQUENCE IF EXISTS asked;;
DROP SEQUENCE IF EXISTS attempts;;
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'reader') THEN
    CREATE ROLE reader LOGIN PASSWORD 'reader-password';
  END IF;
END $$;;
CREATE SCHEMA reference;;
CREATE TABLE reference.codes (code integer, country text, label text, PRIMARY KEY (code, country));;
INSERT INTO reference.codes VALUES (5411, 'DE', 'Grocery'), (5812, 'FR', 'Restaurant'), (1, 'DE', 'hidden');;
CREATE SEQUENCE asked;;
CREATE SEQUENCE attempts;;
GRANT USAGE ON SCHEMA reference TO reader;;
GRANT SELECT ON reference.codes TO reader;;
GRANT USAGE ON SEQUENCE asked, attempts TO reader
