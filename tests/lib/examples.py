"""The rules' own examples, as `leafset check --explain` shows them: the bad one shows the rule's
code, the good one does not."""
import os
import re

from report import PLAIN, fresh, run

RELEASED = "---\ntitle: Having a skin test\nlang: en-GB\n%s---\n\n%s"
DATES = "published: 2026-01-15\n"


def codes_of_one():
    """The codes that only `leafset check`, or only build, tells."""
    listed = run([PLAIN, "check", "--list"]).text
    return set(re.findall(r"^  ([a-z0-9-]+) +[^:]*\b(?:check|build) only\b[^:]*:", listed, re.M))


def codes():
    return re.findall(r"^  ([a-z0-9-]+) ", run([PLAIN, "check", "--list"]).text, re.M)


def example(text, heading):
    """The lines below a heading of an explanation, without their margin; None: there are none."""
    found = re.search(r"^  %s:\n((?:    .*\n|\n(?=    |\n))+)" % heading, text, re.M)
    return found and "".join(line[4:] or "\n" for line in found.group(1).splitlines(True))


def shown(name, text):
    """An example that begins with front matter brings its own."""
    path = os.path.join(fresh("examples", name), "input.md")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text if text.startswith("---\n") else RELEASED % (DATES, text))
    done = run([PLAIN, "check", "-q", "--today", "2026-11-28", "input.md"],
               cwd=os.path.dirname(path))
    return done.crash, set(re.findall(r"\[([a-z0-9-]+)\]$", done.errors, re.M)), done.errors


def explained():
    """(code, bad, good) of each rule that has examples."""
    for code in codes():
        text = run([PLAIN, "check", "--explain", code]).text
        bad, good = example(text, "Not so"), example(text, "But so")
        if bad or good:
            yield code, bad, good


def stage(report):
    rows = list(explained())
    report.check("there are rules with examples", bool(rows))
    for code, bad, good in rows:
        if bad:
            crash, told, errors = shown(code + "-bad", bad)
            report.check("the bad example shows [%s]" % code, not crash and code in told,
                         crash or errors)
        if good:
            crash, told, errors = shown(code + "-good", good)
            report.check("the good example does not show [%s]" % code,
                         not crash and code not in told, crash or errors)
