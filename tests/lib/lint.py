"""The house (house.py), code style, and what no source may name."""
import os
import re
import shutil

import house
from report import run

# Paths and hosts of one machine, and packages' addresses, have no place in a source.
FORBIDDEN = re.compile(
    r"(/work/|/home/|/root/|deb\.debian\.org|repo1?\.maven|pypi\.org|registry\.npmjs|\b(TODO|FIXME|XXX)\b)")
# What looks for such words itself.
MAY_NAME = ("tests/lib/lint.py", "src/check/leftovers.c", "tests/golden/placeholder-left/")
NOT_SOURCE = (".png", ".jpg", ".jpeg", ".gif", ".ttf", ".otf", ".pdf", ".epub", ".icc", ".zip")
TOP = {"Makefile", "src", "content", "fonts", "tests", "out", "README.md", "LICENSE",
       "compile_commands.json"}


def sources(*tops, ends=(".c", ".h")):
    for top in tops:
        for place, folders, names in os.walk(top):
            folders[:] = sorted(f for f in folders if f != "__pycache__")
            for name in sorted(names):
                path = os.path.join(place, name)
                if name.endswith(ends) and os.path.isfile(path):
                    yield path


def lines(path):
    with open(path, encoding="utf-8", errors="surrogateescape") as file:
        return file.read().split("\n")


def style(report):
    tool = shutil.which("clang-format-19") or shutil.which("clang-format")
    found = run([tool, "--version"]).text if tool else ""
    if "version 19." not in found:
        report.skip("clang-format", "version 19 is needed, so the code style is not tested")
        return

    def check(report, path):
        done = run([tool, "--dry-run", "-Werror", path])
        report.check("style of " + path, done.code == 0, "\n".join(done.errors.splitlines()[:6]))

    report.each(check, sources("src", "tests/unit", "tests/fuzz"))


def names(report):
    tops = [t for t in sorted(TOP) if t not in ("out", "compile_commands.json")]
    paths = [t for t in tops if os.path.isfile(t)]
    for top in tops:
        if os.path.isdir(top):
            paths += sources(top, ends="")
    for path in paths:
        if path.endswith(NOT_SOURCE) or path.startswith(MAY_NAME):
            continue
        problems = ["%s:%d: %s" % (path, number, line.strip()[:100])
                    for number, line in enumerate(lines(path), 1) if FORBIDDEN.search(line)]
        report.check("no forbidden name in " + path, not problems, "\n".join(problems))
    for name in sorted(os.listdir(".")):
        if not name.startswith("."):
            report.check("%s at the top" % name, name in TOP, "has no place at the top level")


def stage(report):
    house.stage(report)
    style(report)
    names(report)
