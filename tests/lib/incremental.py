"""What is built again after a change, and only that: leaflets as a part of what GNU make and Ninja
build, by --deps."""
import json
import os
import re
import shutil
import time

from bad import FRONT, put
from report import PLAIN, fresh, run

LEAFLET = FRONT.replace("lang: en", "lang: en\npublished: 2026-01-31") + "Text of the leaflet.\n"



def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


# ---- make and Ninja


def manual():
    """The examples of the manual, by their first word."""
    with open("src/cli/leafset.1", encoding="utf-8") as file:
        section = file.read().split(".Sh OTHER BUILDS")[1].split(".Sh ")[0]
    blocks = re.findall(r"\.Bd -literal[^\n]*\n(.*?)\.Ed\n", section, re.S)
    return {" ".join(re.findall(r"\w+", block)[:2]): block for block in blocks}


MAKEFILE = manual()["leaflets patsubst"].replace("\tleafset ", "\techo $< >>log\n\t%s " % PLAIN)
NINJA = manual()["rule leaflet"].replace("= leafset ", "= echo $in >>log && %s " % PLAIN)
NINJA = NINJA.replace("first", "a") + NINJA[NINJA.index("build out"):].replace("first", "b")
# One of the files goes on, into another step.
FOLDER = manual()["rule leaflets"].replace("= leafset ", "= echo all >>log && %s " % PLAIN)
FOLDER = FOLDER.replace("out/first.epub", "out/b.pdf").replace("first", "a") + r"""
rule pack
  command = echo pack >>log && cat $in >$out
build pack: pack out/a.pdf
"""

ODD = "50% of $x #1: a b.png"


class Others:
    """Leaflets in a folder, and a program that has them built."""

    def __init__(self, report, name, command, **files):
        self.report, self.name, self.command = report, name, command
        self.folder = fresh("incremental", name)
        put(self.folder, dict(files, **{
            "text/a.md": LEAFLET + "![A pad held with two fingers](%s)\n" % ODD.replace("%", "%25").replace(
                "#", "%23").replace(" ", "%20"),
            "text/b.md": LEAFLET, "text/clinic.yml": "name: Clinic of Tests\n"}))
        shutil.copy("tests/leaflet.png", os.path.join(self.folder, "text", ODD))

    def path(self, name):
        return os.path.join(self.folder, name)

    def expect(self, what, steps):
        """The program takes these steps, and no other."""
        if os.path.exists(self.path("log")):
            os.remove(self.path("log"))
        done = run(self.command, cwd=self.folder)
        got = []
        if os.path.exists(self.path("log")):
            with open(self.path("log"), encoding="utf-8") as file:
                got = sorted(file.read().split())
        self.report.check("%s: %s" % (self.name, what), done.code == 0 and got == sorted(steps),
                          "%s\n%s\n%s%s" % (done.code, got, done.text[-2000:], done.errors[-2000:]))

    def touch(self, name, add=None):
        """Later than all that was built; with other bytes if there is something to add."""
        if add:
            with open(self.path(name), "a", encoding="utf-8") as file:
                file.write(add)
        late = max(os.stat(os.path.join(top, n)).st_mtime_ns for top, _, names in
                   os.walk(self.folder) for n in names) + 20_000_000
        time.sleep(max(0.0, (late - time.time_ns()) / 1e9))
        os.utime(self.path(name), ns=(late, late))


def edits(others, a, b, both):
    """What each edit has built again: a and b are the steps of the two leaflets."""
    others.expect("all is built", both)
    others.expect("then nothing", [])
    others.touch("text/a.md", "More.\n")
    others.expect("a leaflet that was edited", a)
    others.touch("text/" + ODD)
    others.expect("a picture", a)
    others.touch("text/clinic.yml", "phone: 01632 960 001\n")
    others.expect("the settings", both)
    others.touch("text/b.md", "See [the other](a.md).\n")
    others.expect("a link", b)
    others.touch("text/a.md", "Still more.\n")
    others.expect("a leaflet that another links to", both)
    others.expect("and nothing again", [])


def make(report):
    others = Others(report, "make", ["make", "-s"], Makefile=MAKEFILE)
    a, b = ["text/a.md"], ["text/b.md"]
    edits(others, a, b, a + b)
    os.remove(others.path("text/" + ODD))
    write(others.path("text/a.md"), LEAFLET)
    others.touch("text/a.md")
    others.expect("a picture that is gone", a + b)


def ninja(report):
    if not report.tool("ninja"):
        return
    others = Others(report, "ninja", ["ninja"], **{"build.ninja": NINJA})
    a, b = ["text/a.md"], ["text/b.md"]
    edits(others, a, b, a + b)
    others = Others(report, "ninja of a folder", ["ninja"], **{"build.ninja": FOLDER})
    others.expect("all is built", ["all", "pack"])
    others.expect("then nothing", [])
    others.touch("text/b.md", "More.\n")
    others.expect("restat: what was up to date goes no further", ["all"])
    others.touch("text/" + ODD, "x")
    others.expect("and what is new does", ["all", "pack"])
    write(others.path("text/c.md"), LEAFLET)
    others.expect("a leaflet that is new", ["all"])
    report.check("ninja of a folder: it is built", os.path.exists(others.path("out/c.pdf")))


# ---- what leaflets were made of

def deps(report):
    folder = fresh("incremental", "deps")
    put(folder, {"text/a.md": LEAFLET, "text/skin/b.md": LEAFLET, "text/clinic.yml": "name: C\n"})

    def leafset(*args):
        return run([PLAIN, *args], cwd=folder)

    told = leafset("deps", "text", "-o", "to")
    report.check("deps: writes no file", told.code == 0 and sorted(os.listdir(folder)) == ["text"],
                 told.errors)
    report.check("deps: names files and what they are made of", re.match(
        r"to/a\.pdf to/a\.epub: \\\n  text/a\.md( \\\n  /\S+)+ \\\n  text/clinic\.yml\n"
        r"to/skin/b\.pdf to/skin/b\.epub: \\\n  text/skin/b\.md", told.text), told.text)
    for jobs in ("1", "4"):
        for again in ("anew", "up to date"):
            leafset("build", "text", "-j", jobs, "-o", "to", "--deps", "d")
            with open(os.path.join(folder, "d"), "rb") as file:
                report.check("--deps: as deps tells it (-j %s, %s)" % (jobs, again),
                             file.read() == told.out)
        shutil.rmtree(os.path.join(folder, "to"))
    done = leafset("build", "text", "-o", "to", "--deps", "-", "--deps-format", "json", "-q")
    got = json.loads(done.text)
    asked = {(i["path"], i["kind"], i["found"]) for i in got["leaflets"][1]["inputs"]}
    report.check("--deps-format json", got["version"] == 1 and [
        leaflet["source"] for leaflet in got["leaflets"]] == ["text/a.md", "text/skin/b.md"] and
        got["leaflets"][1]["outputs"] == ["to/skin/b.pdf", "to/skin/b.epub"] and
        {("text/skin/b.md", "content", True), ("text/clinic.yml", "content", True),
         ("text/skin/clinic.yml", "presence", False)} <= asked, done.text)
    refusals(report, folder, leafset)


def refusals(report, folder, leafset):
    """Where it cannot be told whole, the file stays as it was."""
    path = os.path.join(folder, "d")
    write(path, "as it was")
    write(os.path.join(folder, "text", "c.md"), LEAFLET + "![](lost.png)\n")
    told = leafset("deps", "text", "-o", "to")
    report.check("deps: nothing of leaflets with an error", told.code == 1 and not told.out,
                 told.text)
    built = leafset("build", "text", "-o", "to", "--deps", "d")
    os.rename(os.path.join(folder, "text", "c.md"), os.path.join(folder, "text", "c;d.md"))
    write(os.path.join(folder, "text", "c;d.md"), LEAFLET)
    odd = leafset("build", "text", "-o", "to", "--deps", "d")
    with open(path, encoding="utf-8") as file:
        report.check("--deps: the file stays", built.code == 1 and odd.code == 3 and
                     "c;d" in odd.errors and file.read() == "as it was", odd.errors)
    for name in ("to/a.pdf", "text/a.md"):
        done = leafset("build", "text/a.md", "-o", "to", "--deps", name)
        report.check("--deps %s is refused" % name, done.code in (2, 3) and done.err, done.errors)
    os.makedirs(os.path.join(folder, "execroot"))
    os.symlink("../text", os.path.join(folder, "execroot", "text"))
    done = run([PLAIN, "build", "-q", "-o", "bin", "text/a.md"],
               cwd=os.path.join(folder, "execroot"))
    report.check("a folder of links to sources, as Bazel's", done.code == 0 and os.path.exists(
        os.path.join(folder, "execroot", "bin", "a.pdf")), done.errors)


def stage(report):
    report.each(lambda report, part: part(report), [make, ninja, deps])
