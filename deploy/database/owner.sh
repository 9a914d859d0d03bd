#!/bin/sh
# Makes the product's database and its owner, who may create roles and is no superuser: a superuser would pass
# row-level security. The postgres image runs this once, on an empty volume.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$OWNER_PASSWORD" --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
create role complaints_owner login createrole password :'password';
create database complaints owner complaints_owner;
SQL
