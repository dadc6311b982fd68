#!/bin/sh
# Makes a new database of this folder: sh import.sh [DATABASE]
cd "$(dirname "$0")" || exit
exec neo4j-admin database import full "${1:-neo4j}" --nodes=KG=nodes.csv --relationships=relationships.csv \
  --array-delimiter=U+001F --multiline-fields=true --legacy-style-quoting=true
