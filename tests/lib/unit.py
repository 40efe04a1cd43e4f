"""The module tests: every cmocka program of every build; each of its tests counts."""
import glob
import os
import re
from concurrent.futures import ThreadPoolExecutor

from report import fresh, run


def stage(report):
    sources = sorted(glob.glob("tests/unit/test_*.c"))
    report.check("there are module tests", bool(sources))
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        for task in [pool.submit(program_tests, report, variant, os.path.dirname(binary) + "/../unit",
                                 os.path.basename(source)[:-2])
                     for variant, binary in reversed(report.binaries) for source in sources]:
            task.result()


def program_tests(report, variant, folder, name):
    program = os.path.join(folder, name)
    label = "%s (%s)" % (name, variant)
    if not os.path.exists(program):
        report.fail(label, "not built")
        return
    scratch = fresh("unit", variant, name)
    # One stream: cmocka tells names on the one and reasons on the other.
    done = run(["sh", "-c", 'exec "$0" 2>&1', program], env={"TMPDIR": scratch},
               timeout=240)
    text = done.text
    passed = re.findall(r"^\[ *OK *\] (\S+)", text, re.M)
    failed = sorted(set(re.findall(r"^\[ *FAILED *\] (\w+)\s*$", text, re.M)))
    skipped = sorted(set(re.findall(r"^\[ *SKIPPED *\] (\w+)\s*$", text, re.M)))
    for test in passed:
        report.ok("%s %s" % (label, test))
    for test in skipped:
        report.skip("%s %s" % (label, test), "the test says so")
    for test in failed:
        report.fail("%s %s" % (label, test), around(text, test))
    # What a failed test leaves behind is not a fault of its own.
    leaked = failed and "ERROR: AddressSanitizer" not in text and done.code == 99
    if (done.crash and not leaked) or (done.code != 0 and not failed):
        report.fail(label, text[-3000:])
    elif not passed:
        report.fail(label, "ran no test")


def around(text, test):
    """What the program said between the start of a test and its end."""
    match = re.search(r"\[ *RUN *\] %s\n(.*?)\[ *FAILED *\] %s" % (test, test), text, re.S)
    return match.group(1)[-2000:] if match else ""
