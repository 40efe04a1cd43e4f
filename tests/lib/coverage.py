#!/usr/bin/env python3
"""`make coverage`: which lines of src/ the quick stages run, a line a folder. By hand:
tests/lib/coverage.py. What is said of a line in a header is the most that any unit says of it."""
import glob
import json
import os
import sys

sys.dont_write_bytecode = True
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tests", "lib"))
os.chdir(ROOT)

import report  # noqa: E402

TOP = os.path.join(report.OUT, "coverage")
# The stages take the builds under test from here.
report.PLAIN = report.SANITIZED = os.path.join(TOP, "bin", "leafset")
report.BINARIES = (("plain", report.PLAIN),)

import bad, command, golden, reports, unit  # noqa: E402
from build import make  # noqa: E402

bad.SECONDS["plain"] = bad.SECONDS["sanitized"]  # nothing is optimised here either

STAGES = (("unit", unit.stage), ("golden", golden.stage), ("bad", bad.stage),
          ("command", command.stage), ("reports", reports.stage))
# Threads count, too; a line stays a line (-O0).
# What was run is written down at the end, where the sandbox lets nobody write.
FLAGS = "-O0 --coverage -fprofile-update=atomic -DSANDBOX_OFF"


def run_stages():
    told = report.Report()
    for name, stage in STAGES:
        told.stage = name
        stage(told)
    return told.finish()


def lines():
    """{source: {line: times}} of src/, as gcov tells it for every object."""
    found = {}
    for place in sorted(glob.glob(os.path.join(TOP, "obj", "**", "*.gcno"), recursive=True)):
        done = report.run(["gcov", "--json-format", "--stdout", place])
        for text in done.text.splitlines():
            for file in json.loads(text)["files"]:
                name = os.path.relpath(os.path.join(ROOT, file["file"]), ROOT)
                if name.startswith("src" + os.sep):
                    counts = found.setdefault(name, {})
                    for line in file["lines"]:
                        number = line["line_number"]
                        counts[number] = max(counts.get(number, 0), line["count"])
    return found


def table(found):
    rows = {}
    for name, counts in found.items():
        row = rows.setdefault(os.path.dirname(name), [0, 0])
        row[0] += sum(1 for times in counts.values() if times)
        row[1] += len(counts)
    rows = sorted(rows.items()) + [("total", [sum(r[i] for r in rows.values()) for i in (0, 1)])]
    for folder, (covered, all_lines) in rows:
        print("%-20s %6d of %6d lines %6.1f %%" % (
            folder, covered, all_lines, 100 * covered / max(all_lines, 1)))


def main():
    for old in glob.glob(os.path.join(TOP, "**", "*.gcda"), recursive=True):
        os.remove(old)
    done = make("coverage", FLAGS, "bin", "units")
    if done.code != 0:
        sys.exit(done.errors)
    status = run_stages()
    found = lines()
    table(found)
    return status or not found


if __name__ == "__main__":
    sys.exit(main())
