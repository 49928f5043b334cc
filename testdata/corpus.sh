#!/bin/sh
# Reads every text under a folder and scores the documents that have gold.
set -eu
corpus=$1
texts=$(find "$corpus" -type f \( -name '*.txt' -o -name '*.md' \) | sort)
count=$(printf '%s\n' "$texts" | wc -l)
start=$(date +%s)
printf '%s\n' "$texts" | tr '\n' '\0' | xargs -0 -n 1 bin/mandategraph extract --format csv >/dev/null
echo "read $count documents in $(($(date +%s) - start)) s"
sh testdata/agreement.sh "$corpus"
for gold in testdata/gold/houses/*.tsv; do
  name=$(basename "$gold")
  document=${name%.*.tsv}
  text=$(printf '%s\n' "$texts" | grep -F "/$document." | head -n 1) || true
  [ -n "$text" ] || { echo "no text for $gold"; continue; }
  printf '%s:' "${gold##*/}"
  bin/mandategraph score --gold "$gold" "$text" | grep ' all '
done
