"""Every diagnostic code occurs in a golden case's diagnostics or in another end-to-end test; those
that need a broken environment (no fonts, no memory) in a module test."""
import glob
import re

import golden

ENVIRONMENT = {"font-missing", "hyphenation-missing", "pdf-failed"}


def stage(report):
    with open("src/base/diag_codes.h", encoding="utf-8") as file:
        table = re.findall(r'^X\((\w+), "([a-z0-9-]+)", DIAG_\w+\)', file.read(), re.M)
    codes = [name for _, name in table]
    report.check("the table of codes can be read", len(codes) > 10)
    report.check("no code twice", len(codes) == len(set(codes)))
    seen = set(report.codes)
    for case in golden.cases():
        seen |= golden.code_names(golden.expectation(case, "diagnostics") or "")
    units = ""
    for path in glob.glob("tests/unit/*.c"):
        with open(path, encoding="utf-8") as file:
            units += file.read()
    seen |= {name for symbol, name in table
             if name in ENVIRONMENT and re.search(r"\bDIAG_CODE_%s\b" % symbol, units)}
    complete = {"bad", "command"} <= set(report.stages)
    for code in codes:
        if code in seen or complete:
            report.check("a test shows [%s]" % code, code in seen,
                         "no golden case and no other test gives this diagnostic")
