"""What each case of `make bench` calls: a row for each tool."""
import glob
import os
import shutil
import subprocess
import sys
from typing import Callable, NamedTuple

import inputs
import rebuild

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.abspath("out/bench")
LEAFSET = os.path.abspath("out/bin/leafset")
BEFORE = os.path.abspath(os.environ["BEFORE"]) if os.environ.get("BEFORE") else None
VENV = os.path.join(OUT, "venv")
PYTHON = os.path.join(VENV, "bin", "python")
# The binding 0.15.2 holds the Typst compiler 0.15.1.
PACKAGES = ["typst==0.15.2", "weasyprint==70.0"]
MANY = os.path.join(HERE, "many.py")


def empty(folder):
    """What removing the files before costs the disk is done before the run, which would pay for it
    where it waits until its own files are on the disk."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    descriptor = os.open(folder, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


class Row(NamedTuple):
    name: str
    command: list    # {o}: the folder of the outputs
    writes: str
    ready: Callable[[str], None] = empty    # makes that folder ready for a run; not timed


def prepare():
    stamp = os.path.join(VENV, "packages")
    if os.path.exists(stamp) and open(stamp).read() == " ".join(PACKAGES):
        return
    subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    subprocess.run([PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check"] + PACKAGES,
                   check=True)
    with open(stamp, "w") as file:
        file.write(" ".join(PACKAGES))


def ours(options, writes, name="", ready=lambda command: empty):
    """leafset and, where BEFORE names one, the leafset to compare it with. ready: from the command
    to what makes its folder ready."""
    for who, binary in (("leafset", LEAFSET), ("before", BEFORE)):
        if binary:
            command = [binary, "build", "-q", "-o", "{o}"] + options
            yield Row(who + name, command, writes, ready(command))


def each(at, end, line):
    """A command for each input, one after the other."""
    return ["sh", "-c", "for f in %s/%s/*; do n=${f##*/}; n={o}/${n%%.*}; %s || exit 1; done" % (
        at, end, line)]


def others(at, one):
    """The other tools that make PDF only."""
    yield Row("groff", each(at, "ms", "groff -k -t -ms -Tpdf $f >$n.pdf"), "PDF, untagged")
    yield Row("Typst", [PYTHON, MANY, "typst", "{o}"] + one["typ"], "tagged PDF")
    yield Row("WeasyPrint", [PYTHON, MANY, "weasyprint", "{o}"] + one["html"], "tagged PDF")


HTMLDOC = ["htmldoc", "--quiet", "--webpage", "--size", "a4", "-t"]


def short(at, one):
    yield from ours(one["md"], "PDF and EPUB")
    yield Row("HTMLDOC", HTMLDOC + ["pdf14", "-f", "{o}/x.pdf"] + one["html"] + ["--and"] + HTMLDOC +
              ["epub", "-f", "{o}/x.epub"] + one["html"], "PDF, then EPUB")
    yield from others(at, one)


def batch(at, one):
    yield from ours([at + "/md"], "PDF and EPUB")
    yield from ours(["-j", "1", at + "/md"], "PDF and EPUB", name=" -j1")
    yield Row("HTMLDOC", each(at, "html", " ".join(HTMLDOC) + " pdf14 -f $n.pdf $f"),
              "PDF, a process each")
    yield from others(at, one)


def book(at, one):
    yield from ours(["-j", "1", "--to", "pdf"] + one["md"], "tagged PDF, one thread")
    yield Row("HTMLDOC", HTMLDOC + ["pdf14", "-f", "{o}/x.pdf"] + one["html"], "PDF, untagged")
    yield from others(at, one)


def epub(at, one):
    yield from ours(["-j", "1", "--to", "epub"] + one["md"], "EPUB, one thread")
    yield Row("HTMLDOC", HTMLDOC + ["epub", "-f", "{o}/x.epub"] + one["html"], "EPUB")
    if shutil.which("pandoc"):
        yield Row("pandoc", ["pandoc", "-f", "markdown", "-o", "{o}/x.epub"] + one["md"], "EPUB")


def first(at, one):
    yield from ours([at + "/md"], "PDF and EPUB")
    yield Row("make", rebuild.make(at), "PDF and EPUB, a process each", rebuild.makefile(at, LEAFSET))
    yield from site(at)


def again(at, one, edit=None):
    """Built before; an edit: of one leaflet, before each run."""
    def built(command):
        def ready(folder):
            if not os.path.isdir(folder):
                os.makedirs(folder)
                subprocess.run([part.replace("{o}", folder) for part in command], check=True)
            if edit:
                edit(at)
        return ready

    def by_make(folder):
        if not os.path.isdir(folder):
            rebuild.makefile(at, LEAFSET)(folder)
            subprocess.run([LEAFSET, "build", "-q", "-o", folder, at + "/md"], check=True)
        if edit:
            edit(at)
    yield from ours([at + "/md"], "PDF and EPUB", ready=built)
    yield Row("make", rebuild.make(at), "PDF and EPUB", by_make)
    yield from site(at, edit)


def edited(at, one):
    yield from again(at, one, rebuild.edit)


def site(at, edit=None):
    if not shutil.which("hugo"):
        return

    def ready(folder):
        rebuild.site(at)
        if edit:
            edit(at)
    yield Row("Hugo", ["hugo", "--quiet", "--noBuildLock", "-s", at, "-c", at + "/md", "-d", "{o}"],
              "web pages, no PDF or EPUB", ready)


def of(case, folder):
    at = os.path.join(OUT, "in", folder)
    one = {end: sorted(glob.glob("%s/%s/*.%s" % (at, end, end))) for end in inputs.WRITERS}
    return list(case(at, one))
