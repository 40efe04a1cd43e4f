"""Work grows no faster than the text: the sanitizer build counts its steps (tools/steps.c), so no
clock has a say. These families (bench/families.py) once took four times the steps for twice the
text; `make bench BENCH=growth` measures all of them, in seconds and at full size."""
import os
import sys

from report import ENVIRONMENT, ROOT, SANITIZED, fresh, run

sys.path.insert(0, os.path.join(ROOT, "tests", "bench"))
import families  # noqa: E402

GOAL = 2.2  # steps of a doubling, in multiples of those of the doubling before it
WORST = {   # the smallest n in bytes
    "footnotes in one paragraph": 6000,
    "characters missing, distinct": 8000,  # fewer are of few scripts, and few faces are asked
    "quote markers": 4000,
    "bare address": 48000,  # more than the pages that are set a second time to save one
    "words nearly the address": 32000,  # likewise
    "pictures missing in a full folder": 2000,
    "emphasis nested": 4000,
    "code block, tabs": 2000,
    "table, too many columns": 4000,
    "settings: keys unknown": 8000,
}


def steps(folder, files):
    """The steps of a build of files, or what went wrong. In one thread: several would disturb each
    other's counting."""
    for path, what in files.items():
        with open(os.path.join(folder, path), "wb") as file:
            file.write(what if isinstance(what, bytes) else what.encode())
    os.mkdir(os.path.join(folder, "out"))
    count = os.path.join(folder, "out", "steps")  # where the tool may write
    done = run([SANITIZED, "build", "-q", "-j", "1", "-o", "out", "leaflet.md"], cwd=folder,
               env=dict(ENVIRONMENT, LEAFSET_STEPS=count))
    if done.crash or not os.path.exists(count):
        return done.crash or "no steps were counted"
    with open(count) as file:
        return int(file.read())


def check(report, family):
    n = WORST[family]
    name = "".join(c if c.isalnum() else "-" for c in family)
    got = [steps(fresh("growth", "%s-%d" % (name, size)), families.FAMILIES[family](size))
           for size in (n, 2 * n, 4 * n)]
    wrong = [g for g in got if isinstance(g, str)]
    growth = 0 if wrong else (got[2] - got[1]) / max(got[1] - got[0], 1)
    report.check("steps in proportion to the text: " + family, not wrong and growth <= GOAL,
                 "\n".join(wrong) or "%.2f times for twice the text: %s steps at %d, %d and %d bytes"
                 % (growth, got, n, 2 * n, 4 * n))


def stage(report):
    if not os.path.exists(SANITIZED):
        report.fail("growth", "there is no build to test")
    else:
        report.each(check, WORST)
