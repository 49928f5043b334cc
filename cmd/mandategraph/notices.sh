#!/bin/sh
# Writes notices.txt: the licences of all modules that are in the program, in the
# order of their names, and that of PDFium, which one of them brings along.
set -eu
cd "$(dirname "$0")"
rule===============================================================================
{
	echo "THIRD-PARTY NOTICES"
	echo
	echo "The program holds code of the Go modules below. What the page is made of has its"
	echo "notices in web/explorer/dist and web/graphiql/dist, which are served with it."
	go list -deps -f '{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}' . | sort -u |
		while read -r path version dir; do
			printf '\n%s\n%s %s\n\n' "$rule" "$path" "$version"
			found=
			for file in "$dir"/LICENSE* "$dir"/LICENCE* "$dir"/COPYING* "$dir"/License* "$dir"/NOTICE*; do
				[ -f "$file" ] || continue
				found=yes
				tr -d '\r\f' <"$file" | sed 's/[[:space:]]*$//'
			done
			[ -n "$found" ] || { echo "no licence file in $path" >&2; exit 1; }
		done
	printf '\n%s\nGo\n\n' "$rule"
	sed 's/[[:space:]]*$//' "$(go env GOROOT)/LICENSE"
	printf '\n%s\nPDFium, in github.com/klippa-app/go-pdfium\n\n' "$rule"
	cat pdfium.txt
} >notices.txt.new
mv notices.txt.new notices.txt
