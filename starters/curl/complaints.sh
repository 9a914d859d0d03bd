#!/bin/sh
# Takes a file of records, sees that it is whole, and asks the graph for figures.
#   COMPLAINTS_KEY=… sh complaints.sh [stages | complaints | ombudsman-cases | calls]
set -eu

ADDRESS=${COMPLAINTS_ADDRESS:-http://localhost:4000}
RECORDS=${1:-ombudsman-cases}
: "${COMPLAINTS_KEY:?Set COMPLAINTS_KEY to the secret of your key.}"

# By a file that only you can read, and not in the command, where others on this machine could see it.
HEADERS=$(mktemp)
ASKED=$(mktemp)
PART="$RECORDS.csv.$$.part"
trap 'rm -f "$HEADERS" "$ASKED" "$PART"' EXIT
printf 'authorization: Bearer %s\n' "$COMPLAINTS_KEY" > "$ASKED"

# Under a name of its own until it is whole, so that a refusal leaves an earlier file as it was, and is told.
if ! curl --fail-with-body --silent --show-error --compressed --header "@$ASKED" --dump-header "$HEADERS" \
  --output "$PART" "$ADDRESS/exports/$RECORDS.csv"; then
  cat "$PART" >&2 || true
  exit 1
fi
mv "$PART" "$RECORDS.csv"
said() { tr -d '\r' < "$HEADERS" | sed -n "s/^$1: //p"; }
echo "$RECORDS.csv: $(said x-row-count) rows, as at $(said x-as-at)"

# Without --fail, so that a refusal says what to do.
curl --silent --show-error --header "@$ASKED" --header 'content-type: application/json' "$ADDRESS/graphql" --data '{
  "query": "query FiguresByQuarter($years: [String!]!) { measures(by: [FINANCIAL_YEAR, QUARTER], where: { financialYears: $years }) { asAt rows { financialYear quarter received inTimeRate referredToOmbudsman ombudsmanDecided } } }",
  "variables": { "years": ["2021-22"] }
}'
echo
