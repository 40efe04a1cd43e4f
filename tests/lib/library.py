"""A library of leaflets as a whole: `leafset status` and `leafset evidence`."""
import csv
import datetime
import io
import json
import os
import random
import re
import shutil
import unicodedata

from bad import put
from report import PLAIN, SANITIZED, fresh, run

TODAY = datetime.date(2026, 11, 28)
DAY = ["--today", TODAY.isoformat()]
COUNT = 300

# (language, title): wide, right to left, with marks, and such as a spreadsheet would run.
TITLES = [
    ("en-GB", "Having a skin test"),
    ("ja", "皮膚検査を受けるときに知っておいていただきたいこと"),
    ("ar", "اختبار الجلد وما يجب أن تعرفه قبل أن تأتي إلى العيادة"),
    ("he", "בדיקת עור"),
    ("th", "ทดสอบผิวหนังก่อนการรักษา"),
    ("en-GB", "=SUM(1, 2)"),
    ("en-GB", "+44 is a number"),
    ("en-GB", "-5 degrees"),
    ("en-GB", "@home"),
    ("en-GB", "Quotes \"and\" commas, and a title that no terminal has room for in a table"),
]
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def leaflets():
    """(name, days left or None, text): dates on both sides of today, also months as a whole."""
    chance = random.Random(14)
    for i in range(COUNT):
        lang, title = TITLES[i % len(TITLES)]
        when = TODAY + datetime.timedelta(days=chance.randint(-400, 900))
        front = ["title: '%s'" % title, "lang: " + lang, "reference: SK-%03d" % i,
                 "version: 1.%d" % (i % 7), "owner: Dermatology", "published: 2024-01-15"]
        days = (when - TODAY).days
        if i % 17 == 0:
            days = None
        elif i % 5 == 0:
            front.append("next_review: " + when.isoformat()[:7])
            after = (when.replace(day=1) + datetime.timedelta(days=32)).replace(day=1)
            days = (after - TODAY).days - 1
        else:
            front.append("next_review: " + when.isoformat())
        body = "## Before\n\nText of the leaflet.\n" + ("\n#### Deep\n\nText.\n" if i % 13 == 0 else "")
        yield "%03d.md" % i, days, "---\n%s\n---\n\n%s" % ("\n".join(front), body)


def columns(text):
    """Of a terminal (UAX #11; combining and format characters take none)."""
    wide = {"W": 2, "F": 2}
    return sum(0 if unicodedata.category(c) in ("Mn", "Me", "Cf")
               else wide.get(unicodedata.east_asian_width(c), 1) for c in text)


def in_order(days):
    key = [(d is None, d if d is not None else 0) for d in days]
    return key == sorted(key)


def tables(report, binary, folder, expected):
    done = run([binary, "status", "--format", "csv"] + DAY + ["lib"], cwd=folder)
    rows = list(csv.DictReader(io.StringIO(done.out.decode("utf-8"), newline="")))
    days = {r["path"]: int(r["days_left"]) if r["days_left"] else None for r in rows}
    report.check("CSV: the days left of %d leaflets" % COUNT, days == expected, done.errors)
    report.check("CSV: overdue first, then by days, then without a date",
                 in_order(list(days.values())))
    report.check("status ends with 1 where one is overdue", done.code == 1, str(done.code))
    report.check("CSV: lines end in CR LF", done.out.count(b"\r\n") == COUNT + 1
                 and done.out.count(b"\n") == COUNT + 1)
    texts = [r[k] for r in rows for k in ("path", "reference", "title", "owner")]
    report.check("CSV: no text runs as a formula", not any(t.startswith(FORMULAS) for t in texts))
    report.check("CSV: titles are whole", any(r["title"] == TITLES[1][1] for r in rows))
    again = run([binary, "status", "--format", "json", "-j", "1"] + DAY + ["lib"], cwd=folder)
    said = json.loads(again.text)
    report.check("JSON tells the same", [l["path"] for l in said["leaflets"]] == list(days)
                 and {l["path"]: l["days_left"] for l in said["leaflets"]} == expected
                 and said["overdue"] == sum(d is not None and d < 0 for d in days.values()))
    report.check("JSON: every leaflet has every key",
                 len({tuple(l) for l in said["leaflets"]}) == 1)
    report.check("findings are counted", sum(l["findings"]["warnings"] for l in said["leaflets"])
                 == sum(int(r["warnings"]) for r in rows) > 0)


def terminal(report, binary, folder):
    done = run([binary, "status"] + DAY + ["lib"], cwd=folder)
    lines = done.text.splitlines()
    table = lines[:COUNT + 1]
    report.check("text: no line is wider than 100 columns", max(map(columns, lines)) <= 100)
    at = columns(table[0][:table[0].index("Version")])
    places = {columns(line[:line.index("  1.") + 2]) for line in table[1:]}
    report.check("text: columns stand below one another", places == {at}, str(places))
    report.check("text: right-to-left titles are isolated",
                 all(("\u2068" in l) == any(unicodedata.bidirectional(c) in ("R", "AL") for c in l)
                     for l in table[1:]))
    report.check("text: what is cut says so", any("…" in l for l in table[1:]))
    report.check("the same bytes again",
                 run([binary, "status", "-j", "4"] + DAY + ["lib"], cwd=folder).out == done.out)


def without_day(report, binary, folder):
    done = run([binary, "status", "lib"], cwd=folder)
    report.check("without a day nothing is overdue, and it says so",
                 done.code == 0 and "--today" in done.errors and " late" not in done.text,
                 done.errors)
    epoch = run([binary, "status", "lib"], cwd=folder, env={"SOURCE_DATE_EPOCH": "1795824000"})
    day = run([binary, "status"] + DAY + ["lib"], cwd=folder)
    report.check("SOURCE_DATE_EPOCH says the day", epoch.out == day.out and not epoch.err)
    for args in (["--history", "x.csv"], ["--format", "xml"], ["--strict"]):
        done = run([binary, "status"] + args + ["lib"], cwd=folder)
        report.check("usage error: status " + " ".join(args), done.code == 2, done.errors)
    done = run([binary, "status"] + DAY + ["lib/none.md", "lib/001.md"], cwd=folder)
    report.check("a leaflet that cannot be read: status 3, the others are listed",
                 done.code == 3 and "SK-001" in done.text and "[file-unreadable]" in done.errors)


def history(report, binary, folder):
    path = os.path.join(folder, "history.csv")
    args = [binary, "status", "--format", "json", "--history", "history.csv", "lib/001.md",
            "lib/002.md", "--today"]
    first = json.loads(run(args + ["2026-11-01"], cwd=folder).text)
    with open(path, "rb") as file:
        before = file.read()
    put(folder, {"lib/001.md": dict((n, t) for n, _, t in leaflets())["001.md"] + "\n###### Deep\n\nText.\n"})
    second = json.loads(run(args + ["2026-11-28"], cwd=folder).text)
    with open(path, "rb") as file:
        after = file.read()
    changes = {l["path"]: l["change"] for l in second["leaflets"]}
    report.check("history: the first run has nothing to compare with",
                 all(l["change"] is None for l in first["leaflets"]))
    report.check("history: the second tells what changed",
                 changes["lib/001.md"]["warnings"] == 1 and changes["lib/002.md"]["warnings"] == 0
                 and changes["lib/001.md"]["since"] == "2026-11-01", str(changes))
    rows = list(csv.DictReader(io.StringIO(after.decode("utf-8"), newline="")))
    report.check("history: it only grows, a line a leaflet and run", after.startswith(before)
                 and [(r["date"], r["path"]) for r in rows] ==
                 [(d, p) for d in ("2026-11-01", "2026-11-28") for p in ("lib/001.md", "lib/002.md")])
    put(folder, {"other.csv": "name,price\nsoap,2\n"})
    done = run([binary, "status", "--history", "other.csv"] + DAY + ["lib/002.md"], cwd=folder)
    with open(os.path.join(folder, "other.csv"), encoding="utf-8") as file:
        report.check("history: another file is left as it was",
                     done.code == 3 and file.read() == "name,price\nsoap,2\n", done.errors)


def status(report, binary):
    folder = fresh("library", os.path.basename(os.path.dirname(os.path.dirname(binary))))
    made = list(leaflets())
    put(folder, {"lib/" + name: text for name, _, text in made})
    tables(report, binary, folder, {"lib/" + name: days for name, days, _ in made})
    terminal(report, binary, folder)
    without_day(report, binary, folder)
    history(report, binary, folder)


FRONT = "---\ntitle: Having a skin test\nlang: en-GB\nversion: 1.2\npublished: 2026-01-15\n%s---\n\n%s"
BARE = "---\ntitle: Having a skin test\nlang: en-GB\n---\n\n%s"
WORDS = "Eat as usual.\n"

# (what the leaflet has, criteria that do not apply without it, what they are with it)
FEATURES = [
    ("a table", "Table: Doses\n\n| When | How many |\n|---|---|\n| Morning | 1 tablet |\n",
     {"M15": "person"}),
    ("a picture", "![A boat on the river](riverside.png)\n",
     {"M13": "person", "1.1.1": "person", "1.4.5": "person", "10.1.1.1": "person"}),
    ("a box", "> [!WARNING]\n> Do not scratch.\n", {"1.1.1": "proved", "M13": "proved"}),
    ("a link", "Look at [our page](https://www.example.org/skin).\n",
     {"M28": "proved", "2.4.4": "person", "4.1.2": "proved", "10.4.1.2": "proved"}),
    ("a footnote", "It itches.[^1]\n\n[^1]: Not always.\n", {"M19": "proved", "2.1.1": "proved"}),
    ("a list", "Bring:\n\n- a book\n- your tablets\n", {"M16": "proved"}),
    ("a formula", "BMI = weight by height by height.\n", {"M17": "person"}),
    ("a line to fill in", "Your name: ________________\n", {"M24": "person"}),
]


def told(binary, folder, *args):
    done = run([binary, "evidence", "--format", "json"] + list(args), cwd=folder)
    leaflets_told = json.loads(done.text)["leaflets"] if done.out else []
    return done, [{c["id"]: c for c in leaflet["criteria"]} for leaflet in leaflets_told]


def features(report, binary, folder):
    put(folder, {"plain.md": BARE % WORDS})
    _, (plain,) = told(binary, folder, "plain.md")
    report.check("evidence: all criteria", [sum(1 for i in plain if re.fullmatch(form, i)) for form in
                 (r"M\d\d", r"[1-4]\.\d\.\d+", r"10\..*")] == [31, 55, 48], str(len(plain)))
    shutil.copy("content/riverside.png", folder)
    for at, (what, text, wanted) in enumerate(FEATURES):
        put(folder, {"with.md": BARE % (WORDS + "\n" + text)})
        done, (with_it,) = told(binary, folder, "with.md")
        wrong = ["%s: %s, %s" % (i, plain[i]["result"], with_it[i]["result"]) for i in wanted
                 if plain[i]["result"] != "not-applicable" or with_it[i]["result"] != wanted[i]]
        report.check("evidence: what does not apply changes with " + what, not wrong,
                     "\n".join(wrong) + done.errors)


def judged(report, binary, folder):
    judgement = ("judged:\n  - {by: The clinic, on: 2026-01-10, criteria: [2.4.6, M09]}\n"
                 "  - {by: A reader, on: 2026-02-10, criteria: 2.4.6}\n"
                 "  - {by: Too early, on: 2027-01-01, criteria: 2.4.2}\n"
                 "  - {by: Of before, on: 2026-01-10, criteria: 1.3.3, version: 1.1}\n")
    put(folder, {"judged.md": FRONT % (judgement, WORDS), "all.md": FRONT % (
        "judged: {by: The clinic, on: 2026-01-10, criteria: all, version: 1.2}\n", WORDS),
        "wrong.md": FRONT % ("", "A [link](#nowhere).\n"),
        "skips.md": FRONT % ("", "## A\n\nText.\n\n#### B\n\nText.\n")})
    done, (one,) = told(binary, folder, "judged.md", *DAY)
    report.check("evidence: who judged, and when", one["2.4.6"]["judged"] ==
                 {"by": "A reader", "on": "2026-02-10"} and one["10.2.4.6"]["judged"] ==
                 one["2.4.6"]["judged"] and one["M09"]["judged"]["by"] == "The clinic")
    report.check("evidence: nothing is claimed that nobody judged", done.code == 0 and
                 all(one[i]["judged"] is None and one[i]["result"] == "person"
                     for i in ("2.4.2", "1.3.3", "M14"))
                 and "yet to come" in one["2.4.2"]["judgement_void"]
                 and "1.1" in one["1.3.3"]["judgement_void"])
    _, (whole,) = told(binary, folder, "all.md")
    report.check("evidence: criteria: all", all(c["judged"] for c in whole.values()
                                                if c["result"] == "person"))
    _, (skips,) = told(binary, folder, "skips.md")
    report.check("evidence: a rule that speaks against it is no proof",
                 skips["M14"]["result"] == "open", str(skips["M14"]))
    done, both = told(binary, folder, "wrong.md", "all.md")
    report.check("evidence: of a leaflet with errors nothing is claimed",
                 done.code == 1 and [bool(b) for b in both] == [True, False], done.text[:300])
    text = run([binary, "evidence", "judged.md"] + DAY, cwd=folder).text
    report.check("evidence: as text", "2.4.6 Headings and Labels (AA): judged by A reader on "
                 "2026-02-10" in text and "nobody has judged this yet" in " ".join(text.split())
                 and max(map(len, text.splitlines())) <= 80)


def as_leaflet(report, binary, folder):
    hostile = "A *bold* | title, [x](y) <b> & 'quotes' `code` \\\\ #1"
    put(folder, {"h.md": FRONT.replace("Having a skin test", '"%s"' % hostile) %
                 ("reference: '=1|2'\n", WORDS)})
    done = run([binary, "evidence", "--format", "pdf", "-o", "evidence.pdf", "h.md", "all.md",
                "wrong.md"] + DAY, cwd=folder)
    path = os.path.join(folder, "evidence.pdf")
    out = run([binary, "evidence", "--format", "pdf", "-o", "-", "h.md", "all.md", "wrong.md"] + DAY,
              cwd=folder).out
    with open(path, "rb") as file:
        report.check("evidence: the PDF, in a file and on standard output", file.read() == out
                     and out.startswith(b"%PDF-") and done.code == 1 and not done.err, done.errors)
    if report.tool("pdftotext"):
        text = " ".join(run(["pdftotext", path, "-"]).text.split())
        wanted = "A *bold* | title, [x](y) <b> & ‘quotes’ `code` \\ #1, =1|2"
        plain = text.replace("'", "’").replace("‘", "’")
        report.check("evidence: a title with signs of Markdown stays whole",
                     wanted.replace("‘", "’") in plain, text[-600:])
        told_of = json.loads(run([binary, "evidence", "--format", "json", "all.md"] + DAY,
                                 cwd=folder).out)["leaflets"][0]
        ids = set(re.findall(r'"id": "([^"]+)"', json.dumps(told_of)))
        lost = sorted(name for name in ids if name not in text)
        report.check("evidence: each criterion stands in the PDF, on ten pages at most",
                     len(ids) > 100 and not lost and run(["pdftotext", path, "-"]).text.count(
                         "\f") <= 10, "%d %s" % (len(ids), lost))
    for args in (["--format", "pdf", "h.md"], ["--format", "pdf", "-o", "x.md", "h.md"],
                 ["--format", "csv", "h.md"]):
        done = run([binary, "evidence"] + args, cwd=folder)
        report.check("usage error: evidence " + " ".join(args), done.code == 2, done.errors)
    done = run([binary, "evidence", "-o", "e.txt", "all.md"], cwd=folder)
    with open(os.path.join(folder, "e.txt"), "rb") as file:
        report.check("evidence: -o FILE", file.read() ==
                     run([binary, "evidence", "all.md"], cwd=folder).out and not done.out)
    done = run([binary, "evidence", "-o", "none/e.txt", "all.md"], cwd=folder)
    report.check("evidence: a folder that is not there", done.code == 3
                 and "[output-failed]" in done.errors, done.errors)


def evidence(report, binary):
    folder = fresh("evidence", os.path.basename(os.path.dirname(os.path.dirname(binary))))
    features(report, binary, folder)
    judged(report, binary, folder)
    as_leaflet(report, binary, folder)


def stage(report):
    for binary in (PLAIN, SANITIZED):
        if os.path.exists(binary):
            status(report, binary)
            evidence(report, binary)
