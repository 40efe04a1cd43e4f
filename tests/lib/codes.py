"""Every diagnostic code occurs in a golden case's diagnostics, or is shown by its rule's own
example. What no folder with one leaflet can
show (a disk, a font or a date that is not there) occurs in another end-to-end test, or, where only
a broken installation or a fault of ours gives it, in a module test."""
import glob
import re

import examples
import golden

NO_GOLDEN = {"file-too-large", "reference-twice", "page-left", "state-unwritten", "output-failed",
             "nothing-to-build", "date-missing", "font-missing", "pdf-failed", "page-failed",
             "text-lost", "tree-broken"}
MODULE_ONLY = {"font-missing", "pdf-failed", "text-lost", "tree-broken"}


def stage(report):
    with open("src/base/diag_codes.h", encoding="utf-8") as file:
        table = re.findall(r'^X\((\w+), "([a-z0-9-]+)", DIAG_\w+\)', file.read(), re.M)
    codes = [name for _, name in table]
    report.check("the table of codes can be read", len(codes) > 10)
    report.check("no code twice", len(codes) == len(set(codes)))
    cases = set()
    for case in golden.cases():
        for kind in ("diagnostics", "check"):
            cases |= golden.code_names(golden.expectation(case, kind) or "")
    cases |= {code for code, bad, _ in examples.explained() if bad}
    for code in codes:
        if code not in NO_GOLDEN:
            report.check("a golden case or example shows [%s]" % code, code in cases)
    seen = cases | set(report.codes)
    units = ""
    for path in glob.glob("tests/unit/*.c"):
        with open(path, encoding="utf-8") as file:
            units += file.read()
    seen |= {name for symbol, name in table
             if name in MODULE_ONLY and re.search(r"\bDIAG_CODE_%s\b" % symbol, units)}
    complete = {"bad", "command"} <= set(report.stages)
    for code in sorted(NO_GOLDEN):
        if code in seen or complete:
            report.check("a test shows [%s]" % code, code in seen,
                         "no other test gives this diagnostic")
