#!/bin/sh
# Scores who voted, spoke, held office and put drafts forward, what was asked and what became
# of it, in the documents that have gold in testdata/gold/facts: the made-up ones there and
# those of the folders given. Last it says how many lives of operations are complete.
set -eu
texts=$(find testdata/gold/facts "$@" -type f -name '*.txt' | sort; find "$@" -type f -name '*.pdf' | sort)
rows=$(mktemp)
trap 'rm -f "$rows"' EXIT
for gold in testdata/gold/facts/*/*.*.tsv; do
  name=$(basename "$gold" .tsv)
  family=${name##*.}
  [ "$family" = lifecycles ] && continue
  text=$(printf '%s\n' "$texts" | grep -F "/${name%.*}." | head -n 1) || true
  [ -n "$text" ] || text=$(printf '%s\n' "$texts" | grep -F "/${name%.*}" | head -n 1) || true
  [ -n "$text" ] || continue
  row=$(bin/mandategraph score --gold "$gold" "$text" | grep ' all ') || continue
  echo "$(basename "$(dirname "$gold")") $family $row" >>"$rows"
done
awk '{ k = $2 " (" $1 ")"; gold[k] += $4; found[k] += $5; right[k] += $6; if (!(k in seen)) { seen[k] = 1; order[++n] = k } }
END { for (i = 1; i <= n; i++) { k = order[i]
  printf "%s: gold %d, found %d, right %d, recall %.3f, precision %.3f\n", k, gold[k], found[k], right[k],
    gold[k] ? right[k] / gold[k] : 1, found[k] ? right[k] / found[k] : 1 } }' "$rows" | sort
bin/mandategraph score --gold testdata/gold/facts/blind/lifecycles.tsv --gold testdata/gold/facts/blind/more.lifecycles.tsv "$@" 2>/dev/null |
  grep -E ' all |complete' || true
