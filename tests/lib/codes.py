"""Every diagnostic code occurs in a golden case's diagnostics or in another end-to-end test."""
import re

import golden


def stage(report):
    with open("src/base/diag_codes.h", encoding="utf-8") as file:
        codes = re.findall(r'^X\(\w+, "([a-z0-9-]+)", DIAG_\w+\)', file.read(), re.M)
    report.check("the table of codes can be read", len(codes) > 10)
    report.check("no code twice", len(codes) == len(set(codes)))
    seen = set(report.codes)
    for case in golden.cases():
        seen |= golden.code_names(golden.expectation(case, "diagnostics") or "")
    complete = {"bad", "command"} <= set(report.stages)
    for code in codes:
        if code in seen or complete:
            report.check("a test shows [%s]" % code, code in seen,
                         "no golden case and no other test gives this diagnostic")
