"""What the reading tests and the validators look at: the project's leaflets, every golden case that
builds, and random documents. Built once for a run of the tests."""
import os

import documents
import golden
from report import OUT, fresh, run


class Output:
    def __init__(self, name, source, pdf, epub, cwd):
        self.name, self.source, self.pdf, self.epub, self.cwd = name, source, pdf, epub, cwd


def outputs(report):
    if report.built is None:
        report.built = []
        binary = report.binary()
        if binary:
            leaflets(report, binary)
            from_cases(report, binary)
            at_random(report, binary, 200 if report.long else 6)
    return report.built


def leaflets(report, binary):
    folder = fresh("leaflets")
    done = run([binary, "build", "-o", folder, "content"])
    report.check("the leaflets of content/ build", done.code == 0, done.errors)
    for place, folders, names in os.walk("content"):
        folders.sort()
        for name in sorted(names):
            stem, end = os.path.splitext(name)
            if end not in (".md", ".txt") or name == "README.md":
                continue
            source = os.path.join(place, name)
            base = os.path.join(folder, os.path.relpath(os.path.join(place, stem), "content"))
            report.built.append(
                Output(source, source, base + ".pdf", base + ".epub", os.getcwd()))
    report.check("content/ has leaflets", bool(report.built))


def from_cases(report, binary):
    for case in golden.cases():
        refused = (golden.expectation(case, "status") or "0").strip() != "0"
        if golden.source(case) is None or refused or "--to" in golden.arguments(case):
            continue
        done, folder = golden.build(binary, case, "valid")
        base = os.path.join(folder, "input")
        if done.code == 0:
            report.built.append(Output("golden " + case, golden.source(case), base + ".pdf",
                                       base + ".epub", os.path.join(golden.GOLDEN, case)))


def at_random(report, binary, count):
    folder = fresh("random")
    documents.pictures(folder)
    names = ["seed-%d" % seed for seed in range(count)]
    for seed, name in enumerate(names):
        with open(os.path.join(folder, name + ".md"), "w", encoding="utf-8") as file:
            file.write(documents.document(seed))
    done = run([binary, "build", "-q", "-o", "out"] + [n + ".md" for n in names], cwd=folder)
    report.check("random documents build", done.code == 0, done.errors)
    for name in names:
        base = os.path.join(folder, "out", name)
        report.built.append(Output(name, name + ".md", base + ".pdf", base + ".epub", folder))
