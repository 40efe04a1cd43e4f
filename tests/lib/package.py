"""The Debian package (`make deb`): what it says agrees with the tree; --long: built in two folders it
has the same bytes, lintian finds nothing, and the tool runs from what it holds."""
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
DICTIONARY = re.compile(r"hyphen-")


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def field(text, name):
    """The packages that a field of debian/control lists, without versions and variables."""
    value = re.search(r"^%s:(.*(?:\n .*)*)" % name, text, re.M).group(1)
    names = [re.sub(r"\(.*\)", "", part).strip() for part in value.split(",")]
    return {name for name in names if name and not name.startswith("${")}


def agrees(report):
    """The version, and the packages that `make` asks for."""
    version = re.search(r'LEAFSET_VERSION "(.*)"', read("src/base/version.h")).group(1)
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


def build(report, folder):
    """The package made in a folder, or None after a failure."""
    done = run(["make", "deb", "DEPS=no"], cwd=folder, timeout=1200,
               env={"TZ": "Asia/Kathmandu" if folder != ROOT else "UTC"})
    found = glob.glob(os.path.join(folder, "out", "package", "*.deb"))
    report.check("make deb", done.code == 0 and len(found) == 1, done.errors)
    return found[0] if len(found) == 1 else None


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
    other = fresh("package", "tree")
    for name in ("Makefile", "LICENSE"):
        shutil.copy(name, other)
    for name in ("src", "fonts"):
        shutil.copytree(name, os.path.join(other, name))
    first, second = build(report, ROOT), build(report, other)
    if not first or not second:
        return
    with open(first, "rb") as one, open(second, "rb") as two:
        report.check("the package has the same bytes from two folders", one.read() == two.read())
    done = run(["lintian", "--allow-root", "--fail-on", "warning"] +
               glob.glob(os.path.join("out", "package", "*.changes")))
    report.check("lintian", done.code == 0 and not done.out, done.text + done.errors)
    runs(report, first)


def stage(report):
    if not report.binary():
        return
    agrees(report)
    if report.long:
        built(report)
