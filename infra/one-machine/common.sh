#!/bin/bash
# What the scripts of this folder share; they source it. Changes to the root of the repository.
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit
# Works with Compose 2 and with its predecessor.
compose() { docker compose "$@"; }
docker compose version >/dev/null 2>&1 || compose() { docker-compose "$@"; }
# Prints a setting of .env.
setting() { sed -n "s/^$1=//p" .env | tail -1; }
fail() { echo "$*" >&2 && exit 1; }
