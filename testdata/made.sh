#!/bin/sh
# Scores the made-up documents of many bodies. They show how far the reading goes
# with bodies and forms that the rules were not written for; no bar is set.
set -eu
for gold in testdata/made/*.tsv; do
  name=$(basename "$gold")
  text=$(ls testdata/made/"${name%.*.tsv}".txt testdata/made/"${name%.*.tsv}".md testdata/made/"${name%.*.tsv}".html 2>/dev/null | head -n 1)
  row=$(bin/mandategraph score --gold "$gold" "$text" 2>/dev/null | grep ' all ') || row=' refused 0 0 0 0'
  printf '%s:%s\n' "$name" "$row"
done | awk '{ print; gold += $3; found += $4; right += $5; wrong += $6 }
END { printf "made-up documents: gold %d, found %d, right %d, wrong identities %d\n", gold, found, right, wrong }'
