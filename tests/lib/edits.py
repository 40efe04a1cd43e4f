"""Only what changed: after any edit a build into the same folder gives the files, the messages and the
exit status of a build into a new one, and builds no more than the edit touches. Random edits of a
small folder of leaflets that link to one another and share settings and pictures: a few in
`make check`, with --long 500. Then kills and two builds at once."""
import os
import random
import shutil
import signal
import struct
import subprocess
import time
import zlib

import golden
from report import ENVIRONMENT, fresh, run

STATE = golden.STATE
NAMES = ("fasting", "scars", "sleep well", "ünïcode", "diet", "pain#1", "moles")
FOLDERS = ("", "skin", "skin/laser", "heart 50%")
FRONT = "---\ntitle: About %s\nsummary: What to know of it.\n---\n\n"


def grey(value):
    """A picture of one grey pixel."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + \
            struct.pack(">I", zlib.crc32(kind + data))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) + \
        chunk(b"IDAT", zlib.compress(bytes([0, value]))) + chunk(b"IEND", b"")


class Library:
    """The content, edited at random."""

    def __init__(self, folder, seed):
        self.folder, self.random = folder, random.Random(seed)
        self.count = 0
        self.write("clinic.yml", b"name: Riverside Clinic\nphone: 01632 960 001\nlang: en\n")
        self.write("grey.png", grey(1))
        for _ in range(6):
            self.add()

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, data):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def all(self, ending=".md"):
        found = []
        for place, folders, names in os.walk(self.folder):
            folders.sort()
            found += [os.path.relpath(os.path.join(place, n), self.folder)
                      for n in sorted(names) if n.endswith(ending)]
        return found

    def any(self, ending=".md"):
        return self.random.choice(self.all(ending))

    def linkers(self, name):
        """The leaflets that link to one, and itself."""
        return [other for other in self.all() if other == name or
                os.path.basename(name).replace(" ", "%20").replace("#", "%23").encode() + b"#" in
                self.read(other)]

    # the edits: each returns how many leaflets it makes out of date at most, or None

    def body(self, name):
        self.count += 1
        text = "## Part %d\n\nTake %d ml, %d times a day.\n\n" % (
            self.count, self.random.randrange(1, 50), self.random.randrange(1, 5))
        if self.random.random() < 0.3:
            text += "![One grey pixel, edit %d](%s)\n\n" % (
                self.count, os.path.relpath("grey.png", os.path.dirname(name) or "."))
        if self.random.random() < 0.1:
            text += "A straight \"quote and a tab\there -- 5 mg.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
        return text

    def add(self):
        name = os.path.join(self.random.choice(FOLDERS), self.random.choice(NAMES) + ".md")
        new = not os.path.exists(self.path(name))
        self.write(name, (FRONT % name.replace("%", "").replace("#", "") + self.body(name)).encode())
        return None if new else len(self.linkers(name))

    def edit(self):
        name = self.any()
        touched = len(self.linkers(name))
        self.write(name, self.read(name) + self.body(name).encode())
        return touched

    def same_size(self):
        name = self.any()
        touched = len(self.linkers(name))
        self.write(name, self.read(name).replace(b"ml", b"mg", 1))
        return touched

    def link(self):
        name, goal = self.any(), self.any()
        way = os.path.relpath(goal, os.path.dirname(name) or ".")
        for sign, code in (("%", "%25"), (" ", "%20"), ("#", "%23")):
            way = way.replace(sign, code)
        touched = len(self.linkers(name))
        self.write(name, self.read(name) + ("See [%s](%s#part-1).\n\n" % (
            "the other leaflet", way)).encode())
        return touched

    def delete(self):
        if len(self.all()) < 3:
            return 0
        name = self.any()
        touched = len(self.linkers(name))
        os.remove(self.path(name))
        return touched

    def rename(self):
        name = self.any()
        goal = os.path.join(self.random.choice(FOLDERS), "renamed %d.md" % self.random.randrange(9))
        os.makedirs(os.path.dirname(self.path(goal)), exist_ok=True)
        os.replace(self.path(name), self.path(goal))

    def touch(self):
        os.utime(self.path(self.any()))
        return 0

    def touch_all(self):
        for name in self.all() + self.all(".png"):
            os.utime(self.path(name))
        return 0

    def copy_anew(self):
        """As after a fresh checkout: other inodes and times."""
        other = self.folder + "-copy"
        shutil.copytree(self.folder, other)
        shutil.rmtree(self.folder)
        os.rename(other, self.folder)
        return 0

    def settings(self):
        self.write("clinic.yml", b"name: Riverside Clinic\nphone: 01632 960 %03d\nlang: en\n" %
                   self.random.randrange(1000))

    def own_settings(self):
        name = os.path.join(self.random.choice(FOLDERS[1:]), "clinic.yml")
        if os.path.exists(self.path(name)):
            os.remove(self.path(name))
        else:
            self.write(name, b"phone: 01632 960 %03d\ntheme: {accent: '#0b5345'}\n" %
                       self.random.randrange(1000))

    def picture(self):
        self.write("grey.png", grey(self.random.randrange(256)))

    def no_picture(self):
        if os.path.exists(self.path("grey.png")):
            os.remove(self.path("grey.png"))
        else:
            self.write("grey.png", grey(1))

    def broken(self):
        name = self.any()
        touched = len(self.linkers(name))
        text = self.read(name)
        wrong = b"![x](none.png)\n\n"
        self.write(name, text.replace(wrong, b"") if wrong in text else text + wrong)
        return touched

    def nothing(self):
        return 0

    def edits(self):
        return (self.add, self.edit, self.edit, self.same_size, self.link, self.link, self.delete,
                self.rename, self.touch, self.touch_all, self.copy_anew, self.settings,
                self.own_settings, self.picture, self.no_picture, self.broken, self.nothing)


class Outputs:
    """What others do to the folder of the outputs: nothing there may be believed without a look."""

    def __init__(self, folder, chance):
        self.folder, self.random = folder, chance

    def any(self):
        names = sorted(golden.files(self.folder))
        return [os.path.join(self.folder, self.random.choice(names))] if names else []

    def overwritten(self):
        for path in self.any():
            with open(path, "r+b") as file:
                file.write(b"not a leaflet")

    def removed(self):
        for path in self.any():
            os.remove(path)

    def copied(self):
        """Restored from a cache: other inodes and times, the same bytes."""
        other = self.folder + "-copy"
        shutil.copytree(self.folder, other)
        shutil.rmtree(self.folder)
        os.rename(other, self.folder)

    def state_gone(self):
        os.remove(os.path.join(self.folder, STATE))

    def state_cut(self):
        path = os.path.join(self.folder, STATE)
        os.truncate(path, self.random.randrange(os.path.getsize(path)))

    def state_changed(self):
        path = os.path.join(self.folder, STATE)
        with open(path, "r+b") as file:
            file.seek(self.random.randrange(os.path.getsize(path)))
            file.write(b"7")

    def edits(self):
        return (self.overwritten, self.removed, self.copied, self.state_gone, self.state_cut,
                self.state_changed)


def messages(done):
    """All but the summary and what follows it."""
    lines = done.errors.replace("clean/", "out/").splitlines()
    at = next((i for i, line in enumerate(lines) if " built, " in line), len(lines))
    return lines[:at]


def count_of(done, what):
    for line in done.errors.splitlines():
        words = line.replace(",", "").split()
        if (" built, " in line or " merged from " in line) and what in words:
            return int(words[words.index(what) - 1])
    return 0


def times(folder):
    return {name: os.stat(os.path.join(folder, name)).st_mtime_ns for name in golden.files(folder)}


class Trial:
    def __init__(self, report, seed):
        self.binary = os.path.abspath(report.binary())
        self.folder = fresh("edits", str(seed))
        self.out = os.path.join(self.folder, "out")
        self.random = random.Random(seed)
        self.library = Library(os.path.join(self.folder, "in"), seed)
        self.options = []
        self.forgotten = set()

    def build(self, out, *more):
        return run([self.binary, "build", "--no-sync", "-o", out, "in"] + self.options + list(more),
                   cwd=self.folder)

    def change_options(self):
        self.options = self.random.choice(([], [], ["--to", "pdf"], ["--strict"], ["--release"],
                                           ["-j", "1"], ["--fit", "3"], ["--to", "epub,pdf,png"]))

    def compare(self):
        """What is wrong after a build, or None; and that build."""
        made = self.build("out", "--prune")
        shutil.rmtree(os.path.join(self.folder, "clean"), ignore_errors=True)
        clean = self.build("clean")
        if made.crash or clean.crash:
            return made.crash or clean.crash, made
        if made.code != clean.code or messages(made) != messages(clean):
            return "exit %s and %s\n%s\n---\n%s" % (made.code, clean.code, made.errors,
                                                    clean.errors), made
        old, new = golden.files(self.out), golden.files(os.path.join(self.folder, "clean"))
        wrong = sorted(name for name in new if old.get(name) != new[name])
        if wrong:
            return "other bytes: " + ", ".join(wrong), made
        return None, made

    def left_over(self):
        """Outputs that no leaflet of the library makes, and that the state has not forgotten."""
        stems = {name[:-3] for name in self.library.all()}
        return sorted(name for name in golden.files(self.out)
                      if os.path.splitext(name)[0] not in stems and not name.endswith(".png") and
                      name not in self.forgotten)


def some_edits(report, seed, count):
    trial = Trial(report, seed)
    outputs = Outputs(trial.out, trial.random)
    wrong, built = trial.compare()
    if not report.check("random edits %d: the first build" % seed, wrong is None, wrong):
        return
    for number in range(count):
        before = times(trial.out)
        kind = trial.random.random()
        if kind < 0.1:
            edit, most = trial.change_options, None
            edit()
        elif kind < 0.25:
            edit, most = trial.random.choice(outputs.edits()), None
            if edit.__name__.startswith("state"):
                trial.forgotten.update(golden.files(trial.out))
            edit()
        else:
            edit = trial.random.choice(trial.library.edits())
            most = edit()
        failed = count_of(built, "failed")
        wrong, built = trial.compare()
        tried = count_of(built, "built") + count_of(built, "failed")
        if wrong is None and most is not None and tried > most + failed:
            wrong = "%d leaflets built for an edit that touches %d:\n%s" % (tried, most, built.errors)
        if wrong is None and edit == outputs.copied and count_of(built, "built"):
            wrong = "copied outputs were built again:\n" + built.errors
        if wrong is None and trial.left_over():
            wrong = "left over: " + ", ".join(trial.left_over())
        after = times(trial.out)
        moved = [name for name in before if after.get(name, before[name]) != before[name]]
        if wrong is None and tried == 0 and moved and edit not in outputs.edits():
            wrong = "times changed: " + ", ".join(moved)
        if wrong is not None:
            report.fail("random edits %d: after %d, %s" % (seed, number, edit.__name__), wrong)
            return
    report.ok("random edits %d: %d" % (seed, count))


def kills(report, rounds):
    """Two builds at once, one of them killed: what the next one leaves as it is, is right."""
    trial = Trial(report, 4711)
    trial.compare()
    chance = random.Random(9)
    for number in range(rounds):
        for _ in range(3):
            chance.choice((trial.library.edit, trial.library.settings, trial.library.delete,
                           trial.library.add))()
        both = [subprocess.Popen([trial.binary, "build", "-q", "--no-sync", "-o", "out", "in"],
                                 cwd=trial.folder, env=ENVIRONMENT, stderr=subprocess.DEVNULL)
                for _ in range(2)]
        time.sleep(chance.random() * 0.08)
        both[0].send_signal(chance.choice((signal.SIGKILL, signal.SIGINT)))
        for process in both:
            process.wait()
        wrong, _ = trial.compare()
        if wrong is None and trial.left_over():
            wrong = "left over: " + ", ".join(trial.left_over())
        if wrong is not None:
            report.fail("two builds and a kill, round %d" % number, wrong)
            return
    report.ok("two builds and a kill: %d rounds" % rounds)


def pages(report):
    """Pictures of pages that a leaflet has no more: one message, and --prune removes them."""
    folder = fresh("edits", "pages")
    binary = os.path.abspath(report.binary())

    def build(words, *more):
        with open(os.path.join(folder, "a.md"), "w", encoding="utf-8") as file:
            file.write("---\ntitle: A\nsummary: S.\nlang: en\n---\n\n" + "Words of it.\n\n" * words)
        return run([binary, "build", "--no-sync", "--to", "png", "-o", "out", "."] + list(more),
                   cwd=folder)

    build(200)
    longer = sorted(golden.files(os.path.join(folder, "out")))
    done = build(1)
    left = [line for line in done.errors.splitlines() if "a-2.png" in line]
    report.check("pages left of a longer leaflet are told of once", len(longer) > 3 and len(left) == 1
                 and left[0].startswith("left of earlier builds: out/a-2.png"), done.errors)
    report.check("they stay", sorted(golden.files(os.path.join(folder, "out"))) == longer)
    build(1, "--prune")
    report.check("--prune removes them",
                 sorted(golden.files(os.path.join(folder, "out"))) == ["a-1.png"])
    shutil.copy(os.path.join(folder, "a.md"), os.path.join(folder, "b.md"))
    build(1)
    os.remove(os.path.join(folder, "b.md"))
    build(1)
    done = build(1, "--prune")
    report.check("what is removed is counted, also when it was told of before", done.errors.splitlines()
                 [-1] == "1 leaflet: 0 built, 1 unchanged, 1 removed, 0 failed", done.errors)
    done = build(1)
    report.check("and then all is as it should be", done.errors.splitlines()[-1] ==
                 "1 leaflet: 0 built, 1 unchanged, 0 failed", done.errors)


def just_made(report):
    """Files that are known by their bytes, since they are other files than those made first, are
    removed also when they are so new that their time says nothing."""
    folder = fresh("edits", "just-made")
    binary = os.path.abspath(report.binary())
    for name in ("a.md", "b.md"):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(FRONT % name + "Words.\n")

    def build(*more):
        return run([binary, "build", "--no-sync", "-o", "out", "."] + list(more), cwd=folder)

    build("--to", "pdf")
    build("--force")
    os.remove(os.path.join(folder, "b.md"))
    done = build("--prune")
    report.check("--prune removes also what was made a moment ago", count_of(done, "removed") == 1 and
                 sorted(golden.files(os.path.join(folder, "out"))) == ["a.epub", "a.pdf"], done.errors)


def loaded_before(report):
    """A name that ICU is asked about before the state is read: what is built stays as it is."""
    folder = fresh("edits", "loaded")
    for name in ("a", "b", "\u00fc"):
        with open(os.path.join(folder, name + ".md"), "w", encoding="utf-8") as file:
            file.write(FRONT % 1 + "Words.\n")
        done = run([os.path.abspath(report.binary()), "build", "--no-sync", "-o", "out", "."],
                   cwd=folder)
    report.check("a library that is loaded early changes no key",
                 "3 leaflets: 1 built, 2 unchanged, 0 failed" in done.errors, done.errors)


def refused(report):
    """A leaflet that was refused and is as it was is told of again, and not built."""
    folder = fresh("edits", "refused")
    source = os.path.join(folder, "b.md")

    def save(path, text):
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        os.utime(path, (1e9, 1e9))

    def build(*more):
        return run([os.path.abspath(report.binary()), "build", "--no-sync", "-o", "out", "."] +
                   list(more), cwd=folder)

    save(os.path.join(folder, "a.md"), FRONT % "a" + "Words.\n")
    save(source, FRONT % "b" + "Words.\n")
    build()
    made = golden.files(os.path.join(folder, "out"))
    save(source, FRONT % "b" + "![A picture](one.png)\n")
    first = build()
    report.check("a picture that is missing", first.code == 1 and "one.png" in first.errors and
                 count_of(first, "failed") == 1 and count_of(first, "unchanged") == 1, first.errors)
    stamp = os.stat(source).st_ino
    with open(source, "r+b") as file: # the same size, inode and time, so that only a build sees it
        file.write((FRONT % "b" + "![A picture](two.png)\n").encode())
    os.utime(source, (1e9, 1e9))
    again = build()
    report.check("what was refused is refused again without being built", again.code == 1 and
                 os.stat(source).st_ino == stamp and again.errors == first.errors, again.errors)
    report.check("its old files stay", golden.files(os.path.join(folder, "out")) == made)
    for option in ("--verify", "--force"):
        done = build(option)
        report.check("%s builds it" % option, done.code == 1 and "two.png" in done.errors and
                     count_of(done, "failed") == 1, done.errors)
    shutil.copy("content/riverside.png", os.path.join(folder, "two.png"))
    done = build()
    report.check("the picture is there", done.code == 0 and count_of(done, "built") == 1 and
                 count_of(done, "failed") == 0, done.errors)


def interrupted(report):
    """What a large batch has built before Ctrl-C is not built again."""
    folder = fresh("edits", "interrupted")
    for i in range(900):
        with open(os.path.join(folder, "%d.md" % i), "w", encoding="utf-8") as file:
            file.write(FRONT % i + "Words.\n")
    args = [os.path.abspath(report.binary()), "build", "--no-sync", "-o", "out", "."]
    started = subprocess.Popen(args + ["-q"], cwd=folder, env=ENVIRONMENT,
                               stderr=subprocess.DEVNULL)
    while started.poll() is None and not os.path.exists(os.path.join(folder, "out", STATE)):
        time.sleep(0.01)
    started.send_signal(signal.SIGINT)
    started.wait()
    done = run(args, cwd=folder)
    report.check("an interrupted batch goes on where it was", started.returncode == -signal.SIGINT
                 and 250 <= count_of(done, "unchanged") < 900, done.errors[-300:])


REPORTS = ("sarif", "json", "junit", "gitlab", "github", "rdjson")


def merging(report, count=7):
    """What shards built, joined, is what one build makes and tells, failures included."""
    trial = Trial(report, 5)
    for _ in range(14):
        trial.library.add()
        trial.library.link()
    trial.library.broken()
    trial.library.own_settings()

    def build(out, *more, command=("build", "in")):
        told = [word for name in REPORTS for word in ("--format", "%s=%s.%s" % (name, out, name))]
        return run([trial.binary, command[0], "--no-sync", "-o", out, "--format", "text"] + told +
                   list(more) + list(command[1:]), cwd=trial.folder)

    def text(name):
        with open(os.path.join(trial.folder, name), encoding="utf-8") as file:
            return file.read()

    whole = build("whole")
    parts = ["part%d" % i for i in range(1, count + 1)]
    codes = [build(part, "--shard", part[4:] + "/%d" % count).code for part in parts]
    merged = build("merged", command=["merge"] + parts)
    report.check("merged shards end as one build", merged.code == whole.code == max(codes) == 1,
                 "%s %s %s\n%s" % (whole.code, codes, merged.code, merged.errors))
    report.check("merged shards: the same files", golden.files(os.path.join(trial.folder, "merged"))
                 == golden.files(os.path.join(trial.folder, "whole")))
    report.check("merged shards: the same messages", whole.errors.splitlines()[:-1] ==
                 merged.errors.splitlines()[:-1], whole.errors + merged.errors)
    for name in REPORTS:
        report.check("merged shards: the same %s" % name,
                     text("whole." + name) == text("merged." + name), text("merged." + name)[:2000])
    again = trial.build("merged")
    report.check("a build after it finds all as it is", count_of(again, "built") == 0 and
                 count_of(again, "failed") == count_of(merged, "failed"), again.errors)
    merged = build("merged", command=["merge"] + parts)
    report.check("merging again changes no file", merged.code == 1 and
                 count_of(trial.build("merged"), "built") == 0, merged.errors)
    other = build("part8", "--shard", "1/6")
    for what, dirs, said in (("a shard that lacks", parts[:2] + parts[3:], "shard 3 of 7 is missing"),
                             ("shards of two counts", parts + ["part8"], "is shard 1 of 6, but")):
        done = build("lacks", command=["merge"] + dirs)
        report.check("merge refuses " + what, done.code == 3 and said in done.errors and
                     " leaflets: 0 merged from " in done.errors and other.code in (0, 1),
                     done.errors)
    wrong = sorted(golden.files(os.path.join(trial.folder, "part1")))[0]
    with open(os.path.join(trial.folder, "part1", wrong), "ab") as file:
        file.write(b"x")
    for what, dirs, named in (("a file that was not built", parts, "part1/" + wrong),
                              ("a folder of no shard", ["in"], "in"),
                              ("no folder", ["nothing"], "nothing")):
        for kind, trial.binary in report.binaries:
            trial.binary = os.path.abspath(trial.binary)
            done = build("wrong", command=["merge"] + dirs)
            report.check("merge refuses %s (%s)" % (what, kind), done.code == 3 and
                         "%s: error: " % named in done.errors and
                         "[file-unreadable]" in done.errors, done.crash or done.errors)
        report.check("merge refuses %s: no state" % what,
                     not os.path.exists(os.path.join(trial.folder, "wrong", STATE)))


def stage(report):
    if not report.binary():
        return
    merging(report)
    pages(report)
    just_made(report)
    loaded_before(report)
    refused(report)
    for seed in range(25 if report.long else 2):
        some_edits(report, seed, 20 if report.long else 8)
    kills(report, 300 if report.long else 4)
    if report.long:
        interrupted(report)
