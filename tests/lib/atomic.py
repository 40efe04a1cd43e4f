"""Outputs whatever happens: of each leaflet both old files or both new ones, and no hidden file after
the next build. Two builds at once, kill -9, a call that fails, a power cut, a file that may not be
replaced. tools/disk.c is the disk that fails; here in `make check` a sample, with --long all of it.
"""
import itertools
import os
import random
import shutil
import signal
import subprocess
import time

from bad import FRONT, put, words
from golden import STATE, files
from report import ENVIRONMENT, OUT, fresh, run

TEXT = FRONT + words(300) + "\n"
MEMORY = "/dev/shm"
NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
BROKEN = FRONT + "![x](none.png)\n"


class Bench:
    """A leaflet a, in a first and a second version, and another one, z; what their files are."""

    def __init__(self, report, name):
        self.report, self.binary = report, os.path.abspath(report.binary())
        self.folder = place(report, name)
        self.disk = os.path.join(OUT, "tests", "atomic", "disk.so")
        put(self.folder, {"in/a.md": TEXT, "second/a.md": TEXT + "\nMore.\n", "broken/a.md": BROKEN,
                          "z/z.md": TEXT})
        self.made = {}
        for source in ("in", "second", "z"):
            goal = os.path.join(self.folder, "made-" + source)
            run([self.binary, "build", "-q", "-o", goal, os.path.join(self.folder, source)])
            self.made[source] = files(goal)
        self.old = {name: b"old" for name in self.made["in"]}

    def goal(self, name, old=True):
        """A folder for outputs, with old ones in it."""
        goal = os.path.join(self.folder, "goal-" + name)
        shutil.rmtree(goal, ignore_errors=True)
        if old:
            put(goal, {name: "old" for name in self.old})
        return goal

    def command(self, goal, source="in", *more):
        return [self.binary, "build", "-q", "-o", goal] + list(more) + \
            [os.path.join(self.folder, source)]

    def build(self, goal, source="in", more=(), **disk):
        """A build on the disk that fails: kill=3 is DISK_KILL=3."""
        env = {"DISK_" + key.upper(): str(value) for key, value in disk.items()}
        if disk:
            env.update(LD_PRELOAD=self.disk, DISK_FOLDER=goal)
        return run(self.command(goal, source, *more), env=env)

    def wrong(self, goal, *versions):
        """What is wrong with the pair and the folder; None: nothing."""
        found = files(goal) if os.path.isdir(goal) else {}
        pair = {name: found.pop(name, None) for name in self.old}
        for name in self.made["z"]:
            found.pop(name, None)
        if found:
            return "hidden files: " + " ".join(sorted(found))
        if not any(pair == version for version in versions):
            return "mixed: " + ", ".join("%s %s" % (
                name, "missing" if data is None else "old" if data == b"old" else
                "%d bytes" % len(data)) for name, data in pair.items())
        return None

    def after_the_next(self, goal, source, *versions):
        """The same after another build into the folder: of z, or of a leaflet with an error."""
        done = self.build(goal, source)
        if done.code != (1 if source == "broken" else 0):
            return "the next build ends with %s: %s" % (done.code, done.errors)
        return self.wrong(goal, *versions)


def place(report, name):
    """Where the tests work: in memory, where nobody waits for a real disk; --long: on the disk."""
    if report.long or not os.access(MEMORY, os.W_OK):
        return fresh("atomic", name)
    folder = os.path.join(MEMORY, "leafset-tests-%d" % os.getpid(), name)
    os.makedirs(folder)
    return folder


def compile_disk(report):
    """True once the disk that fails is built."""
    goal = os.path.join(fresh("atomic"), "disk.so")
    if not shutil.which("cc"):
        report.skip("the disk that fails", "there is no cc")
        return False
    done = run(["cc", "-O1", "-Wall", "-Wextra", "-shared", "-fPIC", "-o", goal,
                "tests/tools/disk.c", "-ldl"])
    return report.check("tests/tools/disk.c compiles", done.code == 0, done.errors)


def calls(bench, **disk):
    """How many calls a build makes that the disk sees."""
    path = os.path.join(bench.folder, "count")
    bench.build(bench.goal("count"), count=path, **disk)
    with open(path, encoding="ascii") as file:
        return int(file.read())


def killed_at_each_call(report):
    """Killed before the n-th call on the disk, for each n."""
    bench = Bench(report, "killed")
    for lacks in ("nothing", "link"):
        last = calls(bench, lacks=lacks)
        for old in (True, False):
            numbers = range(1, last + 1, 1 if report.long else 9)
            before = bench.old if old else {name: None for name in bench.old}

            def attempt(number):
                goal = bench.goal("%s-%s-%d" % (lacks, old, number), old)
                done = bench.build(goal, kill=number, lacks=lacks)
                if done.code != -signal.SIGKILL:
                    return None if not old else "%d is not reached" % number
                source = ("z", "broken")[number % 2]
                found = bench.after_the_next(goal, source, before, bench.made["in"])
                shutil.rmtree(goal, ignore_errors=True)
                return found and "before call %d, then %s: %s" % (number, source, found)

            wrong = sweep(report, attempt, numbers)
            report.check("killed before each of %d calls (lacks %s, %s)" % (
                len(numbers), lacks, "old files" if old else "no folder"),
                last > 30 and not wrong, "\n".join(wrong))


def sweep(report, attempt, items):
    """What the attempts found wrong, all of them side by side."""
    wrong = []
    report.each(lambda _, item: wrong.append(attempt(item)), items)
    return sorted(w for w in wrong if w)


def failing_at_each_call(report):
    """The n-th call on the disk fails: a message and the old pair, or the new pair."""
    bench = Bench(report, "failing")
    for lacks in ("nothing", "link", "flock"):
        last = calls(bench, lacks=lacks)
        numbers = range(1, last + 1, 1 if report.long else 11)

        def attempt(number):
            goal = bench.goal("%s-%d" % (lacks, number))
            done = bench.build(goal, fail=number, lacks=lacks)
            now = {name: data for name, data in files(goal).items() if name in bench.old}
            right = (done.code == 0 and now == bench.made["in"]) or \
                (done.code == 3 and now == bench.old and "[output-failed]" in done.errors)
            if not right:
                return "call %d: status %s, %s: %s" % (
                    number, done.code, bench.wrong(goal, bench.old, bench.made["in"]), done.errors)
            found = bench.after_the_next(goal, "z", now)
            shutil.rmtree(goal, ignore_errors=True)
            return found and "call %d: %s" % (number, found)

        wrong = sweep(report, attempt, numbers)
        report.check("each of %d calls fails (lacks %s)" % (len(numbers), lacks),
                     last > 30 and not wrong, "\n".join(wrong))


def many_at_once(report):
    """Leaflets of a batch share the folder's turn, and each of them is whole wherever it ends."""
    bench = Bench(report, "many")
    names = ["%02d" % i for i in range(96)]
    put(bench.folder, {"many/%s.md" % name: FRONT + "Words.\n" for name in names})
    goal, log = bench.goal("many", False), os.path.join(bench.folder, "log")
    bench.build(goal, "many", ["-j1"], log=log)
    with open(log, encoding="utf-8") as file:
        lines = file.read().splitlines()
    turns = sum(line.startswith("unlink\t") and line.endswith("turn") for line in lines)
    made = files(goal)
    report.check("96 leaflets share the folder's turn", len(made) == 192 and turns <= 20,
                 "%d files, %d turns" % (len(made), turns))

    def attempt(number):
        goal = bench.goal("many-%d" % number, False)
        bench.build(goal, "many", kill=number)
        bench.build(goal, "z")
        now = files(goal)
        shutil.rmtree(goal, ignore_errors=True)
        wrong = [name for name in names if (name + ".pdf" in now) != (name + ".epub" in now)]
        wrong += [name for name in now if name not in bench.made["z"] and now[name] != made.get(name)]
        return "before call %d: %s" % (number, wrong) if wrong else None

    wrong = sweep(report, attempt, range(1, len(lines), 1 if report.long else 97))
    report.check("killed among many, each leaflet is whole", not wrong, "\n".join(wrong))


def many_files(report):
    """Pictures of many pages wait for a slow disk: no more are open at once than a process may have."""
    bench = Bench(report, "pages")
    put(bench.folder, {"pages/%02d.md" % i: FRONT + "Words.\n\n" * 900 for i in range(20)})
    goal = bench.goal("pages", False)
    done = run(["sh", "-c", 'ulimit -n 300; exec "$@"', "sh"] +
               bench.command(goal, "pages", "--to", "png", "--dpi", "20", "--no-sync"),
               env={"LD_PRELOAD": bench.disk, "DISK_FOLDER": goal, "DISK_WAIT": "2000"})
    report.check("many pictures of pages, few files that may be open", done.code == 0 and
                 len(files(goal)) > 400, "%d files\n%s" % (len(files(goal)), done.errors[-500:]))


def killed_at_random(report):
    """A batch that is killed at any moment."""
    bench, wrong, killed, hidden = Bench(report, "random"), [], 0, 0
    names = ["b", "c", "d"]
    put(bench.folder, {"in/%s.md" % name: TEXT for name in names})
    whole = bench.goal("whole", False)
    start = time.monotonic()
    run(bench.command(whole))
    lasts = time.monotonic() - start
    whole, pick = files(whole), random.Random(8)
    wanted, step = 500 if report.long else 6, 0
    while killed < wanted and step < 4 * wanted:
        step += 1
        goal = bench.goal("batch")
        put(goal, {name: "old" for name in whole})
        job = subprocess.Popen(bench.command(goal, "in", "-j", str(step % 2 + 1)), env=ENVIRONMENT,
                               stderr=subprocess.DEVNULL)
        time.sleep(lasts * pick.random() * 0.9)
        job.kill()
        killed += job.wait() == -signal.SIGKILL
        hidden += any(name.startswith(".") and name != STATE for name in os.listdir(goal))
        done = bench.build(goal, ("z", "broken")[step % 2])
        now = files(goal)
        for name in ["a"] + names:
            pair = {n: now.pop(n, None) for n in (name + ".pdf", name + ".epub")}
            if pair not in [{n: made[n] for n in pair} for made in
                            ({n: b"old" for n in whole}, whole)]:
                wrong.append("step %d: %s is mixed" % (step, name))
        wrong += ["step %d: %s is left" % (step, name) for name in now if name[:2] != "z."]
        wrong += ["step %d: the next build ends with %s" % (step, done.code)
                  for _ in range(done.code not in (0, 1))]
    report.check("%d killed at random, %d of them with hidden files left" % (killed, hidden),
                 killed == wanted and not wrong, "\n".join(wrong))
    if report.long:
        print("     %d killed, %d left hidden files, %d wrong" % (killed, hidden, len(wrong)))


def races(report):
    """Two builds of two versions into one folder at once, each the first process of its own pid
    namespace, as in two containers: both succeed, and the pair is of one version."""
    bench, wrong = Bench(report, "races"), []
    own = ["unshare", "--pid", "--fork"]
    if run(own + ["true"]).code != 0:
        report.lacks("two builds with equal process ids", "needs the right to unshare")
        own = []
    rounds = 200 if report.long else 2
    for lacks, number in itertools.product(("nothing", "link", "flock"), range(rounds)):
        goal = bench.goal("race", old=number % 4 != 1)
        jobs = []
        for slow, source in enumerate(("in", "second")):
            env = dict(ENVIRONMENT, LD_PRELOAD=bench.disk, DISK_FOLDER=goal, DISK_LACKS=lacks,
                       DISK_WAIT=str((number + slow) % 3 * 500))
            jobs.append(subprocess.Popen(own + bench.command(goal, source), env=env,
                                         stderr=subprocess.PIPE))
        said = [job.communicate()[1].decode() for job in jobs]
        found = bench.wrong(goal, bench.made["in"], bench.made["second"])
        if found or any(job.returncode for job in jobs):
            wrong.append("lacks %s, round %d: %s %s %s" % (
                lacks, number, [job.returncode for job in jobs], found, said))
    report.check("%d times two builds into one folder at once" % (3 * rounds), not wrong,
                 "\n".join(wrong[:20]))


def beside_a_failing_one(report):
    """A build that makes nothing removes the folder that it made, but not under another one."""
    bench, wrong = Bench(report, "beside"), []
    rounds = 200 if report.long else 5
    for number in range(rounds):
        goal = bench.goal("fresh", False)
        jobs = [subprocess.Popen(bench.command(goal, source), env=ENVIRONMENT,
                                 stderr=subprocess.PIPE) for source in ("broken", "in")]
        said = [job.communicate()[1].decode() for job in jobs]
        found = bench.wrong(goal, bench.made["in"])
        if found or jobs[1].returncode != 0:
            wrong.append("round %d: %s %s" % (number, found, said[1]))
    done = bench.build(bench.goal("alone", False), "broken")
    report.check("%d builds beside one that fails, in a new folder" % rounds, not wrong,
                 "\n".join(wrong[:20]))
    report.check("a build that makes nothing leaves no folder", done.code == 1 and
                 not os.path.exists(os.path.join(bench.folder, "goal-alone")), done.errors)


def waiting(report):
    """A build waits for the one that has the folder's turn."""
    import fcntl
    bench = Bench(report, "waiting")
    goal = bench.goal("turn")
    with open(os.path.join(goal, ".leafset-turn"), "w", encoding="ascii") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        job = subprocess.Popen(bench.command(goal), env=ENVIRONMENT, stderr=subprocess.DEVNULL)
        time.sleep(0.3)
        early = job.poll()
    job.wait()
    found = bench.wrong(goal, bench.made["in"])
    report.check("a build waits for its turn", early is None and job.returncode == 0 and not found,
                 "%s %s %s" % (early, job.returncode, found))


def verified(report):
    """What has the name in the end is what was written, and what is not ours is left alone."""
    bench = Bench(report, "verified")
    goal = bench.goal("numbers")
    done = bench.build(goal, lacks="inode")
    found = bench.wrong(goal, bench.made["in"])
    report.check("a file system without lasting numbers of files", done.code == 0 and not found,
                 "%s %s %s" % (done.code, done.errors, found))
    goal = bench.goal("stolen")
    done = bench.build(goal, steal=".epub")
    report.check("a file that another program replaces at once is told, and the other one is old",
                 done.code == 3 and "another program changed it" in done.errors and
                 files(goal) == {"a.pdf": b"old", "a.epub": b""},
                 "%s %s %s" % (done.code, done.errors, sorted(files(goal))))


def of_another_user(report):
    """In a folder for all, what another user's build left is not carried out."""
    bench = Bench(report, "user")
    goal = bench.goal("goal")
    os.chmod(goal, 0o1777)
    left = os.path.join(goal, ".leafset-turn")
    put(goal, {".leafset-turn": ""})
    try:
        os.chown(left, 65533, 65533)
    except OSError as error:
        report.lacks("what another user left", str(error))
        return
    done = run(NOBODY + bench.command(goal))
    report.check("what another user left is told", done.code == 3 and
                 done.errors.count("another user's build was stopped") == 1 and
                 files(goal) == dict(bench.old, **{".leafset-turn": b""}),
                 "%s %s" % (done.code, done.errors))


# --- power cuts ---------------------------------------------------------------------------------

class Disk:
    """A folder on a disk that loses what was not waited for. Entries change by operations; fsync of
    the folder keeps those so far, fsync of a file its bytes."""

    def __init__(self, goal, old):
        self.goal, self.bytes, self.kept = goal, {}, {}
        self.entries, self.pending, self.open = {}, [], {}
        self.exists = bool(old)  # the folder itself, on the disk
        for number, (name, data) in enumerate(sorted(old.items())):
            self.entries[name] = -1 - number
            self.bytes[-1 - number] = self.kept[-1 - number] = data
        self.now = dict(self.entries)

    def entry(self, changes):
        """changes: (name, number of the file or None)."""
        self.pending.append(changes)
        for name, number in changes:
            apply(self.now, name, number)

    def call(self, number, line):
        kind, *rest = line.rstrip("\n").split("\t")
        name = os.path.basename
        if kind == "create":
            if name(rest[1]) not in self.now:
                self.bytes[number], self.kept[number] = b"", b""
                self.entry([(name(rest[1]), number)])
            self.open[rest[0]] = self.now[name(rest[1])]
        elif kind == "open":
            self.open[rest[0]] = self.now[name(rest[1])]
        elif kind == "folder":
            self.open[rest[0]] = rest[1]
        elif kind == "write":
            self.bytes[self.open[rest[0]]] += bytes.fromhex(rest[1])
        elif kind == "fsync":
            self.sync(self.open[rest[0]])
        elif kind == "rename":
            self.entry([(name(rest[1]), self.now[name(rest[0])]), (name(rest[0]), None)])
        elif kind == "link":
            self.entry([(name(rest[1]), self.now[name(rest[0])])])
        elif kind == "unlink":
            self.entry([(name(rest[0]), None)])

    def sync(self, what):
        if what == self.goal:
            self.entries, self.pending = dict(self.now), []
        elif what == os.path.dirname(self.goal):
            self.exists = True
        elif isinstance(what, int):
            self.kept[what] = self.bytes[what]

    def survivors(self, every):
        """What may be found after a cut now: changes of the folder up to one of them, or (every)
        any of them; of bytes that were not waited for none, half, zeros or all."""
        choices = [range(n) for n in range(len(self.pending) + 1)]
        if every:
            some = range(len(self.pending))
            choices += [c for n in some for c in itertools.combinations(some, n)]
        seen = set()
        for choice in choices:
            entries = dict(self.entries)
            for index in choice:
                for name, number in self.pending[index]:
                    apply(entries, name, number)
            for cut in (lambda kept, all: kept, lambda kept, all: all[:len(all) // 2],
                        lambda kept, all: bytes(len(all)), lambda kept, all: all):
                tree = {name: self.kept[n] if self.kept[n] == self.bytes[n] else
                        cut(self.kept[n], self.bytes[n]) for name, n in entries.items()}
                key = tuple(sorted((name, hash(data)) for name, data in tree.items()))
                if key not in seen:
                    seen.add(key)
                    yield tree
        if not self.exists:
            yield None


def apply(entries, name, number):
    if number is None:
        entries.pop(name, None)
    else:
        entries[name] = number


def power_cuts(report):
    """The calls of a build, replayed up to each of them on a disk that loses what was not waited
    for: each file is old or new, and after the next build the pair is."""
    bench = Bench(report, "power")
    for lacks, old in (("nothing", bench.old), ("link", bench.old), ("nothing", {})):
        goal, log = bench.goal("log", bool(old)), os.path.join(bench.folder, "log")
        done = bench.build(goal, log=log, lacks=lacks)
        with open(log, encoding="ascii") as file:
            lines = file.readlines()
        disk, found = Disk(goal, old), {}
        for number, line in enumerate(lines + [None]):
            reported = list(disk.survivors(report.long))
            for tree in reported:
                key = None if tree is None else tuple(sorted(tree.items()))
                found.setdefault(key, (number, tree))
            if line:
                disk.call(number, line)
        states = sorted(found.values(), key=lambda state: state[0])
        if not report.long:
            states = states[::len(states) // 16 + 1]
        before = {name: old.get(name) for name in bench.old}

        def attempt(item):
            index, (number, tree) = item
            if not lacks_files(tree, lacks) and not all(
                    (tree or {}).get(name) in (before[name], bench.made["in"][name])
                    for name in before):
                return "cut before call %d: a file is neither old nor new" % number
            place = bench.goal("state-%d" % index, False)
            for name, data in (tree or {}).items():
                os.makedirs(place, exist_ok=True)
                with open(os.path.join(place, name), "wb") as file:
                    file.write(data)
            found = bench.after_the_next(place, "z", before, bench.made["in"])
            shutil.rmtree(place, ignore_errors=True)
            return found and "cut before call %d (%s): %s" % (
                number, lines[number][:60].strip() if number < len(lines) else "end", found)

        wrong = sweep(report, attempt, list(enumerate(states)))
        wrong += ["reported as built, but lost" for tree in reported
                  if any(tree.get(n) != d for n, d in bench.made["in"].items())]
        if report.long:
            print("     %d calls, %d states after a cut, %d wrong" % (
                len(lines), len(states), len(wrong)))
        report.check("%d states after a power cut (lacks %s, %s)" % (
            len(states), lacks, "old files" if old else "no folder"),
            done.code == 0 and len(lines) > 12 and states and not wrong, "\n".join(wrong[:20]))


def lacks_files(tree, lacks):
    """Without links the old file is moved aside for a moment."""
    return lacks == "link" and tree and any(name.endswith(".old") for name in tree)


# --- files that may not be replaced ---------------------------------------------------------------

def sticky(goal):
    os.chmod(goal, 0o1777)
    os.chown(os.path.join(goal, "a.pdf"), 65534, 65534)
    os.chown(os.path.join(goal, "a.epub"), 65533, 65533)


def shell(command):
    def prepare(goal):
        done = run(["sh", "-c", command], cwd=goal)
        if done.code != 0:
            raise OSError(done.errors)
    return prepare


def folder_there(goal):
    os.unlink(os.path.join(goal, "a.epub"))
    os.mkdir(os.path.join(goal, "a.epub"))


def not_replaceable(report):
    """One of the two files may not be replaced: told before any work, and the other stays old."""
    bench = Bench(report, "replaceable")
    cases = [
        ("a file of another user in a sticky folder", sticky, "true", NOBODY, "another user"),
        ("an immutable file", shell("chattr +i a.epub"), "chattr -i a.epub", [], "locked"),
        ("a mounted file", shell("mount --bind a.epub a.epub"), "umount a.epub", [], "mounted"),
        ("a folder", folder_there, "true", [], "a folder has this name"),
    ]
    for name, prepare, undo, user, said in cases:
        goal = bench.goal("case")
        try:
            prepare(goal)
        except OSError as error:
            report.lacks(name, str(error))
            continue
        done = run(user + bench.command(goal))
        run(["sh", "-c", undo], cwd=goal)
        if user and done.code == 127 or "Permission denied" in done.errors:
            report.lacks(name, done.errors)
            continue
        now = {n: d for n, d in files(goal).items()}
        report.check(name, done.code == 3 and said in done.errors and
                     done.errors.count("[output-failed]") == 1 and
                     all(data == b"old" for data in now.values()) and "a.pdf" in now,
                     "%s %s %s" % (done.code, done.errors, sorted(now)))
    long = "n" * 251
    put(bench.folder, {"long/%s.md" % long: BROKEN})
    done = run(bench.command(bench.goal("long"), "long"))
    report.check("a name that is too long is told before all else", done.code == 3 and
                 "too long" in done.errors and done.errors.count(" error: ") == 1, done.errors)


def stage(report):
    if not report.binary() or not compile_disk(report):
        return
    try:
        for test in (not_replaceable, waiting, verified, of_another_user, killed_at_each_call,
                     failing_at_each_call, many_at_once, many_files, power_cuts, races, beside_a_failing_one,
                     killed_at_random):
            test(report)
    finally:
        shutil.rmtree(os.path.join(MEMORY, "leafset-tests-%d" % os.getpid()), ignore_errors=True)
