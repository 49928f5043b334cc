#!/bin/sh
# Reads every PDF under a folder in the forms in which pdftotext (poppler-utils)
# gives it: as it comes, -layout, -raw, and each without blank lines. A document
# says the same in all of them where source, relation, target and paragraph of its
# citations agree with the form as it comes. Prints how many forms agree.
set -eu
corpus=$1
command -v pdftotext >/dev/null || { echo "forms: pdftotext is absent, nothing compared"; exit 0; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
awk -F' *[|] *' '$4 == "cites" { gsub("`", "", $2); print $2 }' docs/vocabulary.md >"$scratch/citations"
said() { # FORM: reads $scratch/FORM.txt
  bin/mandategraph extract --format csv "$scratch/$1.txt" 2>/dev/null | sed 1d | cut -d, -f1-4 | sort -u |
    awk -F, 'NR == FNR { cites[$1]; next } $2 in cites && $3 !~ /\/mandate\//' "$scratch/citations" - >"$scratch/$1.said"
}
agree=0 all=0
find -L "$corpus" -type f -name '*.pdf' | sort >"$scratch/files"
while read -r pdf; do
  pdftotext "$pdf" "$scratch/plain.txt" 2>/dev/null || continue
  pdftotext -layout "$pdf" "$scratch/layout.txt"
  pdftotext -raw "$pdf" "$scratch/raw.txt"
  for form in plain layout raw; do grep -v '^[[:space:]]*$' "$scratch/$form.txt" >"$scratch/$form-dense.txt" || true; done
  said plain
  [ -s "$scratch/plain.said" ] || continue
  differ=
  for form in plain-dense layout layout-dense raw raw-dense; do
    said "$form"
    all=$((all + 1))
    if cmp -s "$scratch/plain.said" "$scratch/$form.said"; then
      agree=$((agree + 1))
    else
      differ="$differ $form($(comm -3 "$scratch/plain.said" "$scratch/$form.said" | wc -l))"
      [ -z "${SHOW:-}" ] || diff "$scratch/plain.said" "$scratch/$form.said" | grep '^[<>]' | sed "s/^/    $form /"
    fi
  done
  echo "$(basename "$pdf" .pdf): $(wc -l <"$scratch/plain.said") citations; differ:${differ:- none}"
done <"$scratch/files"
echo "forms that agree: $agree of $all"
