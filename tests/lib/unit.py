"""The module tests: every cmocka program of both builds; each of its tests counts."""
import glob
import os
import re

from report import OUT, fresh, run


def stage(report):
    sources = sorted(glob.glob("tests/unit/test_*.c"))
    report.check("there are module tests", bool(sources))
    for variant in ("check", "san"):
        for source in sources:
            name = os.path.basename(source)[:-2]
            program = os.path.join(OUT, variant, "unit", name)
            label = "%s %s" % (variant, name)
            if not os.path.exists(program):
                report.fail(label, "not built")
                continue
            scratch = fresh("unit", variant, name)
            done = run([program], env={"TMPDIR": scratch}, timeout=240)
            text = done.text + done.errors
            passed = re.findall(r"^\[ *OK *\] (\S+)", text, re.M)
            failed = sorted(set(re.findall(r"^\[ *FAILED *\] (\w+)\s*$", text, re.M)))
            skipped = sorted(set(re.findall(r"^\[ *SKIPPED *\] (\w+)\s*$", text, re.M)))
            for test in passed:
                report.ok("%s %s" % (label, test))
            for test in skipped:
                report.skip("%s %s" % (label, test), "the test says so")
            for test in failed:
                report.fail("%s %s" % (label, test), around(text, test))
            if done.crash or (done.code != 0 and not failed):
                report.fail(label, done.crash or text[-3000:])
            elif not passed:
                report.fail(label, "ran no test")


def around(text, test):
    """What the program said between the start of a test and its end."""
    match = re.search(r"\[ *RUN *\] %s\n(.*?)\[ *FAILED *\] %s" % (test, test), text, re.S)
    return match.group(1)[-2000:] if match else ""
