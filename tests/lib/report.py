"""Counting and telling, and running programs with a time limit."""
import os
import shutil
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

ROOT = os.getcwd()
OUT = os.path.join(ROOT, "out")
PLAIN = os.path.join(OUT, "check", "bin", "leafset")
SANITIZED = os.path.join(OUT, "san", "bin", "leafset")
BINARIES = (("plain", PLAIN), ("sanitized", SANITIZED))
CLANG = os.path.join(OUT, "san-clang", "bin", "leafset")
TIMEOUT = 120

ENVIRONMENT = {k: v for k, v in os.environ.items() if k not in ("MAKEFLAGS", "MFLAGS", "MAKELEVEL")}
ENVIRONMENT.update(
    ASAN_OPTIONS="detect_leaks=1:abort_on_error=0:exitcode=99:allocator_may_return_null=1",
    UBSAN_OPTIONS="print_stacktrace=1:halt_on_error=1:exitcode=99",
    NO_COLOR="1",
)
for name in ("SOURCE_DATE_EPOCH", "CI_REPORT"):
    ENVIRONMENT.pop(name, None)


class Result:
    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    @property
    def text(self):
        return self.out.decode("utf-8", "replace")

    @property
    def errors(self):
        return self.err.decode("utf-8", "replace")

    @property
    def crash(self):
        """What went wrong beyond an ordinary exit: a signal, a time-out, a sanitizer's report."""
        if self.code == "timeout":
            return "took too long"
        if self.code < 0 or self.code >= 99:
            return "died with status %d\n%s" % (self.code, self.errors[-3000:])
        for mark in ("ERROR: AddressSanitizer", "runtime error:", "ERROR: LeakSanitizer"):
            if mark in self.errors:
                return self.errors[-3000:]
        return None


def run(args, cwd=None, env=None, stdin=None, timeout=TIMEOUT, stdout=None):
    """Runs a program; never raises for what the program does."""
    environment = dict(ENVIRONMENT, **(env or {}))
    try:
        done = subprocess.run(
            args, cwd=cwd, env=environment, input=stdin, timeout=timeout,
            stdin=subprocess.DEVNULL if stdin is None else None,
            stdout=stdout or subprocess.PIPE, stderr=subprocess.PIPE)
    except subprocess.TimeoutExpired as late:
        return Result("timeout", late.stdout or b"", late.stderr or b"")
    return Result(done.returncode, done.stdout or b"", done.stderr)


def fresh(*parts):
    """A new empty folder below out/tests."""
    path = os.path.join(OUT, "tests", *parts)
    shutil.rmtree(path, ignore_errors=True)
    os.makedirs(path)
    return path


def difference(expected, got):
    """The first lines that differ, for a failure's message."""
    import difflib
    lines = list(difflib.unified_diff(
        expected.splitlines(), got.splitlines(), "expected", "got", lineterm="", n=1))
    return "\n".join(lines[:40]) + ("\n…" if len(lines) > 40 else "")


class Report:
    def __init__(self, long=False):
        self.long = long
        self.ci = os.environ.get("CI") == "true"
        self.stage = ""
        self.passed = self.failed = self.skipped = 0
        self.before = (0, 0, 0)
        self.codes = set()    # diagnostic codes seen by tests other than the golden cases
        self.failures = []
        self.built = None     # outputs.outputs makes the list
        self.stages = []
        self.lock = threading.Lock()

    def ok(self, name):
        with self.lock:
            self.passed += 1

    def fail(self, name, detail=""):
        with self.lock:
            self.failed += 1
            self.failures.append("%s: %s" % (self.stage, name))
            print("FAIL %s: %s" % (self.stage, name))
            for line in str(detail).rstrip().splitlines():
                print("     " + line)
            sys.stdout.flush()

    def each(self, check, items):
        """Calls check(report, item) for all items, on as many processors as there are."""
        with ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
            for task in [pool.submit(check, self, item) for item in items]:
                task.result()

    def skip(self, name, why):
        if self.ci:
            self.fail(name, why + " (with CI=true a skip is a failure)")
            return
        self.lacks(name, why)

    def lacks(self, name, why):
        """A skip for want of what no package brings: a kernel's feature, a right of the machine."""
        self.skipped += 1
        print("SKIP %s: %s: %s" % (self.stage, name, why))
        sys.stdout.flush()

    def check(self, name, condition, detail=""):
        if condition:
            self.ok(name)
        else:
            self.fail(name, detail() if callable(detail) else detail)
        return bool(condition)

    def tool(self, name):
        """The path of a test tool, or None after a skip."""
        path = shutil.which(name)
        if not path:
            self.skip(name, "%s is not installed, so what it would test is not tested" % name)
        return path

    @property
    def binaries(self):
        """The builds that the module tests and golden cases run in, by name."""
        return BINARIES + ((("clang", CLANG),) if self.long and os.path.exists(CLANG) else ())

    def binary(self):
        """The plain build, or None after a failure."""
        if os.path.exists(PLAIN):
            return PLAIN
        self.fail("out/check/bin/leafset", "there is no build to test")
        return None

    def close_stage(self, seconds):
        now = (self.passed, self.failed, self.skipped)
        self.stages.append(self.stage)
        print("%-8s %5d passed %4d failed %3d skipped %7.1f s" % (
            (self.stage,) + tuple(a - b for a, b in zip(now, self.before)) + (seconds,)))
        sys.stdout.flush()
        self.before = now

    def finish(self):
        if self.failures:
            print("\nfailed:")
            for name in self.failures:
                print("  " + name)
        line = "%d passed, %d failed" % (self.passed, self.failed)
        if self.skipped:
            line += ", %d skipped" % self.skipped
        print(line)
        return 1 if self.failed else 0
