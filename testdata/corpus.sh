#!/bin/sh
# Reads every text under the folders and scores the documents that have gold. The
# first folder holds the texts that the rules were written with: there a wrong
# identity, a low score or a text that is read otherwise than its PDF is a failure.
set -eu
corpus=$1
texts=$(find "$@" -type f \( -name '*.txt' -o -name '*.md' \) | sort)
count=$(printf '%s\n' "$texts" | wc -l)
disagree=0
start=$(date +%s)
refused=$(printf '%s\n' "$texts" | tr '\n' '\0' |
  xargs -0 -n 1 sh -c 'bin/mandategraph extract --format csv "$0" 2>&1 >/dev/null || true' | grep -c '^mandategraph: ' || true)
echo "read $count documents in $(($(date +%s) - start)) s, $refused refused"
sh testdata/agreement.sh "$corpus" || disagree=1
scores=$(mktemp) others=$(mktemp)
trap 'rm -f "$scores" "$others"' EXIT
for gold in testdata/gold/houses/*.tsv testdata/gold/blind/*.tsv testdata/gold/texts/*.tsv testdata/gold/texts-blind/*.tsv testdata/gold/texts-third/*.tsv testdata/gold/texts-fourth/*.tsv testdata/gold/texts-fifth/*.tsv; do
  name=$(basename "$gold")
  document=${name%.*.tsv}
  text=$(printf '%s\n' "$texts" | grep -F "/$document." | head -n 1) || true
  [ -n "$text" ] || continue
  row=$(bin/mandategraph score --gold "$gold" "$text" | grep ' all ')
  printf '%s:%s\n' "$name" "$row"
  case $gold in */texts*) list=$others ;; *) list=$scores ;; esac
  echo "$(basename "$(dirname "$text")") $row" >>"$list"
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
awk '{ gold += $3; found += $4; right += $5; wrong += $6 }
END { if (NR > 0) printf "other texts: gold %d, found %d, right %d, wrong identities %d\n", gold, found, right, wrong }' "$others"
exit $disagree
