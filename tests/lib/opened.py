"""What leafset opens: what it must not be able to read, links, pipes, and files that change."""
import os
import shutil
import subprocess
import time

from bad import below, put
from command import LEAFLET
from golden import code_names, files
from report import fresh, run

NOBODY = 65534
PICTURE = os.path.join("tests", "golden", "image-logo", "logo.png")
FONT = "/usr/share/fonts/truetype/noto/NotoSansMono-Regular.ttf"


def stranger(binary, args, folder, env=None):
    """Runs leafset as a user whom permissions bind, which they do not bind root."""
    if os.geteuid() != 0:
        return run([binary] + args, cwd=folder, env=env)
    return run(["setpriv", "--reuid=%d" % NOBODY, "--regid=%d" % NOBODY, "--clear-groups", binary]
               + args, cwd=folder, env=env)


def permissions(report, binary):
    """What cannot be looked at is not missing: the message says what failed, and the status is that
    of the environment."""
    folder = fresh("opened", "permissions")
    os.chmod(folder, 0o777)
    if stranger(binary, ["--version"], folder).code != 0:
        report.lacks("permissions", "no other user can run " + binary)
        return
    put(folder, {"picture/a.md": LEAFLET + "![A hand that holds a pad](shut/skin.png)\n",
                 "picture/shut/skin.png": "x",
                 "settings/a.md": LEAFLET, "settings/clinic.yml": "name: Clinic\n",
                 "font/a.md": LEAFLET, "font/clinic.yml": "theme: {font: shut/f.ttf}\n",
                 "font/shut/f.ttf": "x",
                 "link/a.md": LEAFLET + "See [ears](shut/ears.md) and [skin](shut/skin).\n",
                 "link/shut/ears.md": LEAFLET, "link/shut/skin.md": LEAFLET,
                 "file/a.md": LEAFLET + "See [the form](shut/form.docx).\n",
                 "file/shut/form.docx": "x",
                 "batch/a.md": LEAFLET, "batch/shut/b.md": LEAFLET,
                 "own/NotoSans-Bold.ttf": "x"})
    shut = [os.path.join(folder, name, "shut") for name in
            ("picture", "font", "link", "file", "batch")] + [
                os.path.join(folder, "settings", "clinic.yml"),
                os.path.join(folder, "own", "NotoSans-Bold.ttf")]
    for path in shut:
        os.chmod(path, 0)
    for name, words in (("picture", "the picture 'shut/skin.png' cannot be read: "),
                        ("settings", "the settings cannot be read: "),
                        ("font", "the theme's font 'shut/f.ttf' cannot be read: "),
                        ("link", "the leaflet shut/ears.md, to which this link leads, cannot be read: "),
                        ("file", "the file shut/form.docx, to which this link leads, cannot be read: "),
                        ("batch", "batch/shut: error: cannot be read: ")):
        done = stranger(binary, ["check", name if name == "batch" else name + "/a.md"], folder)
        report.check("no permission for the %s is told" % name, done.code == 3 and
                     words + "Permission denied [file-unreadable]" in done.errors and
                     "image-missing]" not in done.errors and "-broken]" not in done.errors,
                     "%s\n%s" % (done.code, done.errors))
        report.codes |= code_names(done.errors)
    done = stranger(binary, ["check", "batch/a.md"], folder, {"LEAFSET_FONTS": "own"})
    report.check("no other font is taken for one that cannot be read", done.code == 3 and
                 "own/NotoSans-Bold.ttf: error: the font cannot be read: Permission denied "
                 "[file-unreadable]" in done.errors and "1 error" in done.errors, done.errors)
    for path in shut:
        os.chmod(path, 0o755)


def pipes(report, binary):
    """A pipe in the place of a file is told, and nobody waits for its other end."""
    folder = fresh("opened", "pipes")
    put(folder, {"picture/a.md": LEAFLET + "![A hand that holds a pad](pipe)\n",
                 "font/a.md": LEAFLET, "font/clinic.yml": "theme: {font: pipe}\n",
                 "settings/a.md": LEAFLET, "link/a.md": LEAFLET + "See [ears](pipe.md).\n",
                 "source/README.md": ""})
    for path in ("picture/pipe", "font/pipe", "settings/clinic.yml", "link/pipe.md", "source/a.md"):
        os.mkfifo(os.path.join(folder, path))
    for name in ("picture", "font", "settings", "link", "source"):
        done = run([binary, "check", name + "/a.md"], cwd=folder, timeout=20)
        report.check("a pipe for a %s is told" % name, done.code in (1, 3) and
                     ("not a regular file" in done.errors or "is not a file" in done.errors or
                      "there is no file" in done.errors), "%s\n%s" % (done.code, done.errors))


def cut_fonts(report, binary):
    """A font of the theme that is cut short while a batch uses it ends no batch (SIGBUS)."""
    folder = fresh("opened", "cut")
    put(folder, {"clinic.yml": "theme: {font: f.ttf, font_bold: f.ttf}\n"})
    put(folder, {"%d.md" % i: LEAFLET + "Take %d\u00b5g.\n" % i for i in range(40)})
    ended = []
    for pause in (0.02, 0.04, 0.06, 0.08):
        shutil.copy(FONT, os.path.join(folder, "f.ttf"))
        process = subprocess.Popen([binary, "check", "-q", "."], cwd=folder,
                                   stderr=subprocess.DEVNULL)
        try:
            process.wait(pause)
        except subprocess.TimeoutExpired:
            pass
        os.truncate(os.path.join(folder, "f.ttf"), 0)
        ended.append(process.wait())
    report.check("a theme's font that is cut short ends no batch",
                 all(0 <= code <= 3 for code in ended), str(ended))


def linked_folders(report, binary):
    """A folder that is reached by a link has the settings of the place that it is reached from, and
    its own pictures and leaflets."""
    folder = fresh("opened", "linked")
    put(folder, {"in/clinic.yml": "name: Top\n", "in/shared/clinic.yml": "name: Shared\n",
                 "in/north/clinic.yml": "name: North\n",
                 "in/south/clinic.yml": "name: South\nsite: https://www.example.org/s/\n"
                                        "site_pages: true\n",
                 "in/shared/ent/a.md": LEAFLET + "![A hand that holds a pad](pad.png)\n\n"
                                                 "See [ears](b.md).\n",
                 "in/shared/ent/b.md": LEAFLET + "See [noses](nose).\n"})
    shutil.copy(PICTURE, os.path.join(folder, "in", "shared", "ent", "pad.png"))
    for name in ("north", "south"):
        os.symlink("../shared/ent", os.path.join(folder, "in", name, "ent"))
    os.symlink("shared/ent", os.path.join(folder, "in", "newest"))
    for place, name in (("shared/ent", "Shared"), ("north/ent", "North"), ("south/ent", "South")):
        done = run([binary, "dump", "tree", "in/%s/a.md" % place], cwd=folder)
        report.check("a leaflet at %s has the settings of %s" % (place, name), done.code == 0 and
                     '"%s"' % name in done.text and not done.err, done.text[:500] + done.errors)
    done = run([binary, "dump", "tree", "in/south/ent/b.md"], cwd=folder)
    report.check("its place on the web is that of the link",
                 "https://www.example.org/s/ent/nose" in done.text, done.text)
    done = run([binary, "build", "-q", "-o", "out", "in"], cwd=folder)
    made = files(os.path.join(folder, "out"))
    report.check("a batch has each of them, and a link without settings none", done.code == 0 and
                 sorted(made) == ["%s/ent/%s.%s" % (place, name, kind)
                                  for place in ("north", "shared", "south")
                                  for name in "ab" for kind in ("epub", "pdf")],
                 "%s\n%s" % (" ".join(sorted(made)), done.errors))
    done = run([binary, "build", "-q", "-o", "one", "in/north/ent/a.md"], cwd=folder)
    report.check("one alone is as in the batch", files(os.path.join(folder, "one")) == {
        name: made.get("north/ent/" + name) for name in ("a.pdf", "a.epub")}, done.errors)


def names(report, binary):
    """No name that was given commands a terminal or turns its text around."""
    folder = fresh("opened", "names")
    evil = "a\x1b[31m\u202e\u2066\x9b\x7f\u200f"
    put(folder, {evil + ".md": "", "in/%s.md" % evil: LEAFLET + "![x](%s.png)\n" % evil,
                 "in/x.%s" % evil: "", "none/y.%s" % evil: ""})
    said = []
    for args in (["new", evil + ".md"], ["new", evil + "2.md"], ["new", "no/%s.md" % evil],
                 ["build", evil + ".md"], ["build", evil], ["build", "in"], ["build", "none"],
                 ["build", "--to", evil, "x"], [evil], ["dump", evil], ["build", "--" + evil],
                 ["build", "-o", "in/%s.md/x" % evil, "in"], ["check", "--lang", evil, "in"]):
        done = run([binary] + args, cwd=folder)
        if set(done.text + done.errors) & set(evil[1:]) - set("[31m"):
            said.append("%r: %r" % (args, done.text + done.errors))
        elif not done.text + done.errors:
            said.append("%r says nothing" % args)
    report.check("no name comes raw to the terminal", not said, "\n".join(said))


def state_of(binary, args, folder):
    """What the kernel says of a build that waits for its text, once it has said the same twice."""
    process = subprocess.Popen([binary, "build", "-q", "--from", "markdown", "-o", "out"] + args
                               + ["-"], cwd=folder, stdin=subprocess.PIPE)
    said = None
    for _ in range(100):
        with open("/proc/%d/status" % process.pid, encoding="utf-8") as file:
            now = {key: value.strip() for key, value in
                   (line.split(":", 1) for line in file) if key in ("NoNewPrivs", "Seccomp", "State")}
        if now == said and now["State"].startswith("S"):
            break
        said = now
        time.sleep(0.05)
    process.communicate(LEAFLET.encode())
    return said["NoNewPrivs"], said["Seccomp"], process.returncode


def sandbox(report, binary):
    """Content is read in a sandbox, and what a build needs can be done in it."""
    folder = fresh("opened", "sandbox")
    version = run([binary, "--version"]).text
    report.check("--version tells of the sandbox", "\nsandbox: " in version, version)
    put(folder, {"in/a.md": LEAFLET, "else/b.md": LEAFLET, "else/c.md": LEAFLET, "bad.md": "",
                 "store/x": "", "fonts/x": ""})
    report.check("--no-sandbox leaves it away", state_of(binary, ["--no-sandbox"], folder) ==
                 ("0", "0", 0))
    if "seccomp" in version:
        report.check("a build is in the sandbox before it reads",
                     state_of(binary, [], folder) == ("1", "2", 0))
    else:
        report.lacks("the sandbox", "this kernel has none: " + version)
    os.symlink("../else/b.md", os.path.join(folder, "in", "b.md"))
    os.symlink("../else", os.path.join(folder, "in", "else"))
    os.symlink("../store", os.path.join(folder, "fonts", "store"))
    for name in ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"):
        shutil.copy(os.path.join(os.path.dirname(FONT), name), os.path.join(folder, "store"))
        os.symlink("../store/" + name, os.path.join(folder, "fonts", name))
    os.makedirs(os.path.join(folder, "web"))
    os.makedirs(os.path.join(folder, "out"), exist_ok=True)
    os.symlink("../web", os.path.join(folder, "out", "else"))
    done = run([binary, "build", "-q", "-o", "out", "in"], cwd=folder,
               env={"LEAFSET_FONTS": "fonts"})
    report.check("links of content, fonts and outputs are followed in it", done.code == 0 and
                 not done.err and below(os.path.join(folder, "web")) ==
                 ["b.epub", "b.pdf", "c.epub", "c.pdf"], "%s\n%s" % (done.code, done.errors))
    done = run([binary, "build", "-q", "-o", "new/and/deep", "bad.md", "in/a.md"], cwd=folder)
    report.check("a new folder of outputs is made", done.code == 1 and
                 below(os.path.join(folder, "new")) == ["and/deep/a.epub", "and/deep/a.pdf"],
                 "%s\n%s" % (done.code, done.errors))
    done = run([binary, "build", "-q", "-o", "newer/and/deep", "bad.md"], cwd=folder)
    report.check("and removed where it stays empty", done.code == 1 and
                 not os.path.exists(os.path.join(folder, "newer")), done.errors)


def stage(report):
    binary = report.binary()
    if not binary:
        return
    for test in (permissions, pipes, cut_fonts, linked_folders, names, sandbox):
        test(report, os.path.abspath(binary))
