#!/bin/sh
# Compares byte for byte what the program of another commit and that of this
# checkout say of the same texts, questions and exports: for changes that must not
# change what it says. Exits with 1 where they differ, with 2 where it cannot compare.
#
# usage: sh testdata/frozen.sh COMMIT [FOLDER of more texts]
#
# What the other commit's program says is kept under TMPDIR, by the commit and by
# the content of all that is asked, this script included: a second run asks this
# checkout's program alone. testdata/frozen-renames.tsv lists names that were changed
# on purpose.
set -eu
export LC_ALL=C TZ=UTC
commit=$(git rev-parse --verify --quiet "${1:-}^{commit}") || { echo "usage: sh testdata/frozen.sh COMMIT [FOLDER]" >&2; exit 2; }
corpus=${2:+$(cd "$2" && pwd)}
script=$(cd "$(dirname "$0")" && pwd)/$(basename "$0")
cd "$(git rev-parse --show-toplevel)"
checkout=$PWD
cache=${TMPDIR:-/tmp}/mandategraph-frozen.$(id -u)
scratch=$(mktemp -d)
server=
trap 'test -z "$server" || kill "$server" 2>/dev/null; rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM
in=$scratch/in
mkdir -p "$cache" "$in/houses" "$in/formats" "$in/queries"

# 1. What is asked. It is copied to a folder of its own, so that the place of a file
# in a checkout makes no difference to what is said of it.

listed() { git ls-files -co --exclude-standard -- "$@" | sort | while read -r f; do [ ! -f "$f" ] || echo "$f"; done; }
copied() { # FOLDER; paths on standard input
  while read -r f; do
    [ ! -e "$1/${f##*/}" ] || { echo "two files named ${f##*/}" >&2; exit 2; }
    cp "$f" "$1"
  done
}
cp testdata/cop12-report.txt "$in/sample.txt"
cp testdata/variant-report.txt "$in/variant.txt"
listed '*houses/*.txt' | copied "$in/houses"
listed 'testdata/formats/report.*' 'testdata/formats/*.pdf' | sort -u | copied "$in/formats"
listed '*.graphql' | while read -r f; do ! grep -q '^# ask: ' "$f" || echo "$f"; done | copied "$in/queries"
cp -R testdata/formats/docx "$scratch/docx"
find "$scratch/docx" -exec touch -t 202001010000 {} +
(cd "$scratch/docx" && find . -type f | sort | zip -q -X "$in/formats/report.docx" -@)

# Each wording of the saved questions with each of its alternatives at least once,
# and the questions of the reviewed answers. What fills the slots is of the sample.
{
  listed 'testdata/answers/*.txt' | while read -r f; do sed -n '1s/^> //p' "$f"; done
  cat "$in"/queries/*.graphql | awk '
  BEGIN {
    n = split("act=resolution 12/4;other:act=resolution 12/1;thing=resolution 11/3;from:thing=resolution 12/1;to:thing=decision 2/2;" \
      "relations:verb=take note of;body=the Working Group on International Cooperation;state=Mexico;treaty=Firearms Protocol;" \
      "entity=UNODC;session=session 12;adopter=the Conference;items:item=item 2;kinds:kind=articles;subject:words=firearms", pairs, ";")
    for (i = 1; i <= n; i++) { at = index(pairs[i], "="); sample["{" substr(pairs[i], 1, at - 1) "}"] = substr(pairs[i], at + 1) }
  }
  sub(/^# ask: /, "") {
    most = 1
    for (k = 1; k <= most; k++) {
      said = $0
      while (match(said, /[(\[][^][(){}]*[])]/)) {
        inside = substr(said, RSTART + 1, RLENGTH - 2)
        if (substr(said, RSTART, 1) == "[") inside = inside "|"
        count = split(inside, options, "|")
        if (count > most) most = count
        said = substr(said, 1, RSTART - 1) options[(k - 1) % count + 1] substr(said, RSTART + RLENGTH)
      }
      for (slot in sample) while (at = index(said, slot)) said = substr(said, 1, at - 1) sample[slot] substr(said, at + length(slot))
      gsub(/ +/, " ", said); gsub(/^ | $/, "", said)
      print said
    }
  }'
} | sort -u >"$in/questions"

# 2. What a program says of it.

# said FILE COMMAND... adds what a command says to a file: output, errors and exit
# code. A refusal is an answer too.
said() {
  to=$1; shift
  code=0
  "$@" >>"$to" 2>"$scratch/errors" || code=$?
  cat "$scratch/errors" >>"$to"
  echo "exit code $code" >>"$to"
}

# extracted FILE FORMAT PATH... lets one process read all texts. Those whose identity
# another text has taken are read by themselves after that.
extracted() {
  name=$1 format=$2; shift 2
  while [ $# -gt 0 ]; do
    said "$name" "$program" extract --format "$format" "$@"
    left=$(sed -n 's/^mandategraph: .* and \(.*\) are different texts, but both are .*/\1/p' "$scratch/errors")
    IFS='
'
    set -f; set -- $left; set +f
    unset IFS
  done
}

# request PATH PARAMETER=VALUE... writes a request for the one curl process that makes all.
request() { printf 'next\nurl = "%s/%s"\nget\nwrite-out = "\\n"\n' "$address" "$1"; shift; printf '+%s\n' "$@"; }

# served STORE starts a server on any free port of this machine, and sets its address.
served() {
  rm -f "$scratch/log"
  "$program" serve --store "$1" --listen 127.0.0.1:0 --rate -1 --refresh 0 --timeout 5m >"$scratch/log" 2>&1 &
  server=$!
  until address=$(grep -o 'http://127\.0\.0\.1:[0-9]*' "$scratch/log" 2>/dev/null) && [ -n "$address" ]; do
    kill -0 "$server" 2>/dev/null || { cat "$scratch/log" >&2; exit 2; }
    sleep 0.1
  done
}

# answered FILE sends the requests on standard input.
answered() {
  sed -e 1d -e '/^+/{s/["\\]/\\&/g;s/^+\(.*\)/data-urlencode = "\1"/;}' >"$scratch/requests"
  curl -sS -K "$scratch/requests" >"$1" || { echo "$1: no answer" >&2; exit 2; }
}

# everything PROGRAM FOLDER writes all that a program says into a folder, one file
# for each kind.
everything() {
  program=$1 out=$2
  mkdir "$out"
  cd "$in"
  rm -f ../*.db*
  for format in csv jsonl annotated; do
    extracted "$out/sample.$format" $format sample.txt
    extracted "$out/variant.$format" $format variant.txt
    extracted "$out/houses.$format" $format houses
    extracted "$out/formats.$format" $format formats
    [ -z "$corpus" ] || extracted "$out/corpus.$format" $format "$corpus"
  done
  said "$out/load.sample" "$program" load --store bbolt:../sample.db sample.txt
  said "$out/load.all" "$program" load --store bbolt:../all.db sample.txt variant.txt houses
  formats=$("$program" export -h | sed -n 's/.*--format string *one of \(.*\) (default.*/\1/p' | tr -d ,)
  for format in $formats; do
    said "$out/export.$format" "$program" export --store bbolt:../sample.db --format "$format"
  done
  said "$out/ask.list" "$program" ask --list
  for store in sample all; do
    url=bbolt:../$store.db
    said "$out/list.$store" "$program" list --store "$url"
    said "$out/check.$store" "$program" check --store "$url"
    for question in "what does 12/4 recall" "what does 12/1 recall" "what does 12/4 not recall"; do
      said "$out/ask.$store" "$program" ask --store "$url" "$question"
    done
    served "$url"
    while read -r question; do
      request graphql 'query=query($q: String!) { ask(question: $q) { query variables text candidates { id } } }' "variables={\"q\": \"$question\"}"
    done <questions | answered "$out/questions.$store"
    for query in queries/*; do
      request graphql "query@$query" "variables=$(sed -n 's/^# variables: //p' "$query" | head -n 1)"
    done | answered "$out/queries.$store"
    for format in $formats; do
      request export format=$format around=ctoc-cop/resolution/12/1 direction=backward depth=3
      request export format=$format question="what does 12/4 recall"
    done | answered "$out/selections.$store"
    kill "$server" && wait "$server" || true
    server=
  done
  cd "$checkout"
}

# 3. Whether both say the same.

go build -buildvcs=false -o "$scratch/now" ./cmd/mandategraph || exit 2
key=$({ cat "$script"; cd "$in"; find . ${corpus:+"$corpus"} -type f -print | sort | tr '\n' '\0' | xargs -0 sha256sum; } | sha256sum | cut -c1-16)
kept=$cache/$commit.$key
find "$cache" -mindepth 1 -maxdepth 1 -mtime +7 -exec rm -rf {} +
if [ ! -d "$kept" ]; then
  if [ ! -x "$cache/$commit" ]; then
    mkdir "$scratch/base"
    git archive "$commit" | tar -x -C "$scratch/base"
    (cd "$scratch/base" && go build -buildvcs=false -o "$scratch/was" ./cmd/mandategraph) || exit 2
    mv "$scratch/was" "$cache/$commit"
  fi
  everything "$cache/$commit" "$scratch/kept"
  [ -d "$kept" ] || mv "$scratch/kept" "$kept"
fi
everything "$scratch/now" "$scratch/said"

# Names that were changed on purpose are changed in what the other program said.
was=$kept
if grep -q '^[^#]' testdata/frozen-renames.tsv 2>/dev/null; then
  awk -F'\t' '!/^#/ && NF > 1 { gsub(/[][\\.*^$|]/, "\\\\&", $1); gsub(/[\\&|]/, "\\\\&", $2); print "s|\\b" $1 "\\b|" $2 "|g" }' testdata/frozen-renames.tsv >"$scratch/renames"
  was=$scratch/renamed
  mkdir "$was"
  for file in "$kept"/*; do sed -f "$scratch/renames" "$file" >"$was/${file##*/}"; done
fi

# How many texts, questions or formats a kind is of.
count() {
  case $1 in
  corpus.*) find "$corpus" -type f | wc -l ;;
  houses.* | formats.*) ls "$in/${1%.*}" | wc -l ;;
  questions.*) wc -l <"$in/questions" ;;
  queries.*) ls "$in/queries" | wc -l ;;
  *.all) echo $(($(ls "$in/houses" | wc -l) + 2)) ;;
  *) echo 1 ;;
  esac
}

differing=$cache/differing.$(printf %s "$checkout" | sha256sum | cut -c1-8)
rm -rf "$differing"
for file in $({ ls "$was"; ls "$scratch/said"; } | sort -u); do
  old=$was/$file new=$scratch/said/$file verdict=equal
  touch "$new"
  place=$(cmp "$old" "$new" 2>&1) || verdict=differs
  printf '%-20s %5d  %.16s  %s\n' "$file" "$(count "$file")" "$(sha256sum <"$new")" $verdict
  if [ $verdict = differs ]; then
    # From the first line that differs, and long lines in pieces: diff over all of
    # two large files takes long.
    line=$(expr "$place" : '.*line \([0-9]*\)') || line=1
    for side in old new; do eval "tail -n +$line \"\$$side\" 2>/dev/null | head -n 60 | fold -w 200 >\"$scratch/$side\"" || true; done
    echo "  from line $line:"
    diff "$scratch/old" "$scratch/new" | head -n 12 | sed 's/^/  /'
    mkdir -p "$differing/was" "$differing/now"
    cp "$old" "$differing/was" 2>/dev/null || true
    cp "$new" "$differing/now"
  fi
done
[ ! -d "$differing" ] || { echo "all that differs: diff -r $differing/was $differing/now"; exit 1; }
