#!/bin/sh
# make container: the image leafset:VERSION, by whichever of podman, buildah and docker works here.
# What is built lies in a copy of the tree, without what was made in it. CONTAINER_ARGS: more options,
# such as --build-arg BASE=registry.example/debian:13-slim.
set -eu
cd "$(dirname "$0")/../.."

for tool in podman buildah docker; do
    command -v $tool >/dev/null 2>&1 && $tool info >/dev/null 2>&1 && break
    tool=
done
if [ -z "$tool" ]; then
    echo "leafset: no image was built: neither podman nor buildah nor a running docker is here" >&2
    echo "leafset: on Debian: apt-get install podman" >&2
    exit 3
fi

export BUILDAH_LAYERS=true # as the others do
version=$(sed -n 's/^#define LEAFSET_VERSION "\(.*\)"/\1/p' src/base/version.h)
tree=out/container
rm -rf "$tree"
mkdir -p "$tree"
cp -R Makefile LICENSE src fonts "$tree"
$tool build ${CONTAINER_ARGS-} -t "leafset:$version" -f "$tree/src/package/Containerfile" "$tree"
rm -rf "$tree"
