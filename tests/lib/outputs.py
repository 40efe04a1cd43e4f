"""What the reading tests and the validators look at: the project's leaflets and every golden
case that builds. Built once for a run of the tests."""
import os

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
        if golden.source(case) is None or (golden.expectation(case, "status") or "0").strip() != "0":
            continue
        done, folder = golden.build(binary, case, "valid")
        base = os.path.join(folder, "input")
        if done.code == 0:
            report.built.append(Output("golden " + case, golden.source(case), base + ".pdf",
                                       base + ".epub", os.path.join(golden.GOLDEN, case)))
