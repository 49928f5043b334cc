#!/bin/sh
# Reads every text under a folder and scores the documents that have gold.
set -eu
corpus=$1
texts=$(find "$corpus" -type f \( -name '*.txt' -o -name '*.md' \) | sort)
count=$(printf '%s\n' "$texts" | wc -l)
disagree=0
start=$(date +%s)
printf '%s\n' "$texts" | tr '\n' '\0' | xargs -0 -n 1 bin/mandategraph extract --format csv >/dev/null
echo "read $count documents in $(($(date +%s) - start)) s"
sh testdata/agreement.sh "$corpus" || disagree=1
scores=$(mktemp)
trap 'rm -f "$scores"' EXIT
for gold in testdata/gold/houses/*.tsv testdata/gold/blind/*.tsv; do
  name=$(basename "$gold")
  document=${name%.*.tsv}
  text=$(printf '%s\n' "$texts" | grep -F "/$document." | head -n 1) || true
  [ -n "$text" ] || { echo "no text for $gold"; continue; }
  row=$(bin/mandategraph score --gold "$gold" "$text" | grep ' all ')
  printf '%s:%s\n' "$name" "$row"
  echo "$(basename "$(dirname "$text")") $row" >>"$scores"
done
# The houses together: gold, found and right of each, wrong identities apart, and
# the mean of their F1.
awk '$3 + $4 > 0 { gold[$1] += $3; found[$1] += $4; right[$1] += $5; wrong[$1] += $6; if (!($1 in seen)) { seen[$1] = 1; order[++n] = $1 } }
END {
  for (i = 1; i <= n; i++) {
    h = order[i]; f = 200 * right[h] / (gold[h] + found[h]); sum += f
    printf "house %s: gold %d, found %d, right %d, wrong identities %d, F1 %.1f\n", h, gold[h], found[h], right[h], wrong[h], f
  }
  for (h in wrong) wrongs += wrong[h]
  if (n > 0) printf "macro F1 over %d houses: %.1f\n", n, sum / n
  if (n > 0 && (sum / n < 97 || wrongs > 1)) { print "expected a macro F1 of at least 97 and at most one wrong identity"; exit 1 }
}' "$scores" || disagree=1
exit $disagree
