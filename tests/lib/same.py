"""The same input gives the same bytes: twice, in one thread and two, under another locale and
time zone, from another folder, after other leaflets, and with the allocator handing out dirty memory."""
import os
import shutil

import golden
from report import OUT, fresh, run


def corpus():
    """content/ and the sources of the golden cases that build, in one folder."""
    folder = fresh("same", "corpus")
    if os.path.isdir("content"):
        shutil.copytree("content", os.path.join(folder, "content"))
    for case in golden.cases():
        built = (golden.expectation(case, "status") or "0").strip() == "0"
        if built and "--to" not in golden.arguments(case):
            shutil.copytree(os.path.join(golden.GOLDEN, case), os.path.join(folder, case),
                            symlinks=True)
    return folder


def locale(report):
    """A Turkish locale of our own making: decimal comma, and an i that is not an i."""
    place = fresh("same", "locale")
    tool = shutil.which("localedef")
    if tool and os.path.exists("/usr/share/i18n/locales/tr_TR"):
        run([tool, "-i", "tr_TR", "-f", "UTF-8", os.path.join(place, "tr_TR.UTF-8")])
    if not os.path.isdir(os.path.join(place, "tr_TR.UTF-8")):
        report.skip("tr_TR", "the package locales is missing, so only the locale C.UTF-8 is tried")
        return {"LC_ALL": "C.UTF-8", "TZ": "Pacific/Kiritimati"}
    return {"LC_ALL": "tr_TR.UTF-8", "LOCPATH": place, "TZ": "Pacific/Kiritimati"}


def stage(report):
    binary = report.binary()
    if not binary:
        return
    folder = corpus()
    moved = os.path.join(fresh("same", "moved"), "elsewhere", "deeper")
    shutil.copytree(folder, moved, symlinks=True)

    def build(name, options=(), env=None, source=folder):
        out = fresh("same", name)
        done = run([binary, "build", "-q", "-o", out] + list(options) + ["."], cwd=source, env=env)
        return done.code, golden.files(out), done.errors

    first = build("first", ["-j", "1"])
    report.check("the corpus builds", first[0] == 0 and len(first[1]) >= 2, first[2])
    others = (
        ("again", ["-j", "1"], None, folder),
        ("two threads", ["-j", "2"], None, folder),
        ("eight threads", ["-j", "8"], None, folder),
        ("locale and time zone", ["-j", "2"], locale(report), folder),
        ("dirty memory", ["-j", "1"], {"MALLOC_PERTURB_": "165"}, folder),
        ("another folder", ["-j", "2"], {"HOME": "/nonexistent", "USER": "x"}, moved),
    )

    def check(report, other):
        name, options, env, source = other
        code, files, errors = build(name.replace(" ", "-"), options, env, source)
        different = sorted(n for n in set(files) | set(first[1])
                           if files.get(n) != first[1].get(n))
        report.check("the same bytes: " + name, code == first[0] and not different,
                     " ".join(different[:20]))
        report.check("the same messages: " + name, errors == first[2])

    report.each(check, others)

    # What a thread keeps from leaflet to leaflet shows in none: here each has others before it.
    part = build("shard", ["-j", "1", "--shard", "2/3"])[1]
    different = sorted(name for name in part if part[name] != first[1].get(name))
    report.check("the same bytes: other leaflets before", len(part) > len(first[1]) / 6 and
                 not different, " ".join(different[:20]))
