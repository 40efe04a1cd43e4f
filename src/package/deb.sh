#!/bin/sh
# make deb: the Debian package of this tree, into out/package. The sources that it is made of are
# copied there, with the packaging where Debian wants it. Times in it are those of the last entry of
# debian/changelog, or of SOURCE_DATE_EPOCH: the same tree gives the same bytes.
set -eu
cd "$(dirname "$0")/../.."

unset MAKEFLAGS MFLAGS MAKELEVEL
place=out/package
version=$(sed -n 's/^#define LEAFSET_VERSION "\(.*\)"/\1/p' src/base/version.h)
tree=$place/leafset-$version

rm -rf "$place"
mkdir -p "$tree"
cp -R Makefile LICENSE src fonts "$tree"
cp -R src/package/debian "$tree"
# Whoever made the tree, by whatever umask.
chmod -R u=rwX,go=rX "$tree"
(cd "$tree" && DEB_BUILD_OPTIONS="noautodbgsym ${DEB_BUILD_OPTIONS-}" \
    dpkg-buildpackage --build=binary --no-sign -j"$(nproc)" >../build.log 2>&1) || {
    tail -n 30 "$place/build.log" >&2
    echo "leafset: the package could not be built; the log is $place/build.log" >&2
    exit 3
}
rm -rf "$tree"
ls "$place"/*.deb
