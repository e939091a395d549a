#!/bin/bash
# Run once, on an empty cluster. Makes the owner of the tables, the application, which owns nothing, the role that its
# queries run as, and the database. Passwords go by the environment: arguments could be read in the list of processes.
set -euo pipefail
secrets=${SECRETS:-/run/secrets}
OWNER_PASSWORD=$(cat "$secrets/owner_password")
APP_PASSWORD=$(cat "$secrets/app_password")
export OWNER_PASSWORD APP_PASSWORD
psql --no-psqlrc --quiet -v ON_ERROR_STOP=1 -U "${POSTGRES_USER:-postgres}" -d postgres <<'SQL'
\getenv owner_password OWNER_PASSWORD
\getenv app_password APP_PASSWORD
CREATE ROLE clinic_app NOLOGIN NOINHERIT;
CREATE ROLE letterbox_app LOGIN PASSWORD :'app_password';
CREATE ROLE letterbox_owner LOGIN PASSWORD :'owner_password';
GRANT clinic_app TO letterbox_app;
CREATE DATABASE letterbox OWNER letterbox_owner;
REVOKE ALL ON DATABASE letterbox FROM PUBLIC;
GRANT CONNECT ON DATABASE letterbox TO letterbox_app;
SQL
