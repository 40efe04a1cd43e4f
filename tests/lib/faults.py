"""Faults of the machine, one at a time: the Nth call of a function of the C library fails
(tools/faults.c), for every N until the run does not reach it. After each the outputs are all old or
all new and the right ones, nothing is left beside them, and where the exit status is not 0 there is
a message that is true: want of memory, or the error's own words, and no word about the content.

`make check` takes a sample, `make check-faults` all."""
import collections
import errno
import itertools
import os
import re
import shutil
import subprocess
import sys
import threading

from golden import files
from report import ENVIRONMENT, OUT, fresh, run

SHIM = os.path.join(OUT, "tests", "faults.so")
EXHAUSTED = "leafset: not enough memory to go on"
FORMATS = ("pdf", "epub")

LEAFLET = """---
title: A scan of your heart
lang: en-GB
published: 2026-01-31
online: https://www.example.org/heart
theme: {align: justified, hyphenation: yes}
---

An electrocardiogram and an echocardiogram are recordings of your heart.[^1] In Arabic:
<span lang="ar" dir="rtl">قلب سليم 5 mg</span>. See [the page](https://www.example.org/page).

[^1]: An electrocardiogram takes about ten minutes and is painless.

## What to bring

| When | What | Dose |
|---|---|---:|
| Morning | Water | 200 ml |
| Evening | Tablet | 2.5 mg |

![A square that is half clear](clear.png)

![A grey square](grey.jpg)

> [!WARNING]
> Do not drive.

1. Rest.
   - Drink.
"""
SETTINGS = "name: Riverside Clinic\nphone: +44 161 496 0000\n"

# What may fail, and as what. ENOENT would be no fault: it means that nothing is there.
MEMORY = ("malloc", "calloc", "realloc")
CALLS = {
    "read": ("EIO",), "pread": ("EIO",), "write": ("ENOSPC", "EIO"), "close": ("EIO",),
    "open": ("EIO", "EMFILE", "EACCES"), "openat": ("EIO", "EMFILE", "EACCES"),
    "fopen": ("EIO",), "fmemopen": ("ENOMEM",), "mmap": ("ENOMEM",),
    "rename": ("EIO", "EPERM"), "renameat": ("EIO",), "renameat2": ("EIO", "EPERM"),
    "link": ("EIO",), "linkat": ("EIO", "EPERM"),
    "mkdir": ("ENOSPC",), "mkdirat": ("ENOSPC",), "fchmod": ("EPERM",), "ftruncate": ("EIO",),
    "fsync": ("EIO",), "fdatasync": ("EIO",), "syncfs": ("EIO",), "flock": ("EIO",),
    "stat": ("EIO", "EACCES"), "fstat": ("EIO",), "fstatat": ("EIO",), "lstat": ("EIO",),
    "statx": ("EIO",), "access": ("EIO",), "readlink": ("EIO",), "realpath": ("EIO", "EACCES"),
    "opendir": ("EIO",), "fdopendir": ("EIO",), "readdir": ("EIO",), "getrandom": ("ENOSYS",),
    "dlopen": ("ENOENT",), "pthread_create": ("EAGAIN",),
}


class Way:
    """How leafset is called. The sources are a.md, b.md, … Other words than those that build print
    and write no file."""

    def __init__(self, name, leaflets, options, env=None, words=None):
        self.name, self.leaflets, self.options, self.env = name, leaflets, options, env or {}
        self.words = words

    @property
    def stems(self):
        return "abcdefgh"[:self.leaflets]


WAYS = (Way("one", 1, ["-j", "1"]),
        Way("two threads", 1, ["-j", "2"]),
        Way("named files", 1, ["-j", "1"], {"FAULT_NAMED": "1"}),
        Way("a batch", 4, ["-j", "2"]))
PRINTING = (Way("standard output", 1, ["-j", "1"], words=["build", "-q", "--to", "pdf", "-o", "-"]),
            Way("check", 1, [], words=["check", "-q"]),
            Way("dump", 1, [], words=["dump", "frames"]))


def make_shim():
    os.makedirs(os.path.dirname(SHIM), exist_ok=True)
    return run(os.environ.get("CC", "gcc").split() + ["-std=c11", "-D_GNU_SOURCE", "-O1",
                "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-Wl,-z,initfirst", "-o", SHIM,
                "tests/tools/faults.c", "-ldl", "-lpthread"])


class Bench:
    """The sources, and what a good run makes of them."""

    def __init__(self, binary):
        self.binary = os.path.abspath(binary)
        self.folder = fresh("faults")
        for name, text in [("clinic.yml", SETTINGS)] + [(s + ".md", LEAFLET) for s in "abcdefgh"]:
            with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        for name in ("clear.png", "grey.jpg"):
            shutil.copy(os.path.join("tests", "golden", "image-kinds", name), self.folder)
        self.good = {}
        for way in WAYS + PRINTING:
            out = os.path.join(self.folder, "good " + way.name)
            self.good[way.name] = (self.start(way, out, {}), files(out))

    def command(self, way, out):
        sources = [stem + ".md" for stem in way.stems]
        words = way.words or ["build", "-q", "-o", out]
        return [self.binary] + words + way.options + sources

    def start(self, way, out, env):
        return run(self.command(way, out), cwd=self.folder, env=dict(way.env, **env), timeout=60)

    def fail(self, way, call, number, error, out):
        """One run with one fault: the result, or None where the call was not reached."""
        ours, theirs = os.pipe()
        env = dict(ENVIRONMENT, LD_PRELOAD=SHIM, FAULT_CALL=call, FAULT_NUMBER=str(number),
                   FAULT_ERROR=str(getattr(errno, error)), FAULT_REPORT=str(theirs), **way.env)
        with subprocess.Popen(self.command(way, out), cwd=self.folder, env=env, pass_fds=(theirs,),
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as job:
            os.close(theirs)
            try:
                job.out, job.err = job.communicate(timeout=60)
            except subprocess.TimeoutExpired:
                job.kill()
                job.out, job.err = job.communicate()
        with os.fdopen(ours, "rb") as file:
            return job if file.read() else None


def false_message(errors, good, call, error):
    """What of the messages does not come from the fault (the rest: [] or untrue ones)."""
    usual = collections.Counter(good.splitlines())
    news = list((collections.Counter(errors.splitlines()) - usual).elements())
    news = [line for line in news if not line.startswith("  ")]
    true = [EXHAUSTED] if call in MEMORY else [os.strerror(getattr(errno, error)), EXHAUSTED]
    if call == "dlopen":
        true.append("/no/such/library")
    return news, [line for line in news if not any(words in line for words in true)]


def wrong_print(way, good, job):
    """What is wrong with what was printed, or None. A part of it may be, where that is told; a dump
    shows what there is of a leaflet with errors."""
    if way.words[0] != "dump" and not good.out.startswith(job.out):
        return "wrong output"
    return "status 0, output cut short" if job.returncode == 0 and job.out != good.out else None


def wrong_files(way, wanted, job, got):
    """What is wrong with the files, or None."""
    if set(got) - set(wanted):
        return "left behind: " + " ".join(sorted(set(got) - set(wanted)))
    for stem in way.stems:
        pair = [got.get("%s.%s" % (stem, kind)) for kind in FORMATS]
        right = [wanted["%s.%s" % (stem, kind)] for kind in FORMATS]
        if pair != right and pair != [b"old\n", b"old\n"]:
            return "wrong output: " + ", ".join(
                "old" if a == b"old\n" else "lost" if a is None else "right" if a == b else "wrong"
                for a, b in zip(pair, right))
        if job.returncode == 0 and pair != right:
            return "status 0, outputs old"
    return None


def verdict(bench, way, job, out, call, error):
    """What is wrong after a fault, or None."""
    good, wanted = bench.good[way.name]
    errors = job.err.decode("utf-8", "replace")
    if job.returncode not in (0, 1, 2, 3):
        return "crash: status %d" % job.returncode
    wrong = wrong_print(way, good, job) if way.words else wrong_files(way, wanted, job, files(out))
    if wrong:
        return wrong
    news, untrue = false_message(errors, good.errors, call, error)
    if job.returncode != 0 and not news:
        return "no message"
    if untrue:
        return "false message: " + re.sub("^[a-h].md", "a.md", untrue[0])
    if job.returncode in (1, 2):
        return "status %d for a fault of the machine" % job.returncode
    return None


def attempt(bench, way, call, number, error):
    """None where the call was not reached, else what is wrong or ""."""
    out = os.path.join(bench.folder, "out", str(threading.get_ident()))
    shutil.rmtree(out, ignore_errors=True)
    os.makedirs(out)
    for stem in way.stems:
        for kind in FORMATS:
            with open(os.path.join(out, "%s.%s" % (stem, kind)), "wb") as file:
                file.write(b"old\n")
    job = bench.fail(way, call, number, error, out)
    wrong = job and (verdict(bench, way, job, out, call, error) or "")
    shutil.rmtree(out, ignore_errors=True)
    return wrong


class Sweep:
    """Over the calls of one function, on as many processors as there are."""

    def __init__(self, report, bench, way, call, error):
        self.report, self.bench, self.way, self.call, self.error = report, bench, way, call, error
        self.wrong = {}   # number: what
        self.tried = 0

    def one(self, number):
        wrong = attempt(self.bench, self.way, self.call, number, self.error)
        if wrong is None:
            return False
        with self.report.lock:
            self.tried += 1
            if wrong:
                self.wrong[number] = wrong
        return True

    def finish(self):
        kinds = collections.defaultdict(list)
        for number, what in sorted(self.wrong.items()):
            kinds[what].append(number)
        self.report.check("%s: %s fails as %s" % (self.way.name, self.call, self.error),
                          not self.wrong, "%d of %d calls:\n%s" % (
                              len(self.wrong), self.tried, "\n".join(
                                  "%5d %s (call %s)" % (len(n), what, ", ".join(map(str, n[:8])))
                                  for what, n in kinds.items())))
        return self.tried

    def some(self, numbers):
        """In this order, until the run does not reach one."""
        return any(not self.one(number) for number in numbers)

    def all(self, step=1):
        """Every one (each so manyth), until the run does not reach it."""
        numbers, lock, ended = itertools.count(1, step), threading.Lock(), threading.Event()

        def work(_, __):
            while not ended.is_set():
                with lock:
                    number = next(numbers)
                if not self.one(number):
                    ended.set()

        self.report.each(work, range(os.cpu_count() or 2))
        return self.finish()


def memory_sweep(bench, call, every, first):
    """Each so manyth request for memory fails, in children of one run (one thread)."""
    way = WAYS[0]
    out = os.path.join(bench.folder, "memory %s %d" % (call, first))
    ours, theirs = os.pipe()
    env = dict(ENVIRONMENT, LD_PRELOAD=SHIM, FAULT_CALL=call, FAULT_NUMBER=str(first),
               FAULT_EVERY=str(every), FAULT_ERROR=str(errno.ENOMEM), FAULT_REPORT=str(theirs))
    command = bench.command(way, out) + ["--no-sandbox"]  # which refuses the shim's children
    with subprocess.Popen(command, cwd=bench.folder, env=env, pass_fds=(theirs,),
                          stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as job:
        os.close(theirs)
        with os.fdopen(ours, encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
    wrong = collections.Counter(line.split(" ", 1)[1] for line in lines
                                if not line.split(" ", 1)[1].startswith("3 ") or
                                not line.rstrip().endswith(EXHAUSTED))
    return job.returncode, files(out) == bench.good[way.name][1], len(lines), wrong


def memory(report, bench, call, every, parts):
    done = []
    report.each(lambda _, first: done.append(memory_sweep(bench, call, every, first)), parts)
    wrong = sum((d[3] for d in done), collections.Counter())
    report.check("each %s that fails ends the run with status 3 and the one message" % call,
                 not wrong, "\n".join("%5d status %s" % (number, what)
                                       for what, number in wrong.most_common(20)))
    report.check("nothing is left and nothing changed by those that failed (%s)" % call,
                 all(d[0] == 0 and d[1] for d in done), str([d[:2] for d in done]))
    return sum(d[2] for d in done)


def tell(call, way, tried, error):
    if tried:
        print("         %-16s %-14s %6d failed as %s" % (call, way.name, tried, error))
        sys.stdout.flush()


def everything(report, bench):
    cores = os.cpu_count() or 2
    for call in MEMORY:
        tell(call, WAYS[0], memory(report, bench, call, cores, range(1, cores + 1)), "ENOMEM")
    for way in WAYS + PRINTING:
        for call, errors in CALLS.items():
            for error in errors[:1] if way.words else errors:
                tell(call, way, Sweep(report, bench, way, call, error).all(), error)
    for way, step in [(WAYS[1], 499), (WAYS[-1], 1999)] + [(way, 1999) for way in PRINTING]:
        for call in MEMORY:
            tell(call, way, Sweep(report, bench, way, call, "ENOMEM").all(step), "ENOMEM")


def sample(report, bench):
    for call, every in zip(MEMORY, (1999, 97, 499)):
        memory(report, bench, call, every, [1])
    wanted = [Sweep(report, bench, WAYS[0], call, errors[0]) for call, errors in CALLS.items()]
    wanted += [Sweep(report, bench, way, "write", "EIO") for way in PRINTING]
    report.each(lambda _, sweep: sweep.some((1, 4)), wanted)
    for sweep in wanted:
        sweep.finish()


def stage(report):
    binary = report.binary()
    if not binary:
        return
    done = make_shim()
    if not report.check("the shim builds", done.code == 0, done.errors):
        return
    bench = Bench(binary)
    for way in WAYS:
        result, made = bench.good[way.name]
        report.check("a good run: " + way.name, result.code == 0 and len(made) == 2 * way.leaflets,
                     result.errors)
    if report.long:
        everything(report, bench)
    else:
        sample(report, bench)
