"""The Debian package (`make deb`) and the image (`make container`): what the package says agrees with
the tree, what the image is built from is the tree alone; --long: a package built in two folders has
the same bytes, lintian finds nothing, and the tool runs from what it holds."""
import glob
import gzip
import os
import re
import shutil

from golden import files
from report import PLAIN, ROOT, fresh, run

PACKAGING = os.path.join("src", "package", "debian")
# What every Debian that builds packages has.
ESSENTIAL = {"gcc", "libc6-dev"}
VERSION = re.compile(r'LEAFSET_VERSION "(.*)"')
DICTIONARY = re.compile(r"hyphen-")


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def field(text, name):
    """The packages that a field of debian/control lists, without versions and variables."""
    value = re.search(r"^%s:(.*(?:\n .*)*)" % name, text, re.M).group(1)
    names = [re.sub(r"\(.*\)", "", part).strip() for part in value.split(",")]
    return {name for name in names if name and not name.startswith("${")}


def copied(name):
    """A folder with a copy of what is packaged."""
    folder = fresh("package", name)
    for name in ("Makefile", "LICENSE"):
        shutil.copy(name, folder)
    for name in ("src", "fonts"):
        shutil.copytree(name, os.path.join(folder, name))
    return folder


def agrees(report):
    """The version, and the packages that `make` asks for."""
    version = VERSION.search(read("src/base/version.h")).group(1)
    newest = re.match(r"leafset \((.*?)\)", read(os.path.join(PACKAGING, "changelog"))).group(1)
    report.check("the package's version", newest == version, "%s, %s" % (newest, version))
    needs = set(" ".join(line.split("|")[3] for line in read("src/install-deps.sh").splitlines()
                         if line.startswith("build|")).split()) - ESSENTIAL
    control = read(os.path.join(PACKAGING, "control"))
    got = field(control, "Build-Depends") - {"debhelper-compat"}
    spoken = {name for name in needs if DICTIONARY.match(name)}
    report.check("the package's Build-Depends", got == needs - spoken,
                 "\n".join(sorted(got ^ (needs - spoken))))
    fonts = {name for name in needs if name.startswith("fonts-")}
    got = field(control, "Depends")
    report.check("the package's fonts and dictionaries", got == fonts | spoken,
                 "\n".join(sorted(got ^ (fonts | spoken))))


def image(report):
    """The command that builds an image, by a tool that only tells how it was called."""
    folder = copied("image")
    for name in ("out/made", "tools", "none"):
        os.makedirs(os.path.join(folder, name))
    for name in ("sh", "dirname", "sed", "rm", "mkdir", "cp", "ls"):
        for place in ("tools", "none"):
            os.symlink(shutil.which(name), os.path.join(folder, place, name))
    build = lambda place: run(["sh", "src/package/container.sh"], cwd=folder, env={
        "PATH": os.path.join(folder, place), "CONTAINER_ARGS": "--network host"})
    done = build("none")
    report.check("make container where nothing builds images", done.code == 3 and
                 "apt-get install podman" in done.errors, done.errors)
    tool = os.path.join(folder, "tools", "buildah")
    with open(tool, "w", encoding="utf-8") as file:
        file.write('#!/bin/sh\n[ "$1" = info ] && exit 0\necho "$@"\nls out/container\n')
    os.chmod(tool, 0o755)
    done = build("tools")
    at = "out/container"
    report.check("make container", done.code == 0 and done.text.split("\n") == [
        "build --network host -t leafset:%s -f %s/src/package/Containerfile %s" % (
            VERSION.search(read("src/base/version.h")).group(1), at, at),
        "LICENSE", "Makefile", "fonts", "src", ""], done.text + done.errors)


def build(report, folder):
    """The package made in a folder, or None after a failure."""
    done = run(["make", "deb", "DEPS=no"], cwd=folder, timeout=1200,
               env={"TZ": "Asia/Kathmandu" if folder != ROOT else "UTC"})
    found = glob.glob(os.path.join(folder, "out", "package", "*.deb"))
    report.check("make deb", done.code == 0 and len(found) == 1, done.errors)
    return found[0] if len(found) == 1 else None


def loaded(report, package):
    """Libraries that no linker names, since they are loaded while running, are dependencies as well."""
    depends = {re.sub(r" .*", "", name.strip()) for name in
               run(["dpkg-deb", "-f", package, "Depends"]).text.split(",")}
    names = re.search(r"^LOADED := *(.*)$", read("out/check/obj/config.mk"), re.M).group(1)
    for name in re.findall(r"=(\S+)", names):
        owners = set(re.findall(r"^([^:\s]+)", run(["dpkg-query", "-S", "*/" + name]).text, re.M))
        report.check("the package depends on " + name, owners & depends,
                     "%s\n%s" % (sorted(owners), sorted(depends)))


def runs(report, package):
    """The tool, its manual and its papers, from the files of the package alone."""
    root = fresh("package", "root")
    done = run(["dpkg-deb", "-x", package, root])
    report.check("dpkg-deb -x", done.code == 0, done.errors)
    tool = os.path.join(root, "usr", "bin", "leafset")
    made = {}
    for name, binary in (("ours", PLAIN), ("package", tool)):
        at = os.path.join(fresh("package", name), "out")
        done = run([binary, "build", "-q", "-o", at, "content"])
        report.check("leaflets by the build: " + name, done.code == 0, done.errors)
        made[name] = {file: text for file, text in files(at).items() if not file.startswith(".")}
    report.check("the package's tool makes the same files", made["ours"] == made["package"] and
                 len(made["ours"]) >= 6, str(sorted(made["package"])))
    with gzip.open(os.path.join(root, "usr", "share", "man", "man1", "leafset.1.gz")) as file:
        report.check("the manual", file.read().decode() == read("src/cli/leafset.1"))


def built(report):
    if not all([report.tool("dh"), report.tool("dpkg-buildpackage"), report.tool("lintian")]):
        return
    first, second = build(report, ROOT), build(report, copied("tree"))
    if not first or not second:
        return
    with open(first, "rb") as one, open(second, "rb") as two:
        report.check("the package has the same bytes from two folders", one.read() == two.read())
    done = run(["lintian", "--allow-root", "--fail-on", "warning"] +
               glob.glob(os.path.join("out", "package", "*.changes")))
    report.check("lintian", done.code == 0 and not done.out, done.text + done.errors)
    loaded(report, first)
    runs(report, first)


def stage(report):
    if not report.binary():
        return
    agrees(report)
    image(report)
    if report.long:
        built(report)
