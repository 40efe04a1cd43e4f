"""What the long tests fetch from npm and PyPI, pinned by tests/tools/npm and
tests/tools/*.txt and kept in the user's cache beside the Java validators."""
import os
import shutil
import sys

from jars import CACHE
from report import run


def fetched(report, name, pins, make):
    """A folder in the cache made by make(folder) from the pinned files; None after a skip."""
    folder, pinned = os.path.join(CACHE, name), b""
    for path in pins:
        with open(path, "rb") as file:
            pinned += file.read()
    stamp = os.path.join(folder, "pinned")
    if os.path.exists(stamp):
        with open(stamp, "rb") as file:
            if file.read() == pinned:
                return folder
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for done in make(folder):
        if done.code != 0:
            report.skip(name, "could not be fetched:\n" + (done.text + done.errors)[-800:])
            return None
    with open(stamp, "wb") as file:
        file.write(pinned)
    return folder


def npm(report):
    """A folder with node_modules, what package.json names; None after a skip."""
    if not report.tool("npm"):
        return None
    pins = ["tests/tools/npm/package.json", "tests/tools/npm/package-lock.json"]

    def make(folder):
        for path in pins:
            shutil.copy(path, folder)
        yield run(["npm", "ci", "--omit=optional", "--no-audit", "--no-fund", "--ignore-scripts"],
                  cwd=folder, timeout=600)

    return fetched(report, "npm", pins, make)


def python(report, name="python"):
    """A Python that has the modules of tests/tools/NAME.txt; None after a skip."""
    pins = ["tests/tools/%s.txt" % name]

    def make(folder):
        yield run([sys.executable, "-m", "venv", folder], timeout=300)
        yield run([os.path.join(folder, "bin", "pip"), "install", "-q", "--no-deps",
                   "-r", pins[0]], timeout=600)

    folder = fetched(report, name, pins, make)
    return folder and os.path.join(folder, "bin", "python")
