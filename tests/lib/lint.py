"""Code style, layering by the #include lines, and what no source may name."""
import os
import re
import shutil

from report import run

LAYERS = {
    "base": 0,
    "doc": 1, "text": 1, "font": 1, "image": 1,
    "read": 2, "style": 2, "frame": 2,
    "layout": 3, "check": 3,
    "pdf": 4, "epub": 4,
    "build": 5,
    "cli": 6,
}

# Foreign headers, and the files that may include them. What is not listed must be one of the
# C library's or POSIX's below.
FOREIGN = (
    (r"hpdf(_[a-z0-9]+)?\.h", r"src/pdf/file/haru_\w+\.[ch]"),
    (r"hpdf\.h", r"src/pdf/[\w/]+\.[ch]"),
    (r"zip\.h", r"src/epub/container\.c"),
    (r"libxml/(xmlwriter|tree|xmlmemory|xmlerror|xmlversion|parser|encoding)\.h",
     r"src/(read|pdf|epub)/[\w/]+\.[ch]"),
    (r"libxml/\w+\.h", r"src/read/[\w/]+\.[ch]"),
    (r"hb(-\w+)?\.h", r"src/font/\w+\.[ch]"),
    (r"unicode/\w+\.h", r"src/text/\w+\.[ch]"),
    (r"hyphen\.h", r"src/text/\w+\.[ch]"),
    (r"(md4c|yaml)\.h", r"src/read/[\w/]+\.[ch]"),
    (r"(png|pngconf|jpeglib|jerror|qrencode)\.h", r"src/image/\w+\.[ch]"),
    (r"sanitizer/asan_interface\.h", r"src/base/arena\.c"),
    (r"zlib\.h", r"src/(base|pdf|image|epub)/[\w/]+\.[ch]"),
)
STANDARD = set("""assert ctype errno fcntl float inttypes limits locale math setjmp signal stdalign
    stdarg stdatomic stdbool stddef stdint stdio stdlib stdnoreturn string strings threads time
    dirent malloc fnmatch getopt glob libgen poll pthread sched unistd wchar dlfcn
    sys/ioctl sys/mman sys/resource sys/stat sys/time sys/types sys/uio sys/wait
    sys/sysinfo sys/random""".split())

# Paths and hosts of one machine, and packages' addresses, have no place in a source.
FORBIDDEN = re.compile(
    r"(/work/|/home/|/root/|deb\.debian\.org|repo1?\.maven|pypi\.org|registry\.npmjs|\b(TODO|FIXME|XXX)\b)")
NOT_SOURCE = (".png", ".jpg", ".jpeg", ".gif", ".ttf", ".otf", ".pdf", ".epub", ".icc")
TOP = {"Makefile", "src", "content", "fonts", "tests", "out", "README.md", "LICENSE",
       "compile_commands.json"}


def sources(*tops, ends=(".c", ".h")):
    for top in tops:
        for place, folders, names in os.walk(top):
            folders[:] = sorted(f for f in folders if f != "__pycache__")
            for name in sorted(names):
                if name.endswith(ends):
                    yield os.path.join(place, name)


def lines(path):
    with open(path, encoding="utf-8", errors="surrogateescape") as file:
        return file.read().split("\n")


def include_problem(path, name, own):
    """Why a file may not have this #include line, or None. own: written with quotes."""
    folder = path.split("/")[1]
    if own:
        target = name.split("/")[0]
        if target not in LAYERS or "/" not in name:
            return '"%s" is not a path from src/' % name
        if not os.path.exists(os.path.join("src", name)):
            return '"%s" does not exist' % name
        if target != folder and LAYERS[target] >= LAYERS[folder]:
            return "%s (layer %d) may not include %s (layer %d)" % (
                folder, LAYERS[folder], target, LAYERS[target])
        return None
    if name.endswith(".h") and name[:-2] in STANDARD:
        return None
    rules = [allowed for header, allowed in FOREIGN if re.fullmatch(header, name)]
    if not rules:
        return "<%s> is neither a standard header nor one of a known library" % name
    if not any(re.fullmatch(allowed, path) for allowed in rules):
        return "<%s> may only be included by %s" % (name, " or ".join(rules))
    return None


def layering(report):
    seen = 0
    for path in sources("src"):
        folder = path.split("/")[1]
        if folder not in LAYERS:
            report.fail(path, "no folder of src/ is called %s" % folder)
            continue
        problems = []
        for number, line in enumerate(lines(path), 1):
            match = re.match(r'\s*#\s*include\s*(["<])([^">]+)[">]', line)
            if not match or match.group(2).endswith(".inc"):
                continue
            seen += 1
            problem = include_problem(path, match.group(2), match.group(1) == '"')
            if problem:
                problems.append("%s:%d: %s" % (path, number, problem))
        report.check("layering of " + path, not problems, "\n".join(problems))
    report.check("there are #include lines", seen > 0)


def layering_sees(report):
    """The check itself: breaches it must see."""
    for path, name, own in (("src/base/arena.c", "doc/doc.h", True),
                            ("src/pdf/text.c", "epub/epub.h", True),
                            ("src/doc/dump.c", "unicode/ubrk.h", False),
                            ("src/epub/nav.c", "zip.h", False),
                            ("src/pdf/pdf.c", "hpdf_objects.h", False),
                            ("src/base/buf.c", "curl/curl.h", False)):
        report.check("layering refuses %s in %s" % (name, path),
                     include_problem(path, name, own) is not None)


def style(report):
    tool = shutil.which("clang-format-19") or shutil.which("clang-format")
    found = run([tool, "--version"]).text if tool else ""
    if "version 19." not in found:
        report.skip("clang-format", "version 19 is needed, so the code style is not tested")
        return
    for path in sources("src", "tests/unit"):
        done = run([tool, "--dry-run", "-Werror", path])
        report.check("style of " + path, done.code == 0,
                     "\n".join(done.errors.splitlines()[:6]))


def sizes(report):
    for path in sources("src", "tests/unit"):
        count = len(lines(path))
        report.check("size of " + path, count <= 1000, "%d lines; the most is 1,000" % count)


def names(report):
    tops = [t for t in sorted(TOP) if t not in ("out", "compile_commands.json")]
    paths = [t for t in tops if os.path.isfile(t)]
    for top in tops:
        if os.path.isdir(top):
            paths += sources(top, ends="")
    for path in paths:
        if path.endswith(NOT_SOURCE) or path == "tests/lib/lint.py":
            continue
        problems = ["%s:%d: %s" % (path, number, line.strip()[:100])
                    for number, line in enumerate(lines(path), 1) if FORBIDDEN.search(line)]
        report.check("no forbidden name in " + path, not problems, "\n".join(problems))
    for name in sorted(os.listdir(".")):
        if not name.startswith("."):
            report.check("%s at the top" % name, name in TOP, "has no place at the top level")


def stage(report):
    layering(report)
    layering_sees(report)
    style(report)
    sizes(report)
    names(report)
