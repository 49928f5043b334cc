#!/bin/sh
# Reads every document that a corpus holds both as text and as PDF, and fails
# where the two give other acts or other citations: source, relation, target,
# paragraph. A verb whose target is its own clause cites nothing. How many other statements differ is printed beside.
set -eu
corpus=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
awk -F' *[|] *' '$5 == "cites" { gsub("`", "", $2); print $2 }' docs/vocabulary.md >"$scratch/citations"
failed=0
for pdf in "$corpus"/pdf/*.pdf; do
  name=$(basename "$pdf" .pdf)
  text=$(find "$corpus" -type f \( -name "$name.txt" -o -name "$name.md" \) | head -n 1)
  [ -n "$text" ] || continue
  for file in "$text" "$pdf"; do
    kept="$scratch/${file##*.}"
    bin/mandategraph extract --format jsonl "$file" | sed -n 's/.*"subject":"\([^"]*\)","property":"kind","value":"Act".*/\1/p' | sort -u >"$kept.acts"
    bin/mandategraph extract --format csv "$file" | sed 1d | cut -d, -f1-4 | sort -u >"$kept.all"
    awk -F, 'NR == FNR { cites[$1]; next } $2 in cites && $3 !~ /\/mandate\// && index($3, $1 "#") != 1' "$scratch/citations" "$kept.all" >"$kept.citations"
  done
  was=${text##*.}
  for what in acts citations; do
    if ! diff "$scratch/$was.$what" "$scratch/pdf.$what" >"$scratch/differ"; then
      failed=1
      echo "$name: the $what of text (<) and PDF (>) differ:"
      grep '^[<>]' "$scratch/differ"
    fi
  done
  echo "$name: $(wc -l <"$scratch/pdf.acts") acts, $(wc -l <"$scratch/pdf.citations") citations; $(comm -3 "$scratch/$was.all" "$scratch/pdf.all" | wc -l) statements stand in one format alone"
done
exit $failed
