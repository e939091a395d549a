#!/bin/bash
# Makes the two logins at the first start of the database: the owner of the tables, and the application, which owns nothing.
set -euo pipefail
owner_password=$(cat /run/secrets/owner_password)
app_password=$(cat /run/secrets/app_password)
psql -v ON_ERROR_STOP=1 -v owner_password="$owner_password" -v app_password="$app_password" -U "${POSTGRES_USER:-postgres}" -d letterbox <<'SQL'
CREATE ROLE letterbox_app LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'app_password';
CREATE ROLE letterbox_owner LOGIN NOSUPERUSER NOBYPASSRLS CREATEROLE PASSWORD :'owner_password';
GRANT letterbox_app TO letterbox_owner WITH ADMIN OPTION;
ALTER DATABASE letterbox OWNER TO letterbox_owner;
ALTER SCHEMA public OWNER TO letterbox_owner;
SQL
