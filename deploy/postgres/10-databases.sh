#!/bin/bash
# One database and one owner per service, with the extensions that only a superuser may create.
set -e
create() { # service, password
  local name=jiceng_$1
  psql -v ON_ERROR_STOP=1 -h "${PGHOST:-/tmp}" -U "${POSTGRES_USER:-postgres}" -d postgres \
    -v name="$name" -v password="$2" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
SQL
  psql -v ON_ERROR_STOP=1 -h "${PGHOST:-/tmp}" -U "${POSTGRES_USER:-postgres}" -d "$name" <<'SQL'
create extension if not exists ltree;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;
SQL
}
# The official image's socket stands in /var/run/postgresql
[ -S /var/run/postgresql/.s.PGSQL.5432 ] && PGHOST=/var/run/postgresql
create registry "$REGISTRY_DB_PASSWORD"
create member "$MEMBER_DB_PASSWORD"
create activity "$ACTIVITY_DB_PASSWORD"
create reporting "$REPORTING_DB_PASSWORD"
