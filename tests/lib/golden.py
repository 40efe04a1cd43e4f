"""Golden cases: a folder a case below tests/golden (tests/README.md tells the form)."""
import os
import re
import shlex
import zipfile

import examples
import placed
from report import OUT, PLAIN, ROOT, difference, fresh, run

GOLDEN = os.path.join(ROOT, "tests", "golden")
DUMPS = ("tree", "frames", "pages")
KINDS = DUMPS + ("diagnostics", "check", "status", "pdf-text", "epub")
STATE = ".leafset-state"  # what builds keep in the folder of the outputs
TODAY = "2026-11-28"  # for the expectation `check`


def cases():
    if not os.path.isdir(GOLDEN):
        return []
    return sorted(n for n in os.listdir(GOLDEN) if os.path.isdir(os.path.join(GOLDEN, n)))


def expectation(case, kind):
    """The text of an expected file, or None when the case does not look at this."""
    path = os.path.join(GOLDEN, case, kind)
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def source(case):
    for name in ("input.md", "input.txt"):
        if os.path.exists(os.path.join(GOLDEN, case, name)):
            return name
    return None


def arguments(case):
    return shlex.split(expectation(case, "args") or "", comments=True)


def dump(binary, case, kind):
    return run([binary, "dump", kind, source(case)], cwd=os.path.join(GOLDEN, case))


def check(binary, case, options=()):
    return run([binary, "check", "-q"] + list(options) + arguments(case) + [source(case)],
               cwd=os.path.join(GOLDEN, case))


def without_codes(text, codes):
    """What is told, but for the messages of these codes and their hints."""
    kept, keeps = [], True
    for line in text.splitlines(True):
        code = re.search(r"\[([a-z0-9-]+)\]$", line.rstrip())
        if code and not line.startswith("  "):
            more = re.search(r"of the kind ([a-z0-9-]+) are not shown", line)
            keeps = (more or code).group(1) not in codes
        if keeps:
            kept.append(line)
    return "".join(kept)


def build(binary, case, variant):
    """Builds the case into out/tests/golden/CASE/VARIANT."""
    folder = fresh("golden", case, variant)
    done = run([binary, "build", "-q", "-o", folder] + arguments(case) + [source(case)],
               cwd=os.path.join(GOLDEN, case))
    return done, folder


def files(folder):
    """Every file below folder with its bytes, by relative path, but for the state that builds keep."""
    found = {}
    for place, folders, names in os.walk(folder):
        for name in names:
            if name == STATE:
                continue
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found


def structure_text(pdf):
    done = run(["pdfinfo", "-struct-text", pdf], env={"LC_ALL": "C.UTF-8"})
    return [line.strip() for line in done.text.splitlines() if line.strip()]


def epub_lines(path):
    """The lines of what readers show, of the cover first, and of the navigation."""
    with zipfile.ZipFile(path) as book:
        names = sorted(n for n in book.namelist() if n.endswith((".xhtml", ".ncx")))
        text = "\n".join(book.read(name).decode() for name in names)
    return [line.strip() for line in text.splitlines() if line.strip()]


def missing_in_order(wanted, lines):
    """The first wanted line that does not follow the ones before it, or None."""
    at = 0
    for want in wanted:
        try:
            at = lines.index(want, at) + 1
        except ValueError:
            return want
    return None


# Of these a case expects some lines, in their order.
READ_BACK = (("pdf-text", "input.pdf", structure_text), ("epub", "input.epub", epub_lines))


def check_case(report, case):
    if source(case) is None:
        report.fail(case, "has neither input.md nor input.txt")
        return
    known = set(KINDS) | {"args", source(case)}
    status = int((expectation(case, "status") or "0").strip())
    outputs = []
    looked = 0
    for variant, binary in report.binaries:
        label = "%s (%s)" % (case, variant)
        if not os.path.exists(binary):
            report.fail(label, "there is no build to test")
            continue
        for kind in DUMPS:
            expected = expectation(case, kind)
            if expected is None:
                continue
            looked += 1
            done = dump(binary, case, kind)
            report.check("%s %s" % (label, kind), not done.crash and done.text == expected,
                         lambda: done.crash or difference(expected, done.text) or done.errors)
        done, folder = build(binary, case, variant)
        outputs.append(files(folder))
        report.check(label + " status", done.code == status,
                     lambda: "expected %d, got %s\n%s" % (status, done.code, done.errors[-2000:]))
        if status:
            report.check(label + " leaves nothing", not outputs[-1],
                         lambda: " ".join(sorted(outputs[-1])))
        expected = expectation(case, "diagnostics")
        if expected is not None:
            looked += 1
            report.check(label + " diagnostics", done.errors == expected,
                         lambda: difference(expected, done.errors))
        elif status == 0:
            report.check(label + " is silent", done.errors == "", done.errors)
        if variant == "plain" and status == 0:
            wrong = list(placed.faults(dump(binary, case, "frames").text))
            report.check(label + " everything in its place", not wrong, "\n".join(wrong[:10]))
        expected = expectation(case, "check")
        if expected is not None:
            looked += 1
            told = check(binary, case, ("--today", TODAY))
            report.check(label + " check", not told.crash and told.errors == expected,
                         lambda: told.crash or difference(expected, told.errors))
        elif variant == "plain" and "-o" not in arguments(case):
            told = check(binary, case)
            built = without_codes(done.errors, report.codes_of_one)
            errors = without_codes(told.errors, report.codes_of_one)
            strict = "--strict" in arguments(case)
            report.check(label + " check says the same",
                         errors == built and (strict or told.code == done.code),
                         lambda: difference(built, errors) or str(told.code))
    if len(outputs) > 1 and outputs[0]:
        report.check(case + " same bytes from every build",
                     all(o == outputs[0] for o in outputs[1:]))
    for kind, name, read in READ_BACK:
        expected = expectation(case, kind)
        if expected is None or kind == "pdf-text" and not report.tool("pdfinfo"):
            continue
        looked += 1
        lines = read(os.path.join(OUT, "tests", "golden", case, "plain", name))
        wanted = [line.strip() for line in expected.splitlines() if line.strip()]
        lost = missing_in_order(wanted, lines)
        report.check("%s %s" % (case, kind), lost is None,
                     lambda: "not found in its order: %r in\n%s" % (lost, "\n".join(lines)))
    if not looked:
        report.fail(case, "expects nothing: add one of " + ", ".join(KINDS))
    for name in sorted(os.listdir(os.path.join(GOLDEN, case))):
        if "." not in name and name not in known and \
                os.path.isfile(os.path.join(GOLDEN, case, name)):
            report.fail(case, "no such expectation: " + name)


def stage(report):
    names = cases()
    report.check("there are golden cases", bool(names))
    report.codes_of_one = examples.codes_of_one()
    report.each(check_case, names)


def code_names(text):
    return set(re.findall(r"\[([a-z0-9-]+)\]$", text, re.M))


def bless(case, kinds):
    """Writes the expectations that exist (or the kinds named) as the tool gives them now."""
    binary = os.path.join(OUT, "bin", "leafset")
    if not os.path.exists(binary):
        binary = PLAIN
    folder = os.path.join(GOLDEN, case)
    if not os.path.isdir(folder) or source(case) is None:
        print("tests/run: %s has no input.md or input.txt" % folder)
        return 2
    wanted = kinds or [k for k in KINDS if expectation(case, k) is not None] or \
        ["tree", "diagnostics"]
    done, built = build(binary, case, "bless")
    if done.crash:
        print("tests/run: %s: %s" % (case, done.crash))
        return 1
    for kind in wanted:
        if kind in DUMPS:
            text = dump(binary, case, kind).text
        elif kind == "diagnostics":
            text = done.errors
        elif kind == "check":
            text = check(binary, case, ("--today", TODAY)).errors
        elif kind == "status":
            text = "%s\n" % done.code
        elif kind in [read[0] for read in READ_BACK]:
            name, lines = next(read[1:] for read in READ_BACK if read[0] == kind)
            text = "".join(line + "\n" for line in lines(os.path.join(built, name)))
        else:
            print("tests/run: no expectation is called " + kind)
            return 2
        write(case, kind, text)
    if done.code != 0 and "status" not in wanted:
        write(case, "status", "%s\n" % done.code)
    print("blessed %s: %s" % (case, " ".join(wanted)))
    return 0


def write(case, kind, text):
    path = os.path.join(GOLDEN, case, kind)
    if text == "" and kind == "diagnostics":
        if os.path.exists(path):
            os.remove(path)
        return
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)
