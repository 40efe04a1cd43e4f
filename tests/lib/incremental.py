"""What is built again after a change, and only that: `leafset watch`, and leaflets as a part of what
GNU make and Ninja build, by --deps."""
import json
import os
import re
import shutil
import signal
import subprocess
import threading
import time

from bad import FRONT, put
from report import ENVIRONMENT, PLAIN, fresh, run

LEAFLET = FRONT.replace("lang: en", "lang: en\npublished: 2026-01-31") + "Text of the leaflet.\n"
WAIT = 20  # seconds, for what takes milliseconds on an idle machine


class Watch:
    """`leafset watch`, and the lines that it has printed."""

    def __init__(self, folder, *args):
        self.lines, self.seen = [], 0
        self.news = threading.Condition()
        self.process = subprocess.Popen([PLAIN, "watch", *args], cwd=folder, env=ENVIRONMENT,
                                        stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self.reader = threading.Thread(target=self.read)
        self.reader.start()

    def read(self):
        for line in self.process.stderr:
            with self.news:
                self.lines.append(line.rstrip("\n"))
                self.news.notify_all()

    def line(self, pattern, wait=WAIT):
        """The next line that has the pattern, and those before it; (None, …) if there is none."""
        before, end = [], time.monotonic() + wait
        with self.news:
            while True:
                while self.seen < len(self.lines):
                    line = self.lines[self.seen]
                    self.seen += 1
                    if re.search(pattern, line):
                        return line, before
                    before.append(line)
                if not self.news.wait(max(0.0, end - time.monotonic())):
                    return None, before

    def end(self, number):
        self.process.send_signal(number)
        try:
            code = self.process.wait(WAIT)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = "it goes on"
        self.reader.join()
        return code


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def beside(path, text):
    """As most editors save: into another file, which then takes the name."""
    write(path + ".new", text)
    os.rename(path + ".new", path)


def backup(path, text):
    """As some do: the old file is moved away first."""
    os.rename(path, path + "~")
    write(path, text)
    os.remove(path + "~")


def slowly(path, text):
    """In two pieces, with a pause between them."""
    with open(path, "w", encoding="utf-8") as file:
        file.write(text[:len(text) // 2])
        file.flush()
        time.sleep(0.03)
        file.write(text[len(text) // 2:])


def stamps(folder):
    """{file below the folder: its time and its number}, of outputs."""
    found = {}
    for top, _, names in os.walk(folder):
        for name in names:
            if name.endswith((".pdf", ".epub")):
                info = os.stat(os.path.join(top, name))
                found[os.path.relpath(os.path.join(top, name), folder)] = (info.st_mtime_ns,
                                                                           info.st_ino)
    return found


def changed(before, after):
    return sorted(name for name in after if before.get(name) != after[name])


PAIR = ["%s.epub", "%s.pdf"]


def pair(name):
    return [p % name for p in PAIR]


def saves(report, watch, folder, out):
    """One leaflet is saved, in each way."""
    for number, save in enumerate((write, beside, backup, slowly)):
        before = stamps(out)
        save(os.path.join(folder, "in", "a.md"), LEAFLET + "Saved %d.\n" % number)
        line, others = watch.line(r"^\d\d:\d\d:\d\d in/a\.md: 2 files, \d+ ms$")
        got = changed(before, stamps(out))
        report.check("watch: a leaflet that is saved (%s) is built" % save.__name__,
                     line and not others and got == pair("a"),
                     "%s\n%s\n%s" % (line, "\n".join(others), got))


def mistakes(report, watch, folder, out):
    """An error is told once, and the old files stay; what is right again is built."""
    path = os.path.join(folder, "in", "a.md")
    before = stamps(out)
    write(path, LEAFLET + "![A pad held with two fingers](lost.png)\n")
    line, others = watch.line(r" in/a\.md: not built, \d+ ms$")
    report.check("watch: an error is told, and the old files stay",
                 line and any("lost.png" in o for o in others) and stamps(out) == before,
                 "%s\n%s" % (line, "\n".join(others)))
    write(os.path.join(folder, "in", "b.md"), LEAFLET + "Saved.\n")
    line, others = watch.line(r" in/b\.md: 2 files, \d+ ms$")
    report.check("watch: and is not told again while the leaflet is the same",
                 line and not others, "%s\n%s" % (line, "\n".join(others)))
    shutil.copy("tests/leaflet.png", os.path.join(folder, "in", "lost.png"))
    line, others = watch.line(r" in/a\.md: 2 files, \d+ ms$")
    report.check("watch: a picture that was missing comes", line and not any(
        "error" in o for o in others), "%s\n%s" % (line, "\n".join(others)))


def folders(report, watch, folder, out):
    """Leaflets and folders that come and go."""
    inside = os.path.join(folder, "in")
    write(os.path.join(inside, "new.md"), LEAFLET)
    line, _ = watch.line(r" in/new\.md: 2 files")
    report.check("watch: a new leaflet", line and changed({}, stamps(out)).count("new.pdf") == 1)
    os.makedirs(os.path.join(inside, "skin", "deep"))
    write(os.path.join(inside, "skin", "deep", "x.md"), LEAFLET)
    line, _ = watch.line(r" in/skin/deep/x\.md: 2 files")
    report.check("watch: a leaflet in a new folder", line, "\n".join(watch.lines[-5:]))
    write(os.path.join(inside, "skin", "deep", "x.md"), LEAFLET + "Again.\n")
    line, _ = watch.line(r" in/skin/deep/x\.md: 2 files")
    report.check("watch: and again", line, "\n".join(watch.lines[-5:]))
    shutil.rmtree(os.path.join(inside, "skin"))
    os.remove(os.path.join(inside, "new.md"))
    os.makedirs(os.path.join(inside, "skin", "deep"))
    time.sleep(0.3)
    write(os.path.join(inside, "skin", "deep", "y.md"), LEAFLET)
    line, others = watch.line(r" in/skin/deep/y\.md: 2 files")
    report.check("watch: a folder that went and came", line and not any(
        "error" in o for o in others), "%s\n%s" % (line, "\n".join(others)))


def links(report, watch, folder, out):
    """A leaflet that is a link to a file elsewhere, which is saved."""
    goal = os.path.join(folder, "elsewhere", "l.md")
    os.makedirs(os.path.dirname(goal))
    write(goal, LEAFLET)
    os.symlink(goal, os.path.join(folder, "in", "l.md"))
    line, _ = watch.line(r" in/l\.md: 2 files")
    report.check("watch: a leaflet that is a link", line, "\n".join(watch.lines[-5:]))
    write(goal, LEAFLET + "Saved.\n")
    line, _ = watch.line(r" in/l\.md: 2 files")
    report.check("watch: and is saved elsewhere", line, "\n".join(watch.lines[-5:]))
    os.remove(os.path.join(folder, "in", "l.md"))
    watch.line("^left of earlier builds")


def settings(report, watch, folder, out):
    """Settings that were not there concern all leaflets of the folder."""
    before = stamps(out)
    write(os.path.join(folder, "in", "clinic.yml"), "name: Clinic of Tests\n")
    line, _ = watch.line(r" 3 leaflets: 6 files")
    got = changed(before, stamps(out))
    report.check("watch: new settings", line and got == sorted(pair("a") + pair("b") + [
        "skin/deep/" + name for name in pair("y")]), "%s\n%s" % (line, got))


def quiet(report, watch, folder):
    """What is no leaflet's, and what watch itself writes, is no reason to build."""
    for name in (".a.md.swp", "a.md~", "4913", "notes.docx"):
        write(os.path.join(folder, "in", name), "x")
    line, others = watch.line("", 0.5)
    report.check("watch: nothing is built for nothing", line is None, "%s\n%s" % (
        line, "\n".join(others)))


def watches(report, where):
    folder = fresh("incremental", "watch", where.replace("/", "-"))
    put(os.path.join(folder, "in"), {"a.md": LEAFLET, "b.md": LEAFLET})
    out = os.path.join(folder, where)
    watch = Watch(folder, "in", "-o", where)
    first, before = watch.line("^watching")
    report.check("watch: the first build", first and changed({}, stamps(out)) == sorted(
        pair("a") + pair("b")), "\n".join(before))
    saves(report, watch, folder, out)
    if where == "in/out":
        mistakes(report, watch, folder, out)
        folders(report, watch, folder, out)
        links(report, watch, folder, out)
        settings(report, watch, folder, out)
        quiet(report, watch, folder)
    number = signal.SIGINT if where == "in/out" else signal.SIGTERM
    code = watch.end(number)
    report.check("watch: %s ends it" % number.name,
                 code == (0 if number == signal.SIGINT else -number), code)


def refused(report):
    folder = fresh("incremental", "refused")
    put(folder, {"a.md": LEAFLET})
    for args in (["-"], ["a.md", "-o", "-"], [], ["a.md", "--format", "json"],
                 ["a.md", "--shard", "1/2"]):
        done = run([PLAIN, "watch"] + args, cwd=folder)
        report.check("usage error: leafset watch " + " ".join(args), done.code == 2 and done.err,
                     "%s\n%s" % (done.code, done.errors))


# ---- make and Ninja


def manual():
    """The examples of the manual, by their first word."""
    with open("src/cli/leafset.1", encoding="utf-8") as file:
        section = file.read().split(".Sh OTHER BUILDS")[1].split(".Sh ")[0]
    blocks = re.findall(r"\.Bd -literal[^\n]*\n(.*?)\.Ed\n", section, re.S)
    return {" ".join(re.findall(r"\w+", block)[:2]): block for block in blocks}


MAKEFILE = manual()["leaflets patsubst"].replace("\tleafset ", "\techo $< >>log\n\t%s " % PLAIN)
NINJA = manual()["rule leaflet"].replace("= leafset ", "= echo $in >>log && %s " % PLAIN)
NINJA = NINJA.replace("first", "a") + NINJA[NINJA.index("build out"):].replace("first", "b")
# One of the files goes on, into another step.
FOLDER = manual()["rule leaflets"].replace("= leafset ", "= echo all >>log && %s " % PLAIN)
FOLDER = FOLDER.replace("out/first.epub", "out/b.pdf").replace("first", "a") + r"""
rule pack
  command = echo pack >>log && cat $in >$out
build pack: pack out/a.pdf
"""

ODD = "50% of $x #1: a b.png"


class Others:
    """Leaflets in a folder, and a program that has them built."""

    def __init__(self, report, name, command, **files):
        self.report, self.name, self.command = report, name, command
        self.folder = fresh("incremental", name)
        put(self.folder, dict(files, **{
            "text/a.md": LEAFLET + "![A pad held with two fingers](%s)\n" % ODD.replace("%", "%25").replace(
                "#", "%23").replace(" ", "%20"),
            "text/b.md": LEAFLET, "text/clinic.yml": "name: Clinic of Tests\n"}))
        shutil.copy("tests/leaflet.png", os.path.join(self.folder, "text", ODD))

    def path(self, name):
        return os.path.join(self.folder, name)

    def expect(self, what, steps):
        """The program takes these steps, and no other."""
        if os.path.exists(self.path("log")):
            os.remove(self.path("log"))
        done = run(self.command, cwd=self.folder)
        got = []
        if os.path.exists(self.path("log")):
            with open(self.path("log"), encoding="utf-8") as file:
                got = sorted(file.read().split())
        self.report.check("%s: %s" % (self.name, what), done.code == 0 and got == sorted(steps),
                          "%s\n%s\n%s%s" % (done.code, got, done.text[-2000:], done.errors[-2000:]))

    def touch(self, name, add=None):
        """Later than all that was built, and before what is built next, whose start Ninja knows by the
        time of a file: the kernel's clock for these goes in steps of up to 10 ms. With other bytes if
        there is something to add."""
        if add:
            with open(self.path(name), "a", encoding="utf-8") as file:
                file.write(add)
        late = max(os.stat(os.path.join(top, n)).st_mtime_ns for top, _, names in
                   os.walk(self.folder) for n in names) + 20_000_000
        os.utime(self.path(name), ns=(late, late))
        time.sleep(max(0.0, (late + 20_000_000 - time.time_ns()) / 1e9))


def edits(others, a, b, both):
    """What each edit has built again: a and b are the steps of the two leaflets."""
    others.expect("all is built", both)
    others.expect("then nothing", [])
    others.touch("text/a.md", "More.\n")
    others.expect("a leaflet that was edited", a)
    others.touch("text/" + ODD)
    others.expect("a picture", a)
    others.touch("text/clinic.yml", "phone: 01632 960 001\n")
    others.expect("the settings", both)
    others.touch("text/b.md", "See [the other](a.md).\n")
    others.expect("a link", b)
    others.touch("text/a.md", "Still more.\n")
    others.expect("a leaflet that another links to", both)
    others.expect("and nothing again", [])


def make(report):
    others = Others(report, "make", ["make", "-s"], Makefile=MAKEFILE)
    a, b = ["text/a.md"], ["text/b.md"]
    edits(others, a, b, a + b)
    os.remove(others.path("text/" + ODD))
    write(others.path("text/a.md"), LEAFLET)
    others.touch("text/a.md")
    others.expect("a picture that is gone", a + b)


def ninja(report):
    if not report.tool("ninja"):
        return
    others = Others(report, "ninja", ["ninja"], **{"build.ninja": NINJA})
    a, b = ["text/a.md"], ["text/b.md"]
    edits(others, a, b, a + b)
    others = Others(report, "ninja of a folder", ["ninja"], **{"build.ninja": FOLDER})
    others.expect("all is built", ["all", "pack"])
    others.expect("then nothing", [])
    others.touch("text/b.md", "More.\n")
    others.expect("restat: what was up to date goes no further", ["all"])
    others.touch("text/" + ODD, "x")
    others.expect("and what is new does", ["all", "pack"])
    write(others.path("text/c.md"), LEAFLET)
    others.expect("a leaflet that is new", ["all"])
    report.check("ninja of a folder: it is built", os.path.exists(others.path("out/c.pdf")))


# ---- what leaflets were made of

def deps(report):
    folder = fresh("incremental", "deps")
    put(folder, {"text/a.md": LEAFLET, "text/skin/b.md": LEAFLET, "text/clinic.yml": "name: C\n"})

    def leafset(*args):
        return run([PLAIN, *args], cwd=folder)

    told = leafset("deps", "text", "-o", "to")
    report.check("deps: writes no file", told.code == 0 and sorted(os.listdir(folder)) == ["text"],
                 told.errors)
    report.check("deps: names files and what they are made of", re.match(
        r"to/a\.pdf to/a\.epub: \\\n  text/a\.md( \\\n  /\S+)+ \\\n  text/clinic\.yml\n"
        r"to/skin/b\.pdf to/skin/b\.epub: \\\n  text/skin/b\.md", told.text), told.text)
    for jobs in ("1", "4"):
        for again in ("anew", "up to date"):
            leafset("build", "text", "-j", jobs, "-o", "to", "--deps", "d")
            with open(os.path.join(folder, "d"), "rb") as file:
                report.check("--deps: as deps tells it (-j %s, %s)" % (jobs, again),
                             file.read() == told.out)
        shutil.rmtree(os.path.join(folder, "to"))
    done = leafset("build", "text", "-o", "to", "--deps", "-", "--deps-format", "json", "-q")
    got = json.loads(done.text)
    asked = {(i["path"], i["kind"], i["found"]) for i in got["leaflets"][1]["inputs"]}
    report.check("--deps-format json", got["version"] == 1 and [
        leaflet["source"] for leaflet in got["leaflets"]] == ["text/a.md", "text/skin/b.md"] and
        got["leaflets"][1]["outputs"] == ["to/skin/b.pdf", "to/skin/b.epub"] and
        {("text/skin/b.md", "content", True), ("text/clinic.yml", "content", True),
         ("text/skin/clinic.yml", "presence", False)} <= asked, done.text)
    refusals(report, folder, leafset)


def another_build(report):
    """Another build that knows other leaflets rewrites the state meanwhile: --deps has all."""
    folder = fresh("incremental", "another")
    state = os.path.join(folder, "to", ".leafset-state")
    long = LEAFLET + "".join("Paragraph %d of a long leaflet.\n\n" % i for i in range(20000))
    put(folder, {"text/a.md": LEAFLET, "text/b.md": LEAFLET, "other/z.md": LEAFLET})
    run([PLAIN, "build", "-q", "--no-sync", "-o", "to", "other"], cwd=folder)
    os.rename(state, os.path.join(folder, "theirs"))
    build = [PLAIN, "build", "-q", "--no-sync", "-o", "to", "--deps", "d", "text"]
    run(build, cwd=folder)
    write(os.path.join(folder, "text", "b.md"), long)
    process = subprocess.Popen(build, cwd=folder, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True)
    time.sleep(0.1)
    os.rename(os.path.join(folder, "theirs"), state)
    errors = process.communicate()[1]
    with open(os.path.join(folder, "d"), encoding="utf-8") as file:
        text = file.read()
    report.check("--deps: another build writes the state meanwhile", process.returncode == 0 and
                 "to/a.pdf to/a.epub:" in text and "to/b.pdf to/b.epub:" in text, errors + text)


def refusals(report, folder, leafset):
    """Where it cannot be told whole, the file stays as it was."""
    path = os.path.join(folder, "d")
    write(path, "as it was")
    write(os.path.join(folder, "text", "c.md"), LEAFLET + "![](lost.png)\n")
    told = leafset("deps", "text", "-o", "to")
    report.check("deps: nothing of leaflets with an error", told.code == 1 and not told.out,
                 told.text)
    built = leafset("build", "text", "-o", "to", "--deps", "d")
    os.rename(os.path.join(folder, "text", "c.md"), os.path.join(folder, "text", "c;d.md"))
    write(os.path.join(folder, "text", "c;d.md"), LEAFLET)
    odd = leafset("build", "text", "-o", "to", "--deps", "d")
    with open(path, encoding="utf-8") as file:
        report.check("--deps: the file stays", built.code == 1 and odd.code == 3 and
                     "c;d" in odd.errors and file.read() == "as it was", odd.errors)
    for name in ("to/a.pdf", "text/a.md"):
        done = leafset("build", "text/a.md", "-o", "to", "--deps", name)
        report.check("--deps %s is refused" % name, done.code in (2, 3) and done.err, done.errors)
    os.makedirs(os.path.join(folder, "execroot"))
    os.symlink("../text", os.path.join(folder, "execroot", "text"))
    done = run([PLAIN, "build", "-q", "-o", "bin", "text/a.md"],
               cwd=os.path.join(folder, "execroot"))
    report.check("a folder of links to sources, as Bazel's", done.code == 0 and os.path.exists(
        os.path.join(folder, "execroot", "bin", "a.pdf")), done.errors)


def stage(report):
    report.each(lambda report, part: part(report), [
        lambda report: watches(report, "in/out"), lambda report: watches(report, "out"),
        make, ninja, deps, another_build, refused])
