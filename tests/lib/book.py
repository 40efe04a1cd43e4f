"""--long only: a book of 360,000 words in one run: time in proportion to length, memory within
100 MiB, and a file that the readers accept."""
import os
import subprocess
import sys
import time

from report import ENVIRONMENT, ROOT, fresh, run

WORDS, MOST_GROWTH, MOST_MEMORY = 360000, 11, 100


def timed(args, cwd):
    """(seconds, MiB, status) of a program of one process."""
    start = time.monotonic()
    job = subprocess.Popen(args, cwd=cwd, env=ENVIRONMENT)
    _, status, usage = os.wait4(job.pid, 0)
    job.returncode = os.waitstatus_to_exitcode(status)
    return time.monotonic() - start, usage.ru_maxrss / 1024, job.returncode


def stage(report):
    if not report.long:
        return
    binary = report.binary()
    if not binary:
        return
    sys.path.insert(0, os.path.join(ROOT, "tests", "bench"))
    import inputs
    folder = fresh("book")
    times = {}
    for name, words in (("tenth", WORDS // 10), ("whole", WORDS)):
        with open(os.path.join(folder, name + ".md"), "w", encoding="utf-8") as file:
            file.write(inputs.markdown(*inputs.document(7, words)))
        runs = [timed([binary, "build", "-q", "-j", "1", "--to", "pdf", "-o", "out", name + ".md"],
                      folder) for _ in range(3)]
        times[name] = min(r[0] for r in runs)
        report.check("the %s book builds" % name, all(r[2] == 0 for r in runs))
    growth = times["whole"] / times["tenth"]
    report.check("ten times the words, at most %d times the time" % MOST_GROWTH,
                 growth <= MOST_GROWTH, "%.1f" % growth)
    memory = max(r[1] for r in runs)
    report.check("at most %d MiB" % MOST_MEMORY, memory <= MOST_MEMORY, "%.0f MiB" % memory)
    if report.tool("qpdf"):
        done = run(["qpdf", "--check", "out/whole.pdf"], cwd=folder)
        report.check("qpdf reads the book", done.code == 0, done.text + done.errors)
