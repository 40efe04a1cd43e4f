"""The command: options, exit statuses, where files go, atomic outputs, install."""
import json
import os
import re
import shutil
import signal
import struct
import subprocess
import time
import zipfile

from bad import FRONT, below, put, words
from build import BUILDS
from golden import STATE, code_names, files
from report import ENVIRONMENT, OUT, fresh, run
from schema import schema

LEAFLET = FRONT.replace("lang: en", "lang: en\npublished: 2026-01-31") + "Text of the leaflet.\n"


# What build tells, without the editor's rules.
AS_BUILD = ["--rules", os.path.abspath("tests/lib/as-build.yml")]


def usage(report, binary):
    for args in (["--help"], ["--version"], ["build", "--help"], ["check", "--help"]):
        done = run([binary] + args)
        report.check(" ".join(args), done.code == 0 and done.out and not done.err, done.errors)
    version = run([binary, "--version"]).text
    report.check("--version tells a number", re.search(r"\d+\.\d+", version), version)
    folder = fresh("command", "usage")
    put(folder, {"a.md": LEAFLET, "b.md": LEAFLET})
    for args in ([], ["nonsense"], ["build"], ["build", "--nonsense", "a.md"],
                 ["build", "--to", "docx", "a.md"], ["build", "--to", "", "a.md"],
                 ["build", "--to=,", "a.md"], ["build", "-j", "many", "a.md"],
                 ["build", "-o"], ["build", "-o", "-", "a.md"],
                 ["build", "--to", "pdf", "-o", "-", "a.md", "b.md"],
                 ["build", "--to", "png", "-o", "-", "a.md"], ["build", "--dpi", "96", "a.md"],
                 ["build", "--to", "png", "--dpi", "19", "a.md"],
                 ["dump", "nonsense", "a.md"], ["dump", "tree"], ["build", "--from", "x", "-"],
                 ["new"], ["check"], ["check", "-o", "out", "a.md"],
                 ["check", "--to", "docx", "a.md"], ["check", "-"],
                 ["dump", "tree", "--strict", "a.md"], ["new", "--strict", "c.md"]):
        done = run([binary] + args, cwd=folder)
        report.check("usage error: leafset " + " ".join(args),
                     done.code == 2 and done.err and below(folder) == ["a.md", "b.md"],
                     "%s\n%s%s" % (done.code, done.text, done.errors))


def manual(report, binary):
    """The man page has every option of --help."""
    text = "".join(run([binary] + args).text for args in (["--help"], ["build", "--help"],
                                                   ["check", "--help"], ["watch", "--help"],
                                                   ["deps", "--help"], ["status", "--help"],
                                                   ["evidence", "--help"]))
    with open("src/cli/leafset.1", encoding="utf-8") as file:
        page = file.read().replace("\\-", "-").replace("Fl -", "--")
    lost = sorted(o for o in set(re.findall(r"--[a-z][a-z-]+", text)) if o not in page)
    report.check("the man page has every option", not lost, " ".join(lost))
    with open("src/text/words.h", encoding="utf-8") as file:
        wanted = re.findall(r"X\(WORD_\w+, (\"\w+\"), (\".*?\")\)", file.read())
    lost = [key for key, english in wanted
            if "\n.It Cm %s\n%s\n" % (key.strip('"'), english.strip('"')) not in page]
    report.check("the man page has every key of words", len(wanted) > 30 and not lost,
                 " ".join(lost))


def standard_streams(report, binary):
    folder = fresh("command", "streams")
    put(folder, {"a.md": LEAFLET, "a.txt": "A title\n\nA paragraph of text.\n"})
    run([binary, "build", "-q", "-o", "out", "a.md"], cwd=folder)
    for kind, mark in (("pdf", b"%PDF-"), ("epub", b"PK\3\4")):
        done = run([binary, "build", "--to", kind, "-o", "-", "a.md"], cwd=folder)
        with open(os.path.join(folder, "out", "a." + kind), "rb") as file:
            same = file.read() == done.out
        report.check("-o - writes the %s" % kind, done.code == 0 and done.out.startswith(mark)
                     and same, done.errors)
        for form, name in (("markdown", "a.md"), ("plain", "a.txt")):
            with open(os.path.join(folder, name), "rb") as file:
                text = file.read()
            done = run([binary, "build", "--from", form, "--to", kind, "-o", "-", "-"], cwd=folder,
                       stdin=text)
            report.check("- reads %s into %s" % (form, kind),
                         done.code == 0 and done.out.startswith(mark), done.errors)
    for kind in ("tree", "frames", "pages"):
        done = run([binary, "dump", kind, "a.md"], cwd=folder)
        report.check("dump " + kind, done.code == 0 and done.out and not done.err, done.errors)


def folders(report, binary):
    folder = fresh("command", "folders")
    put(folder, {"in/b.md": LEAFLET, "in/deep/a.txt": LEAFLET, "in/README.md": "# No\n",
                 "in/picture.png": b"no", "in/.hidden.md": LEAFLET})
    done = run([binary, "build", "-o", "out", "in"], cwd=folder)
    report.check("a folder keeps its shape", done.code == 0 and below(os.path.join(folder, "out"))
                 == ["b.epub", "b.pdf", "deep/a.epub", "deep/a.pdf"],
                 "%s\n%s" % (below(folder), done.errors))
    done = run([binary, "build", "in/b.md"], cwd=folder)
    report.check("the default folder is out", done.code == 0)
    done = run([binary, "build", "--to", "pdf", "-o", "only", "in"], cwd=folder)
    report.check("--to pdf", done.code == 0 and below(os.path.join(folder, "only"))
                 == ["b.pdf", "deep/a.pdf"], done.errors)
    done = run([binary, "build", "-q", "-o", "quiet", "in"], cwd=folder)
    report.check("-q says nothing", done.code == 0 and not done.err and not done.out, done.errors)


def page_pictures(report, binary):
    """--to png: a file for each page, of its size in dots; no picture of the leaflet is lost."""
    folder = fresh("command", "pages")
    put(folder, {"a.md": LEAFLET + "\n\\newpage\n\nOverleaf.\n", "big/a.md":
                 LEAFLET.replace("title: ", "page: a3\ntitle: "),
                 "shown/a.md": LEAFLET + "\n![A boat on the river](a-1.png)\n"})
    shutil.copy("content/riverside.png", os.path.join(folder, "shown", "a-1.png"))
    sizes = []
    for options in ([], ["--dpi", "150"]):
        done = run([binary, "build", "-q", "--to", "png", "-o", "out", "a.md"] + options, cwd=folder)
        made = files(os.path.join(folder, "out"))
        sizes.append([struct.unpack(">II", made[name][16:24]) for name in sorted(made)])
        report.check("--to png makes a file for each page", done.code == 0 and
                     sorted(made) == ["a-1.png", "a-2.png"], done.errors)
    report.check("in the size of the paper", sizes == [[(794, 1123)] * 2, [(1240, 1754)] * 2],
                 str(sizes))
    put(folder, {"a.md": LEAFLET})
    done = run([binary, "build", "-q", "--to", "png", "-o", "out", "a.md"], cwd=folder)
    report.codes |= code_names(done.errors)
    report.check("a page of an earlier build is told, and stays", done.code == 0 and
                 "has 1 page, but there is a picture of one more" in done.errors and
                 "a-2.png: " not in done.errors and
                 below(os.path.join(folder, "out")) == ["a-1.png", "a-2.png"], done.errors)
    done = run([binary, "build", "--to", "png", "--dpi", "600", "-o", "b", "big/a.md"], cwd=folder)
    report.codes |= code_names(done.errors)
    report.check("a page of too many dots is refused", done.code == 1 and "[page-failed]" in
                 done.errors and not below(os.path.join(folder, "b")), done.errors)
    done = run([binary, "build", "--to", "png", "-o", "shown", "shown/a.md"], cwd=folder)
    report.check("a page does not overwrite a picture", done.code == 1 and "[output-clash]" in
                 done.errors and below(os.path.join(folder, "shown")) == ["a-1.png", "a.md"],
                 done.errors)


def passed_over(report, binary):
    folder = fresh("command", "passed-over")
    put(folder, {"a.markdown": LEAFLET, "b.text": "Title\n\nText.\n", "c.docx": b"PK\3\4",
                 "d/e.PDF": b"%PDF-", "f.png": b"no"})
    done = run([binary, "build", "-o", "out", "--lang", "en", "."], cwd=folder)
    report.check("the summary names what was passed over",
                 "\npassed over: 1 .docx (c.docx), 1 .pdf (d/e.PDF); leaflets end in .md, "
                 in done.errors and "2 built" in done.errors, done.errors)
    put(folder, {"none/c.docx": b"PK\3\4"})
    done = run([binary, "check", "none"], cwd=folder)
    report.check("so does a folder without a leaflet", done.code == 1
                 and "these were passed over: 1 .docx (none/c.docx)" in done.errors, done.errors)
    report.codes |= code_names(done.errors)


def told_once(report, binary):
    """What all leaflets have in common is told once a batch, whatever the number of threads."""
    folder = fresh("command", "once")
    put(folder, {"clinic.yml": "nam: Clinic\n"})
    put(folder, {"%d.md" % i: LEAFLET for i in range(9)})
    said = {run([binary, "check", "-j", jobs] + AS_BUILD + ["."], cwd=folder).errors for jobs in ("1", "4")}
    report.check("a mistake in the settings is told once", len(said) == 1
                 and min(said).count("[key-unknown]") == 1 and ", 1 warning" in min(said),
                 "\n".join(said))
    done = run([binary, "check", "-q", "--no-pages", "."], cwd=folder)
    report.check("what is to be added to the settings is told once",
                 done.errors.count("[contact-missing]") == 1, done.errors)
    put(folder, {"bare/%d.md" % i: "# A title\n\nWords of a leaflet.\n" for i in range(3)})
    put(folder, {"rules.yml": "name: Clinic\n"})
    done = run([binary, "check", "-q", "--rules", "rules.yml", "1.md"], cwd=folder)
    report.check("a file of rules is told what belongs into it",
                 "hint: a file of rules has check: alone" in done.errors, done.errors)
    for args, code in (([], 0), (["--strict"], 1)):
        done = run([binary, "build", "--force"] + args + ["-o", "made", "bare"], cwd=folder)
        counts = [done.errors.count(c) for c in
                  ("[language-assumed]", "same of 2 more leaflets", "[date-missing]")]
        report.check("what one line of settings mends is told once: %s" % args, done.code == code
                     and counts == [1, 1, 0 if code else 3] and
                     done.errors.splitlines()[-1].startswith("3 leaflets: "), done.errors)
    put(folder, {"keys/%d.md" % i: "---\none: 1\ntwo: 2\n---\n# A title\n\nWords.\n" for i in range(3)})
    done = run([binary, "check", "--no-pages", "keys"], cwd=folder)
    report.check("what is told once counts leaflets, not messages",
                 done.errors.count("[key-other]") == 2
                 and "key-other: the same of 2 more leaflets" in done.errors, done.errors)
    run([binary, "check", "-q", "--write-baseline", "known", "bare"], cwd=folder)
    put(folder, {"bare/9.md": "# A title\n\nWords of a leaflet.\n"})
    done = run([binary, "check", "--baseline", "known", "bare"], cwd=folder)
    report.check("what another leaflet did not say either is new of a new one",
                 "9.md:1:1: warning: no language" in done.errors and "bare/0.md" not in done.errors, done.errors)
    done = run([binary, "check", "--fail-on", "note", "bare/1.md"], cwd=folder)
    report.check("the summary counts notes that fail a leaflet",
                 done.code == 1 and "note (refused by --fail-on note)" in done.errors, done.errors)


def clash(report, binary):
    folder = fresh("command", "clash")
    put(folder, {"x/a.md": LEAFLET, "x/a.txt": "Title\n\nText.\n", "y/a.md": LEAFLET})
    for args in (["x"], ["x/a.md", "y/a.md"]):
        done = run([binary, "build", "-o", "out"] + args, cwd=folder)
        report.check("two sources for one output are refused: " + " ".join(args),
                     done.code == 1 and "[output-clash]" in done.errors
                     and not os.path.exists(os.path.join(folder, "out")),
                     "%s\n%s" % (done.code, done.errors))
        report.codes |= code_names(done.errors)


def one_bad_leaflet(report, binary):
    folder = fresh("command", "one-bad")
    put(folder, {"a.md": LEAFLET, "b.md": FRONT + "![x](none.png)\n", "c.md": LEAFLET})
    done = run([binary, "build", "-j", "2", "-o", "out", "."], cwd=folder)
    report.check("one bad leaflet stops no other", done.code == 1
                 and below(os.path.join(folder, "out"))
                 == ["a.epub", "a.pdf", "c.epub", "c.pdf"], done.errors)
    report.check("a closing summary line", len(done.errors.splitlines()) >= 2
                 and not done.errors.splitlines()[-1].startswith(("b.md", "./b.md")), done.errors)


def drafts(report, binary):
    folder = fresh("command", "drafts")
    put(folder, {"a.md": "---\ntitle: T\nlang: en\nstatus: draft\n---\n\nText.\n"})
    done = run([binary, "build", "-o", "out", "a.md"], cwd=folder)
    report.check("a draft builds", done.code == 0, done.errors)
    done = run([binary, "build", "--release", "-o", "release", "a.md"], cwd=folder)
    report.check("--release refuses a draft", done.code == 1 and "[draft-refused]" in done.errors
                 and not os.path.exists(os.path.join(folder, "release", "a.pdf")), done.errors)
    report.codes |= code_names(done.errors)


def strict(report, binary):
    """--strict refuses what has warnings, and counts no notes."""
    folder = fresh("command", "strict")
    put(folder, {"good.md": LEAFLET, "warned.md": LEAFLET + "A **bold word.\n",
                 "noted.md": FRONT + "Text.\n"})
    for args, code, made, said in (
            ([], 0, ["good", "noted", "warned"], "3 leaflets: 3 built, 0 failed, 1 warning"),
            (["--strict"], 1, ["good", "noted"],
             "3 leaflets: 2 built, 1 failed, 1 warning (refused by --strict)")):
        out = os.path.join(folder, "out" + "".join(args))
        done = run([binary, "build", "-o", out] + args + ["."], cwd=folder)
        report.check("warnings with %s" % (args or "no option"), done.code == code
                     and below(out) == [n + e for n in made for e in (".epub", ".pdf")]
                     and done.errors.splitlines()[-1] == said
                     and {"markup-unclosed", "date-missing"} <= code_names(done.errors),
                     "%s\n%s\n%s" % (done.code, below(out), done.errors))
        done = run([binary, "check"] + AS_BUILD + args + ["."], cwd=folder)
        report.check("the same of check", done.code == code and
                     done.errors.splitlines()[-1] == said.replace("built", "checked"), done.errors)
    put(folder, {"old/warned.pdf": "old", "old/warned.epub": "old"})
    for args in (["--to", "pdf", "-o", "-"], ["-o", "old"]):
        done = run([binary, "build", "-q", "--strict"] + args + ["warned.md"], cwd=folder)
        report.check("--strict writes nothing: " + " ".join(args), done.code == 1 and not done.out
                     and files(os.path.join(folder, "old")) ==
                     {"warned.pdf": b"old", "warned.epub": b"old"}, done.errors)


def check(report, binary):
    """check says what build says, whatever is wrong, and leaves no trace."""
    folder = fresh("command", "check")
    bad = {"error.md": FRONT + "![x](none.png)\n", "warned.md": LEAFLET + "A **bold word.\n",
           "noted.md": FRONT + "Text.\n", "draft.md": FRONT.replace("lang", "status: draft\nlang"),
           "foreign.txt": "A title\n\nText.\n", "layout.md": LEAFLET + "\ue123\n"}
    put(folder, dict({"in/" + name: text for name, text in bad.items()}, **{
        "x/a.md": LEAFLET, "y/a.md": FRONT + "![x](none.png)\n", "empty/README.md": "# No\n"}))
    sources = below(folder)
    goal = fresh("command", "check-goal")
    for args in (["in/noted.md"], ["in/warned.md"], ["in"], ["-j", "1", "in"], ["-q", "in"],
                 ["--release", "in"], ["--strict", "in"], ["--lang", "cy", "in/foreign.txt"],
                 ["--from", "plain", "in/warned.md"], ["in/noted.md", "gone.md"], ["empty"]):
        built = run([binary, "build", "--force", "-o", goal] + AS_BUILD + args, cwd=folder)
        done = run([binary, "check"] + AS_BUILD + args, cwd=folder)
        report.check("check says what build says: " + " ".join(args), done.code == built.code
                     and done.errors == re.sub(r"(\d) built,", r"\1 checked,", built.errors)
                     and not done.out and below(folder) == sources,
                     "%s\n%s%s\n%s" % (built.code, built.errors, done.code, done.errors))
    done = run([binary, "check"] + AS_BUILD + ["x/a.md", "in/noted.md", "in/warned.md"], cwd=folder)
    report.check("the summary of check", done.code == 0 and done.errors.splitlines()[-1] ==
                 "3 leaflets: 3 checked, 0 failed, 1 warning", done.errors)
    done = run([binary, "check"] + AS_BUILD + ["--from", "markdown", "-"], cwd=folder, stdin=LEAFLET.encode())
    report.check("check reads standard input", done.code == 0 and not done.out and
                 done.errors == "1 leaflet: 1 checked, 0 failed\n", done.errors)
    done = run([binary, "check"] + AS_BUILD + ["x", "y"], cwd=folder)
    report.check("check tells of a clash and of all else", done.code == 1 and
                 {"output-clash", "image-missing"} <= code_names(done.errors), done.errors)
    put(folder, {"out": "a file where the output's folder would be"})
    done = run([binary, "check"] + AS_BUILD + ["x"], cwd=folder)
    report.check("check needs no output folder", done.code == 0 and
                 below(folder) == sorted(sources + ["out"]), done.errors)


def across(report, binary):
    """What leaflets say that others contradict, in their order whatever the number of threads."""
    folder = fresh("command", "across")
    put(folder, {"clinic.yml": "name: R\nphone: 020 912 3456\nlang: en-IE\n"})
    leaflet = "---\ntitle: T\nreference: %s\n%s---\n\nCall %s about %s.\n"
    put(folder, {
        "a.md": leaflet % ("SK-1", "", "0209123456", "the anesthetic"),
        "b.md": leaflet % ("SK-1", "", "020 912 3456", "the anaesthetic"),
        "c.md": leaflet % ("SK-1", "lang: cy\n", "020 912 3456", "the anaesthetic"),
        "d.md": leaflet % ("SK-2", "", "020 912 3456", "the anaesthetic"),
        "e.md": leaflet % ("SK-2", "allow: {reference-twice: its twin}\n", "020-9123456", "it")})
    said = {run([binary, "check", "-q", "-j", jobs, "."], cwd=folder).errors
            for jobs in ("1", "2", "5")}
    lines = re.findall(r"^(.*) \[(?:reference-twice|phone-two-ways|spelled-two-ways)\]$", min(said), re.M)
    report.check("leaflets are held to one another", len(said) == 1 and lines == [
        "a.md:6:6: warning: written 0209123456 here, and 020 912 3456 in clinic.yml:2",
        "a.md:6:27: note: written anesthetic here, and anaesthetic in b.md:6",
        "b.md:3:12: warning: a.md:3 has the same reference",
        "e.md:7:6: warning: written 020-9123456 here, and 020 912 3456 in clinic.yml:2"],
        "\n".join(said))
    report.codes |= code_names(min(said))
    folder = fresh("command", "phones")
    put(folder, {"a.md": LEAFLET + "\nCall 01632 960001.\n",
                 "b.md": LEAFLET + "\nCall 01632 960 001.\n"})
    done = run([binary, "check", "-q", "--no-pages", "."], cwd=folder)
    report.check("a number whose groups are mended is told of once",
                 "[phone-groups]" in done.errors and "[phone-two-ways]" not in done.errors,
                 done.errors)


def shards(report, binary):
    """Several machines share a batch: each leaflet is in one shard, the same each time, and all
    shards together are what one build makes."""
    folder = fresh("command", "shards")
    put(folder, {"in/%s/%d.md" % (part, i): LEAFLET + "\nSee [the next](%d.md).\n" % ((i + 1) % 20)
                 for part in ("a", "b") for i in range(20)})
    whole = run([binary, "build", "-q", "-o", "whole", "in"], cwd=folder)
    wanted = files(os.path.join(folder, "whole"))
    report.check("all leaflets without shards", whole.code == 0 and len(wanted) == 80, whole.errors)
    parts = []
    for i in range(1, 8):
        done = run([binary, "build", "-o", "part%d" % i, "--shard", "%d/7" % i, "in"], cwd=folder)
        parts.append(files(os.path.join(folder, "part%d" % i)))
        report.check("the summary of shard %d" % i, done.code == 0 and
                     "%d left to others" % (40 - len(parts[-1]) // 2) in done.errors, done.errors)
    joined = {name: text for part in parts for name, text in part.items()}
    report.check("seven shards make what one build makes", joined == wanted and
                 sum(map(len, parts)) == len(wanted), str([len(part) for part in parts]))
    report.check("no shard has much more than its part", max(map(len, parts)) <= 24,
                 str([len(part) for part in parts]))
    put(folder, {"in/c/new.md": LEAFLET})
    run([binary, "build", "-q", "-o", "again", "--shard", "3/7", "in"], cwd=folder)
    kept = set(files(os.path.join(folder, "again"))) - {"c/new.pdf", "c/new.epub"}
    report.check("a new leaflet moves no other", kept == set(parts[2]), str(sorted(kept)))
    for env in ({"CI_NODE_INDEX": "3", "CI_NODE_TOTAL": "7"},
                {"CIRCLE_NODE_INDEX": "2", "CIRCLE_NODE_TOTAL": "7"},
                {"SLURM_ARRAY_TASK_ID": "14", "SLURM_ARRAY_TASK_MIN": "10",
                 "SLURM_ARRAY_TASK_STEP": "2", "SLURM_ARRAY_TASK_COUNT": "7"},
                {"TEST_SHARD_INDEX": "2", "TEST_TOTAL_SHARDS": "7"},
                {"JOB_COMPLETION_INDEX": "2"}):
        count = "auto" if len(env) > 1 else "auto/7"
        done = run([binary, "check", "--no-pages", "--shard", count, "in"], cwd=folder, env=env)
        report.check("--shard auto: " + min(env), "shard 3 of 7" in done.errors, done.errors)
    for value, env in (("8/7", {}), ("0/7", {}), ("3", {}), ("a/7", {}), ("auto", {}),
                       ("auto", {"JOB_COMPLETION_INDEX": "2"}), ("3/", {}), ("auto/0", {}),
                       ("auto", {"CI_NODE_INDEX": "9", "CI_NODE_TOTAL": "7"}),
                       ("auto/7", {"SLURM_ARRAY_TASK_ID": "4", "SLURM_ARRAY_TASK_MIN": "4",
                                   "SLURM_ARRAY_TASK_COUNT": "1"})):
        done = run([binary, "check", "--shard", value, "in"], cwd=folder, env=env)
        report.check("--shard %s %s is refused" % (value, env), done.code == 2, done.errors)
    done = run([binary, "check", "-q", "--no-pages", "--format", "sarif", "--shard", "2/7", "in"],
               cwd=folder)
    report.check("shards have names of their own in SARIF", '"leafset/in/shard-2/"' in done.text)


def rules(report, binary):
    """What the rules are."""
    done = run([binary, "check", "--list"])
    report.check("check --list", done.code == 0 and not done.err and "\nBalance\n" in done.text)
    codes = re.findall(r"^  ([a-z0-9-]+) +(?:note|warning|error)", done.text, re.M)
    done = run([binary, "check", "--list", "--format", "json"])
    listed = json.loads(done.out)
    report.check("check --list for programs", done.code == 0 and listed["version"] == 1 and
                 [rule["code"] for rule in listed["rules"]] == codes and
                 {rule["severity"] for rule in listed["rules"]} == {"note", "warning", "error"} and
                 any(rule["limit"] for rule in listed["rules"]), done.text[:300])
    done = run([binary, "check", "--explain", "promise", "--format", "json"])
    report.check("--explain has one form", done.code == 2, done.errors)
    done = run([binary, "check", "--explain", "promise"])
    report.check("check --explain", done.code == 0 and "DISCERN" in done.text
                 and "Not so:" in done.text, done.text)
    done = run([binary, "check", "--explain", "promises"])
    report.check("check --explain of no rule", done.code == 2 and not done.out
                 and "did you mean 'promise'" in done.errors, done.errors)
    done = run([binary, "check", "--checklist"])
    report.check("check --checklist", done.code == 0 and done.text.count("[ ]") > 10)
    folder = fresh("command", "no-pages")
    put(folder, {"a.md": FRONT + "Words [TBC].\n\n" + "x" * 300 + "\n"})
    told = [code_names(run([binary, "check"] + args + ["a.md"], cwd=folder).errors)
            for args in ([], ["--no-pages"])]
    report.check("check --no-pages asks the text alone", "placeholder-left" in told[0] & told[1]
                 and "line-overfull" in told[0] - told[1], str(told))
    done = run([binary, "check", "--list", "a.md"])
    report.check("--list takes no path", done.code == 2, done.errors)
    folder = fresh("command", "overdue")
    put(folder, {"a.md": "---\ntitle: T\nlang: en\nnext_review: 2025-06\n---\n\nText.\n"})
    for args, env, told in ((["--today", "2025-06-30"], {}, False),
                            (["--today", "2025-07-01"], {}, True), ([], {}, False),
                            ([], {"SOURCE_DATE_EPOCH": "1751328000"}, True),
                            (["--today", "2025-06-01"], {"SOURCE_DATE_EPOCH": "1751328000"}, False)):
        done = run([binary, "check", "a.md"] + args, cwd=folder, env=env)
        report.check("overdue: %s %s" % (args, env), done.code == 0 and
                     ("[review-overdue]" in done.errors) == told, done.errors)
    done = run([binary, "build", "--release", "--today", "2025-07-01", "a.md"], cwd=folder)
    report.check("build --release refuses what is overdue", done.code == 1 and
                 "error: the review was due on 2025-06 [review-overdue]" in done.errors,
                 done.errors)


def starter(report, binary):
    folder = fresh("command", "starter")
    done = run([binary, "new", "mine.md"], cwd=folder)
    report.check("new writes a leaflet", done.code == 0 and below(folder) == ["mine.md"],
                 done.errors)
    done = run([binary, "build", "-o", "out", "mine.md"], cwd=folder)
    report.check("the new leaflet builds", done.code == 0, done.errors)
    with open(os.path.join(folder, "mine.md"), encoding="utf-8") as file:
        full = re.sub(r"^# ([a-z_]+:)", r"\1", file.read(), flags=re.MULTILINE)
    put(folder, {"full/mine.md": full})
    done = run([binary, "build", "-q", "-o", "out", "full/mine.md"], cwd=folder)
    report.check("its fields are right once they are no comments", done.code == 0 and
                 done.errors == "", done.errors)
    for name, command in (("a b.md", "'a b.md'"), ("it's.md", "'it'\\''s.md'"), ("-x.md", "./-x.md")):
        done = run([binary, "new", "--", name], cwd=folder)
        report.check("new says how %s is built" % name,
                     done.code == 0 and " build %s`" % command in done.text, done.text)
    before = below(folder)
    for name in ("-", "README.md", "x.docx", "clinic.yml", "x.txt"):
        done = run([binary, "new", name], cwd=folder)
        report.check("new makes no %s, which would not be built" % name,
                     done.code == 2 and below(folder) == before, done.errors)
    done = run([binary, "new", "none/x.md"], cwd=folder)
    report.check("new says that there is no folder", done.code == 3 and
                 "folder is not there" in done.errors and "hint: " in done.errors, done.errors)
    with open(os.path.join(folder, "mine.md"), "rb") as file:
        before = file.read()
    done = run([binary, "new", "mine.md"], cwd=folder)
    with open(os.path.join(folder, "mine.md"), "rb") as file:
        report.check("new does not write over a file", done.code != 0 and file.read() == before,
                     done.errors)


def clock(report, binary):
    folder = fresh("command", "clock")
    put(folder, {"a.md": FRONT + "Text.\n"})
    for epoch, moment in (("0", "1970-01-01T00:00:00Z"), ("1700000000", "2023-11-14T22:13:20Z")):
        done = run([binary, "build", "-q", "-o", "out", "a.md"], cwd=folder,
                   env={"SOURCE_DATE_EPOCH": epoch})
        made = files(os.path.join(folder, "out"))
        with zipfile.ZipFile(os.path.join(folder, "out", "a.epub")) as book:
            package = [book.read(name).decode() for name in book.namelist()
                       if name.endswith(".opf")]
        report.check("SOURCE_DATE_EPOCH %s is the date of both files" % epoch, done.code == 0 and
                     moment in package[0] and moment[:19].encode() in made["a.pdf"],
                     "%s\n%s\n%s" % (moment, package[0], done.errors))
    done = run([binary, "build", "-q", "-o", "out", "a.md"], cwd=folder,
               env={"SOURCE_DATE_EPOCH": "yesterday"})
    report.check("a wrong SOURCE_DATE_EPOCH", done.code == 2 and "SOURCE_DATE_EPOCH" in
                 done.errors, "%s\n%s" % (done.code, done.errors))


def unwritten(report, binary):
    """What cannot be noted is told, for nobody knows else why all is built each time."""
    folder = fresh("command", "unwritten")
    state = os.path.join(folder, "out", STATE)
    put(folder, {"a.md": FRONT + "Words.\n", "b.md": FRONT + "Words.\n"})
    put(folder, {"out/%s/within" % STATE: "x"})
    build = [binary, "build", "--strict", "--no-sync", "-o", "out", "."]
    for turn in ("once", "again"):
        done = run(build, cwd=folder)
        report.codes |= code_names(done.errors)
        told = [line for line in done.errors.splitlines() if "[state-unwritten]" in line]
        report.check("a state that cannot be written is told, " + turn, done.code == 0 and
                     len(told) == 1 and told[0].startswith("out/%s: note: " % STATE) and
                     "a folder has this name" in told[0] and "2 leaflets: 2 built, 0 failed" in done.errors and
                     sorted(files(os.path.join(folder, "out"))) ==
                     [".leafset-state/within", "a.epub", "a.pdf", "b.epub", "b.pdf"], done.errors)
    report.check("so is it to who wants no summary",
                 "[state-unwritten]" in run(build + ["-q"], cwd=folder).errors)
    shutil.rmtree(state)
    os.symlink("elsewhere", state)
    done = run(build, cwd=folder)
    report.check("a link in its place is told, or gives way where there is no sandbox", done.code == 0
                 and ("[state-unwritten]" in done.errors) == os.path.islink(state), done.errors)
    done = run(build + ["--no-sandbox"], cwd=folder)
    again = run(build, cwd=folder)
    report.check("a link in its place gives way without a sandbox", os.path.isfile(state) and
                 "[state-unwritten]" not in done.errors and "2 unchanged" in again.errors,
                 done.errors + again.errors)


def unwritten_reports(report, binary):
    """Nothing that was not written is said to be, and a folder is told by the file that goes there."""
    folder = fresh("command", "unwritten-reports")
    put(folder, {"a.md": FRONT + "You can't come.\n"})
    full = ["sh", "-c", 'ulimit -f 0; exec "$0" "$@"', binary]   # as a full disk
    for args in (["--write-baseline", "known"], ["--fix"]):
        done = run(full + ["check", "--no-pages"] + args + ["a.md"], cwd=folder)
        report.check("what could not be written is not said to be: " + args[0], done.code == 3 and
                     "cannot be written" in done.errors and " written to " not in done.errors
                     and " made in " not in done.errors, done.errors)
    for args in (["evidence", "-o", "none/e.txt"], ["evidence", "--format", "pdf", "-o", "none/e.pdf"]):
        done = run([binary] + args + ["a.md"], cwd=folder)
        report.check("a folder that is not there is told: " + " ".join(args), done.code == 3 and
                     args[-1] + ": error: cannot be written: its folder is not there" in done.errors
                     and not os.path.exists(os.path.join(folder, "none")), done.errors)
    put(folder, {"b.md": LEAFLET, "c.txt": "Title\n\nText.\n", "clinic.yml": "name: Clinic\n"})
    before = files(folder)
    for args in (["evidence", "-o", "a.md"], ["evidence", "-o", "b.md"], ["evidence", "-o", "clinic.yml"],
                 ["evidence", "--lang", "en", "-o", "c.txt", "c.txt"], ["check", "--format", "json=b.md"],
                 ["check", "--write-baseline", "clinic.yml"], ["build", "--deps", "b.md"]):
        done = run([binary] + args + ["a.md"], cwd=folder)
        report.check("no report takes the place of what somebody wrote: " + " ".join(args),
                     done.code == 2 and "name another file" in done.errors and files(folder) == before,
                     done.errors)
    put(folder, {"file": ""})
    done = run([binary, "check", "--format", "json=file/x.json", "a.md"], cwd=folder)
    report.check("what cannot be written is told by its own name",
                 done.code == 3 and done.errors.startswith("file/x.json: error: cannot be written"), done.errors)


def interrupted(report, binary):
    """Interrupted at many moments: of each leaflet both old files or both new ones, nothing else."""
    folder = fresh("command", "interrupted")
    names = ("a", "b", "c")
    text = FRONT + "\n\n".join(words(200, seed) for seed in range(50)) + "\n"
    put(folder, {name + ".md": text for name in names})
    build = [binary, "build", "-q", "-o", "out"] + [name + ".md" for name in names]
    lasts = []
    for _ in range(3):
        start = time.monotonic()
        run(build, cwd=folder)
        lasts.append(time.monotonic() - start)
    whole = files(os.path.join(folder, "out"))
    old = {name: b"old" for name in whole}
    steps, wrong, killed = 24, [], 0
    for step in range(steps):
        shutil.rmtree(os.path.join(folder, "out"))
        put(folder, {"out/" + name: "old" for name in whole})
        job = subprocess.Popen(build + ["-j", str(step % 2 + 1)], cwd=folder, env=ENVIRONMENT,
                               stderr=subprocess.DEVNULL)
        time.sleep(min(lasts) * (step + 1) / steps)
        number = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)[step % 3]
        job.send_signal(number)
        killed += job.wait() == -number
        now = files(os.path.join(folder, "out"))
        for name in names:
            pair = {n: now.pop(n, None) for n in (name + ".pdf", name + ".epub")}
            if pair not in [{n: made[n] for n in pair} for made in (old, whole)]:
                wrong.append("%s after %d/%d" % (name, step + 1, steps))
        wrong += ["%s after %d/%d" % (name, step + 1, steps) for name in now]
    report.check("an interrupted build leaves both old files or both new ones", not wrong,
                 " ".join(wrong))
    report.check("an interrupt ends the build", killed > steps // 4, "%d of %d" % (killed, steps))
    job = subprocess.Popen(build, cwd=folder, env=ENVIRONMENT, stderr=subprocess.DEVNULL,
                           preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    time.sleep(min(lasts) / 4)
    job.send_signal(signal.SIGHUP)
    report.check("an ignored hangup stays ignored", job.wait() == 0, str(job.returncode))


def terminal(report, binary):
    """Colour and the source line with its caret only on a terminal."""
    import pty
    folder = fresh("command", "terminal")
    put(folder, {"a.md": FRONT + "![x](none.png)\n"})
    plain = run([binary, "build", "a.md"], cwd=folder)
    report.check("no caret without a terminal", "^" not in plain.errors and "\x1b" not in
                 plain.errors, plain.errors)
    seen = {}
    for name, env in (("colour", {}), ("no colour", {"NO_COLOR": "1"})):
        environment = {k: v for k, v in ENVIRONMENT.items() if k != "NO_COLOR"}
        environment.update(env, TERM="xterm")
        ours, theirs = pty.openpty()
        job = subprocess.Popen([binary, "build", "a.md"], cwd=folder, env=environment,
                               stdout=theirs, stderr=theirs, stdin=subprocess.DEVNULL)
        os.close(theirs)
        text = b""
        while True:
            try:
                data = os.read(ours, 4096)
            except OSError:
                break
            if not data:
                break
            text += data
        job.wait()
        os.close(ours)
        seen[name] = text.decode("utf-8", "replace")
    report.check("a caret on a terminal", "^" in seen["colour"] and "none.png" in seen["colour"],
                 repr(seen["colour"]))
    report.check("colour on a terminal", re.search(r"\x1b\[[0-9;]+m", seen["colour"]),
                 repr(seen["colour"]))
    report.check("NO_COLOR", not re.search(r"\x1b\[[0-9;]+m", seen["no colour"]),
                 repr(seen["no colour"]))


def install(report):
    folder = fresh("command", "install")
    done = run(["make", "DEPS=no", "VARIANT=check", "VARIANT_CFLAGS=" + BUILDS["check"], "install",
                "DESTDIR=" + folder, "PREFIX=/usr"], timeout=600)
    report.check("make install", done.code == 0 and below(folder)
                 == ["usr/bin/leafset", "usr/share/man/man1/leafset.1"],
                 "%s\n%s" % (below(folder), done.errors))
    work = fresh("command", "installed")
    put(work, {"a.md": LEAFLET})
    done = run([os.path.join(folder, "usr/bin/leafset"), "build", "-o", "out", "a.md"], cwd=work)
    report.check("the installed tool works", done.code == 0, done.errors)


def packages(report):
    """The installer's messages where it cannot install; nothing here touches the system."""
    folder = fresh("command", "packages")
    put(folder, {"bin/pkg-config": "#!/bin/sh\nexit 1\n", "bin/id": "#!/bin/sh\necho 1000\n",
                 "bin/sudo": "#!/bin/sh\nexit 1\n", "bin/apt-get": "#!/bin/sh\nexit 100\n"})
    for name in os.listdir(os.path.join(folder, "bin")):
        os.chmod(os.path.join(folder, "bin", name), 0o755)
    tools = os.path.join(folder, "tools")
    os.makedirs(tools)
    for name in ("sh", "cc", "gcc", "as", "ld", "sed", "grep", "mktemp", "rm", "cat", "tail", "env",
                 "tr", "dirname", "mkdir", "ls", "cmp", "mv"):
        if shutil.which(name):
            os.symlink(shutil.which(name), os.path.join(tools, name))
    bin_folder = os.path.join(folder, "bin")

    def attempt(remove=(), **env):
        place = fresh("command", "packages-bin")
        for name in os.listdir(bin_folder):
            if name not in remove:
                shutil.copy2(os.path.join(bin_folder, name), os.path.join(place, name))
        return run(["/bin/sh", "src/install-deps.sh", "build"],
                   env=dict({"PATH": place + ":" + tools}, **env))

    for name, done, wanted in (
            ("DEPS=no", attempt(DEPS="no"), "DEPS=no"),
            ("no root, no sudo", attempt(), "sudo apt-get update && sudo apt-get install"),
            ("another system", attempt(remove=("apt-get",)), "dnf install")):
        report.check("missing packages: " + name, done.code == 3 and wanted in done.errors
                     and "libzip" in done.errors, "%s\n%s" % (done.code, done.errors))
    put(folder, {"bin/id": "#!/bin/sh\necho 0\n", "bin/apt-get":
                 "#!/bin/sh\necho 'E: Failed to fetch: Temporary failure resolving'\nexit 100\n"})
    done = attempt()
    report.check("missing packages: no network", done.code == 3 and "no network" in done.errors,
                 "%s\n%s" % (done.code, done.errors))


def without_fonts(report, binary):
    """A machine without the fonts' package, in a mount namespace of its own (root)."""
    folder = fresh("command", "no-fonts")
    put(folder, {"a.md": LEAFLET})
    done = run(["unshare", "-m", "sh", "-c", "mount -t tmpfs none /usr/share/fonts || exit 77; "
                "exec \"$0\" build -o out a.md", os.path.abspath(binary)], cwd=folder)
    if done.code in (1, 77) and "font-missing" not in done.errors:
        report.skip("no fonts", "needs the right to mount: " + done.errors[:200])
        return
    report.codes |= code_names(done.errors)
    report.check("a missing font package is named and exits with 3",
                 done.code == 3 and "[font-missing]" in done.errors and "fonts-noto" in done.errors
                 and "is not in /usr/share/fonts/truetype, /usr/share/fonts or" in done.errors,
                 "%s\n%s" % (done.code, done.errors))
    done = run(["unshare", "-m", "sh", "-c", "mkdir fonts && cp /usr/share/fonts/truetype/noto/"
                "NotoSans*.ttf fonts && mount -t tmpfs none /usr/share/fonts && "
                "LEAFSET_FONTS=fonts exec \"$0\" build -o out a.md", os.path.abspath(binary)],
               cwd=folder)
    report.check("LEAFSET_FONTS names a folder of fonts", done.code == 0, done.errors)


def font_folder(report, binary):
    """Fonts of a folder that is not there do not give way to others unseen."""
    folder = fresh("command", "font-folder")
    put(folder, {"a.md": LEAFLET, "file": ""})
    for name, code in (("none", 3), ("file", 3), ("", 0)):
        done = run([os.path.abspath(binary), "build", "-o", "out", "a.md"], cwd=folder,
                   env={"LEAFSET_FONTS": name})
        told = "LEAFSET_FONTS names no folder" in done.errors
        report.check("LEAFSET_FONTS=%s" % name, done.code == code and told == (code == 3),
                     "%s\n%s" % (done.code, done.errors))


def without_library(report, binary):
    """Libraries that are loaded when they are used: a broken one is told, others need none."""
    folder = fresh("command", "no-library")
    picture = os.path.join("tests", "golden", "image-gif")
    gif = [name for name in os.listdir(picture) if name.endswith(".gif")][0]
    european = "\u00c4rzte, a \u201ccaf\u00e9\u201d \u2013 \u00bd\n\n\u0395\u03bb\u03bb\u03ac\u03b4\u03b1\n\n" \
               "\u0436\u0438\u0437\u043d\u044c\n\n- one\n- two\n"
    put(folder, {"a.md": LEAFLET + european, "gif.md": LEAFLET + "![A dot](%s)\n" % gif,
                 "entity.md": LEAFLET + "Tea &amp; water\n",
                 "hebrew.md": LEAFLET + "\u05e2\u05d1\u05e8\u05d9\u05ea\n",
                 "html.md": LEAFLET + '<span lang="fr">Paris</span>\n'})
    shutil.copy(os.path.join(picture, gif), folder)
    with open("out/check/obj/gen/libraries.inc", encoding="utf-8") as file:
        names = dict(line.split()[1:] for line in file if "LIBRARY_ALL" not in line)
    for key, source in (("ZIP", "a.md"), ("GIF", "gif.md"), ("MD4C_HTML", "entity.md"),
                        ("XML2", "a.md"), ("XML2", "html.md"), ("ICUUC", "hebrew.md")):
        name = names["LIBRARY_" + key].strip('"')
        put(folder, {key + "/" + name: "no library"})
        env = {"LD_LIBRARY_PATH": os.path.join(folder, key)}
        formats = "pdf,epub" if source == "a.md" else "pdf" # libxml2 may load ICU, too
        done = run([binary, "build", "--to", formats, "-o", "out", source], cwd=folder, env=env)
        report.check("a %s that cannot be loaded is named once and exits with 3" % name,
                     done.code == 3 and done.errors.count("\n") == 1 and not done.text and
                     done.errors.startswith("leafset: the library %s cannot be loaded: " % name)
                     and not below(os.path.join(folder, "out")), "%s\n%s" % (done.code, done.errors))
        done = run([binary, "build", "--to", "pdf", "-o", "pdf", "a.md"], cwd=folder, env=env)
        report.check("a leaflet without that needs no " + name, done.code == 0, done.errors)


def side_by_side(report, binary):
    """A spare processor writes the EPUB beside the PDF: the same diagnostics and files."""
    folder = fresh("command", "side")
    put(folder, {"a.md": FRONT + "Text.\n"})
    got = []
    for jobs in ("1", "2"):
        done = run([binary, "build", "-j", jobs, "-o", "out" + jobs, "a.md"], cwd=folder)
        got.append((done.code, done.errors, files(os.path.join(folder, "out" + jobs))))
    report.check("the same with one thread and with two", got[0] == got[1] and
                 "[date-missing]" in got[0][1] and len(got[0][2]) == 2,
                 "\n".join("%s %s %s" % (code, errors, sorted(made)) for code, errors, made in got))


def readme(report, binary):
    """The README's leaflet in ten lines builds without a word of complaint."""
    folder = fresh("command", "readme")
    with open("README.md", encoding="utf-8") as file:
        part = file.read().split("## A leaflet in ten lines\n\n")[1]
    lines = part.split("```markdown\n")[1].split("\n```")[0].split("\n")
    command = re.search(r"^Save it .*?run `out/bin/leafset (.+?)`", part, re.M).group(1).split()
    put(folder, {"first.md": "\n".join(lines) + "\n"})
    done = run([binary] + command, cwd=folder)
    report.check("the README's leaflet builds", done.code == 0 and
                 done.errors == "1 leaflet: 1 built, 0 failed\n" and
                 len(lines) == 10 and below(os.path.join(folder, "out")) ==
                 ["first.epub", "first.pdf"], "%s\n%s" % (done.code, done.errors))


def readme_settings(report, binary):
    """So do its settings, and what it puts into front matter."""
    folder = fresh("command", "readme-settings")
    with open("README.md", encoding="utf-8") as file:
        blocks = re.findall(r"(?:^(?:    .*)?\n)+", file.read(), re.MULTILINE)
    blocks = [re.sub("^    ", "", b, flags=re.MULTILINE).strip("\n") + "\n" for b in blocks if b.strip()]
    parts = {key: [b for b in blocks if re.match(key + ":", b)]
             for key in ("name", "accessibility", "words", "languages", "check", "judged")}
    report.check("the README has each of these once", all(len(p) == 1 for p in parts.values()), parts)
    judged = "".join(parts.pop("judged"))
    put(folder, {"clinic.yml": "".join(p for found in parts.values() for p in found),
                 "a.md": FRONT.replace("---\n", "---\n" + judged + 'version: "1.3"\n', 1) + "Words.\n"})
    shutil.copy("tests/golden/image-kinds/lines.png", os.path.join(folder, "riverside.png"))
    done = run([binary, "build", "-o", "out", "a.md"], cwd=folder)
    report.check("the README's settings are right", done.code == 0 and
                 not code_names(done.errors) - {"words-unreviewed", "date-missing"}, done.errors)


def former_theme(report, binary):
    """A leaflet whose font is broken is not set in the font of the leaflet before it."""
    folder = fresh("command", "theme")
    with open("/usr/share/fonts/truetype/noto/NotoSansMono-Regular.ttf", "rb") as file:
        font = file.read()
    put(folder, {"clinic.yml": "name: Clinic\n", "a/clinic.yml": "theme: {font: a/mono.ttf}\n",
                 "b/clinic.yml": "theme: {font: b/broken.ttf}\n", "b/broken.ttf": "no font"})
    with open(os.path.join(folder, "a", "mono.ttf"), "wb") as file:
        file.write(font)
    put(folder, {"a/a.md": LEAFLET, "b/b.md": FRONT + "i" * 60 + "\n"})
    alone = run([binary, "build", "-q", "-o", "out", "b/b.md"], cwd=folder)
    after = run([binary, "build", "-q", "-j", "1", "-o", "out", "a/a.md", "b/b.md"], cwd=folder)
    said = [line for line in after.errors.splitlines(True) if line.startswith("b/")]
    report.check("a broken font does not bring back the font before", alone.code == 1 and
                 said == [line for line in alone.errors.splitlines(True)
                          if line.startswith("b/")], alone.errors + after.errors)


def both_or_neither(report, binary):
    """The PDF cannot take its place (a folder stands there): the old EPUB stays as it was."""
    folder = fresh("command", "both")
    put(folder, {"a.md": LEAFLET, "out/a.pdf/in-the-way": "x", "out/a.epub": "old"})
    done = run([binary, "build", "-o", "out", "a.md"], cwd=folder)
    with open(os.path.join(folder, "out", "a.epub"), encoding="utf-8", errors="replace") as file:
        report.check("a PDF that cannot be put in place leaves the old EPUB", done.code == 3 and
                     file.read() == "old" and below(os.path.join(folder, "out")) ==
                     ["a.epub", "a.pdf/in-the-way"], "%s\n%s" % (done.code, done.errors))


SIBLINGS = {
    "in/clinic.yml": "site: https://www.example.org/\n",
    "in/a.md": LEAFLET.replace("title: ", "online: https://www.example.org/a\ntitle: ") +
    "See [ears](ent/ears.md#pain) and [skin](skin/our%20skin.pdf).\n\n## Drinks\n",
    "in/ent/ears.md": LEAFLET.replace("title: ", "reference: EN-1\ntitle: Ears, or ") +
    "See [drinks](../a.md#drinks) and [skin](<../skin/our skin.md>).\n\n## Pain\n",
    "in/skin/our skin.md": LEAFLET + "See [ears](../ent/ears) and [hours](/hours).\n"}


def links_of(folder, name):
    """The addresses of the links of a PDF and of an EPUB."""
    listed = run(["pdfinfo", "-url", os.path.join(folder, name + ".pdf")]).text
    with zipfile.ZipFile(os.path.join(folder, name + ".epub")) as book:
        text = book.read("EPUB/leaflet.xhtml").decode("utf-8")
    return (re.findall(r"Annotation +(\S+)", listed),
            re.findall(r'<a href="(https[^"]*)"', text), text)


def siblings(report, binary):
    """Three leaflets that link to each other: where the links lead, and that a batch of any
    threads and a build of one make the same."""
    if not shutil.which("pdfinfo"):
        report.skip("links between leaflets", "no pdfinfo")
        return
    folder = fresh("command", "siblings")
    put(folder, SIBLINGS)
    for jobs in ("1", "8"):
        done = run([binary, "build", "-q", "-j", jobs, "-o", "out" + jobs, "in"], cwd=folder)
        report.check("three leaflets that link to each other build", done.code == 0
                     and not done.err, done.errors)
    out = os.path.join(folder, "out1")
    report.check("in one thread and in eight they are the same",
                 files(out) == files(os.path.join(folder, "out8")) and len(files(out)) == 6)
    run([binary, "build", "-q", "-o", "alone", "in/ent/ears.md"], cwd=folder)
    made = files(os.path.join(folder, "alone"))
    report.check("one alone is as in the batch", len(made) == 2 and
                 all(bytes_ == files(out)["ent/" + name] for name, bytes_ in made.items()))
    got = links_of(out, "a"), links_of(out, "ent/ears"), links_of(out, "skin/our skin")
    report.check("the links of the PDFs lead to the PDFs beside them", [g[0] for g in got] == [
        ["./ent/ears.pdf#nameddest=pain", "./skin/our%20skin.pdf"],
        ["../a.pdf#nameddest=drinks", "../skin/our%20skin.pdf"],
        ["../ent/ears.pdf", "https://www.example.org/hours"]], str([g[0] for g in got]))
    report.check("the links of the EPUBs lead to the web or are words", [g[1] for g in got] == [
        [], ["https://www.example.org/a#drinks"], ["https://www.example.org/hours"]] and
        re.search(r"Ears, or [^<(]*(<[^>]*>)*, EN-1\)", got[0][2]), str([g[1:] for g in got]))
    named = run(["pdfinfo", "-dests", os.path.join(out, "ent", "ears.pdf")]).text
    report.check("a heading has a name that links lead to", '"pain"' in named, named)
    done = run([binary, "build", "-q", "-o", "flat", "in/a.md", "in/ent/ears.md"], cwd=folder)
    report.check("the links follow where the outputs lie", links_of(
        os.path.join(folder, "flat"), "ears")[0][0] == "./a.pdf#nameddest=drinks", done.errors)


def stage(report):
    binary = report.binary()
    packages(report)
    if not binary:
        return
    for test in (usage, manual, standard_streams, folders, page_pictures,
                 passed_over, told_once, schema, clash, one_bad_leaflet, drafts, strict,
                 check, across, shards, rules, starter, clock, unwritten, unwritten_reports, interrupted, terminal, without_fonts, font_folder,
                 without_library, side_by_side, siblings, both_or_neither, readme, readme_settings,
                 former_theme):
        test(report, binary)
    install(report)
