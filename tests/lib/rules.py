"""Precision and recall of the rules about language on the labelled corpus, tests/rules/*.md. A text
marks what a rule must find: {code: the words}; marks may hold marks. A finding whose place lies in a
mark of its code is right, and each mark is found once. `make check-rules` prints the table; the
stage fails below 95 % precision for errors and warnings and 80 % for notes.

    python3 tests/lib/rules.py [PATH of leafset]"""
import glob
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from report import PLAIN, fresh, run  # noqa: E402

LEAST = {"error": 0.95, "warning": 0.95, "note": 0.80}
LEAST_RECALL = 0.80
TEXTS = 60
TOLD = re.compile(r"^(\S+?):(\d+):(\d+): (error|warning|note): .* \[([a-z0-9-]+)\]$", re.M)


def unmarked(text):
    """The text without its marks, and of each mark the code, start and end in it."""
    plain, marks, waiting = [], [], []
    at = length = 0
    while at < len(text):
        begin = re.compile(r"\{([a-z-]+): ").match(text, at)
        if begin:
            waiting.append((begin.group(1), length))
            at = begin.end()
        elif text[at] == "}" and waiting:
            marks.append((*waiting.pop(), length))
            at += 1
        else:
            plain.append(text[at])
            length += 1
            at += 1
    return "".join(plain), marks


def findings(binary, folder):
    """What is told, by file: code, severity, line and column."""
    done = run([binary, "check", "-q", "--today", "2026-11-28", "."], cwd=folder)
    told = {}
    for name, line, column, severity, code in TOLD.findall(done.errors):
        place = (code, severity, int(line), int(column))
        if place not in told.setdefault(os.path.basename(name), []):
            told[os.path.basename(name)].append(place)
    return done.crash, told


class Tally:
    """One rule: what it found, what of it was right, what was marked and found."""

    def __init__(self):
        self.found = self.right = self.marked = 0
        self.severity = "-"
        self.wrong, self.missed = [], []

    def precision(self):
        return self.right / self.found if self.found else 1.0

    def recall(self):
        return self.right / self.marked if self.marked else 1.0


def count(tallies, name, text, marks, told):
    """Counts one text. Findings of rules that no text marks are none of ours."""
    starts = [0]
    for line in text.splitlines(True):
        starts.append(starts[-1] + len(line))
    free = list(marks)
    for code, severity, line, column in sorted(told, key=lambda t: t[2:]):
        if code not in tallies:
            continue
        tally, place = tallies[code], starts[line - 1] + column - 1
        tally.found += 1
        tally.severity = severity
        hit = next((m for m in free if m[0] == code and m[1] <= place <= m[2]), None)
        if hit:
            free.remove(hit)
            tally.right += 1
        else:
            tally.wrong.append("%s:%d:%d" % (name, line, column))
    for code, start, end in free:
        tallies[code].missed.append("%s: %s" % (name, text[start:end].split("\n")[0][:50]))
    for code, _, _ in marks:
        tallies[code].marked += 1


def measure(binary):
    """(crash, tallies by code, number of texts)."""
    folder, texts = fresh("rules"), {}
    for path in sorted(glob.glob("tests/rules/*.md")):
        with open(path, encoding="utf-8") as file:
            texts[os.path.basename(path)] = unmarked(file.read())
    for name, (text, _) in texts.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)
    crash, told = findings(binary, folder)
    tallies = {code: Tally() for _, marks in texts.values() for code, _, _ in marks}
    for name, (text, marks) in texts.items():
        count(tallies, name, text, marks, told.get(name, []))
    return crash, tallies, len(texts)


def table(tallies):
    lines = ["%-26s %-8s %6s %6s %6s  %9s %7s" % ("rule", "severity", "marked", "found", "right",
                                                   "precision", "recall")]
    for code, t in sorted(tallies.items()):
        lines.append("%-26s %-8s %6d %6d %6d  %8.0f%% %6.0f%%" % (
            code, t.severity, t.marked, t.found, t.right, 100 * t.precision(), 100 * t.recall()))
        lines += ["    not so: " + place for place in t.wrong]
        lines += ["    missed: " + place for place in t.missed]
    return "\n".join(lines)


def stage(report):
    crash, tallies, texts = measure(PLAIN)
    report.check("the corpus can be checked", not crash, crash)
    report.check("the corpus has %d texts" % TEXTS, texts >= TEXTS, str(texts))
    for code, tally in sorted(tallies.items()):
        report.check("precision of " + code, tally.precision() >= LEAST.get(tally.severity, 0.95),
                     "\n".join(tally.wrong))
        report.check("recall of " + code, tally.recall() >= LEAST_RECALL, "\n".join(tally.missed))


if __name__ == "__main__":
    found = measure(sys.argv[1] if len(sys.argv) > 1 else PLAIN)
    print(table(found[1]))
    print("%d texts" % found[2])
