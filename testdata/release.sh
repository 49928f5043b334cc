#!/bin/sh
# Builds the program for all systems into the folder given: one archive each, with the
# licences, and the sums of all of them. The programs are static, and the same for the
# same commit and version of Go.
set -eu
out=${1:?usage: release.sh FOLDER [OS/ARCH ...]}
shift
[ $# -gt 0 ] || set -- linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64
version=$(git describe --tags --always --dirty)
stamp=$(git log -1 --format=%cI)
rm -rf "$out"
mkdir -p "$out"
for target; do
	os=${target%/*} arch=${target#*/}
	name=mandategraph_${version}_${os}_${arch}
	program=mandategraph
	[ "$os" != windows ] || program=mandategraph.exe
	mkdir -p "$out/$name"
	CGO_ENABLED=0 GOOS=$os GOARCH=$arch ${GO:-go} build -trimpath -ldflags="-s -w" -o "$out/$name/$program" ./cmd/mandategraph
	cp LICENSE README.md CHANGELOG.md "$out/$name"
	cp cmd/mandategraph/notices.txt "$out/$name/THIRD-PARTY-NOTICES.txt"
	tar --sort=name --mtime="$stamp" --owner=0 --group=0 --numeric-owner -C "$out" -cf - "$name" | gzip -9n >"$out/$name.tar.gz"
	rm -r "${out:?}/$name"
	echo "$out/$name.tar.gz"
done
(cd "$out" && sha256sum -- *.tar.gz >SHA256SUMS)
