"""--long only: a book of 360,000 words in one run: time in proportion to length, memory within
100 MiB, and a file that the readers accept."""
import os
import sys

from report import ENVIRONMENT, ROOT, fresh, run

WORDS, MOST_GROWTH, MOST_MEMORY = 360000, 11, 100


def stage(report):
    if not report.long:
        return
    binary = report.binary()
    if not binary:
        return
    sys.path.insert(0, os.path.join(ROOT, "tests", "bench"))
    import inputs
    import measure
    folder = fresh("book")
    meter = measure.build(folder)
    times = {}
    for name, words in (("tenth", WORDS // 10), ("whole", WORDS)):
        with open(os.path.join(folder, name + ".md"), "w", encoding="utf-8") as file:
            file.write(inputs.markdown(*inputs.document(7, words)))
        runs = [measure.run(meter, [binary, "build", "-q", "-j", "1", "--to", "pdf", "-o", "out",
                                    name + ".md"], cwd=folder, env=ENVIRONMENT) for _ in range(3)]
        failed = [errors for got, errors in runs if got is None]
        report.check("the %s book builds" % name, not failed, "\n".join(failed))
        if failed:
            return
        times[name] = min(got[0] for got, _ in runs)
    growth = times["whole"] / times["tenth"]
    report.check("ten times the words, at most %d times the time" % MOST_GROWTH,
                 growth <= MOST_GROWTH, "%.1f" % growth)
    memory = max(got[2] for got, _ in runs)
    report.check("at most %d MiB" % MOST_MEMORY, memory <= MOST_MEMORY, "%.0f MiB" % memory)
    if report.tool("qpdf"):
        done = run(["qpdf", "--check", "out/whole.pdf"], cwd=folder)
        report.check("qpdf reads the book", done.code == 0, done.text + done.errors)
