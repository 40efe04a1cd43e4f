"""The house: which folder may include which, who touches which library, no circles, and the length
of functions and files. The rules are the two tables of src/ARCHITECTURE.md; nothing is said twice.

A unit is a .c file and the .h of its name. What a header declares its own .c defines, so that the
#include lines show who calls whom; the headers named under "recursion" are the exceptions.
"""
import os
import re

ARCHITECTURE = os.path.join("src", "ARCHITECTURE.md")
FUNCTION_MOST = 60
FILE_WANTED, FILE_MOST = 600, 1000

STANDARD = set("""assert ctype errno fcntl float inttypes limits locale math setjmp signal stdalign
    stdarg stdatomic stdbool stddef stdint stdio stdlib stdnoreturn string strings threads time
    dirent malloc fnmatch getopt glob libgen poll pthread sched unistd wchar dlfcn
    sys/ioctl sys/mman sys/resource sys/stat sys/time sys/types sys/uio sys/wait
    sys/sysinfo sys/random sys/file spawn""".split())


class Rules:
    """folders: {folder: (its rank, the folders it may include)}; libraries: [(pattern of headers,
    files)]; recursion: headers that declare what another file defines."""

    def __init__(self, text):
        self.folders, self.libraries, self.recursion = {}, [], set()
        for title, rows in markdown_tables(text):
            if title[:2] == ["folder", "may include"]:
                for rank, row in enumerate(rows):
                    self.folders[row[0].strip("/")] = (rank, [f.strip("/") for f in row[1].split()])
            elif title[:2] == ["header", "only in"]:
                for row in rows:
                    for header in row[0].split():
                        self.libraries.append((re.escape(header).replace(r"\*", r"[\w-]*"),
                                               row[1].split()))
            elif title[:1] == ["recursion"]:
                self.recursion.update("src/" + row[0] for row in rows)


def markdown_tables(text):
    """Pairs of a table's header cells and its rows' cells, code marks taken off."""
    title, rows = None, []
    for line in text.split("\n") + [""]:
        if not line.startswith("|"):
            if title:
                yield title, rows
            title, rows = None, []
            continue
        cells = [c.replace("`", "").replace("–", "").strip() for c in line.strip("|\n ").split("|")]
        if title is None:
            title = cells
        elif not re.fullmatch(r"[-: ]+", cells[0]):
            rows.append(cells)


class Source:
    """One file of src/: its lines, what it includes, and what it declares and defines."""

    def __init__(self, path, text):
        self.path, self.lines = path, text.split("\n")
        self.unit = path[:-2]
        self.folder = os.path.dirname(path)[len("src/"):]
        self.includes = []  # (line, name, written with quotes)
        for number, line in enumerate(self.lines, 1):
            match = re.match(r'\s*#\s*include\s*(["<])([^">]+)[">]', line)
            if match and not match.group(2).endswith(".inc"):
                self.includes.append((number, match.group(2), match.group(1) == '"'))
        self.functions = list(functions(self.lines))  # (name, first line, lines)

    def prototypes(self):
        """The functions that a header declares and does not define."""
        code = re.sub(r"/\*.*?\*/", " ", "\n".join(self.lines), flags=re.S)
        code = re.sub(r"^\s*#.*(\\\n.*)*", "", code, flags=re.M)
        previous = None
        while previous != code:  # bodies of structs, enums and inline functions
            previous = code
            code = re.sub(r"\{[^{}]*\}", ";", code)
        for statement in code.split(";"):
            statement = re.sub(r"__attribute__\s*\(\(.*\)\)", "", statement, flags=re.S).strip()
            if statement.startswith("typedef"):
                continue
            match = re.match(r"[\w\s\*]*?\b(\w+)\s*\(", statement)
            if match and match.group(1) not in ("X", "sizeof") and \
                    not statement.startswith("static inline"):
                yield match.group(1)


def functions(lines):
    """Each function's name, first line (from 1) and number of lines. By the code style its body opens
    and closes with a brace in the first column, and a blank line or a comment stands before it."""
    opened = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            first = number - 1
            while first > 1 and not re.match(r"$|#|.*[;}{]$|.*\*/$", lines[first - 2]):
                first -= 1
            name = re.search(r"(\w+)\(", " ".join(lines[first - 1:number - 1]))
            opened = name and (name.group(1), first)
        elif line == "}" and opened:
            yield opened[0], opened[1], number - opened[1] + 1
            opened = None


def read_sources(top="src"):
    found = []
    for place, folders, names in os.walk(top):
        folders.sort()
        for name in sorted(names):
            if name.endswith((".c", ".h")):
                path = os.path.join(place, name)
                with open(path, encoding="utf-8", errors="surrogateescape") as file:
                    found.append(Source(path, file.read()))
    return found


def include_problem(rules, source, name, own, exists=os.path.exists):
    """Why a file may not have this #include line, or None. own: written with quotes."""
    if own:
        target = os.path.dirname(name)
        if target not in rules.folders or not exists(os.path.join("src", name)):
            return '"%s" is no header below src/' % name
        if target != source.folder and target not in rules.folders[source.folder][1]:
            return "%s/ may not include %s/" % (source.folder, target)
        return None
    if name.endswith(".h") and name[:-2] in STANDARD:
        return None
    allowed = [files for header, files in rules.libraries if re.fullmatch(header, name)]
    if not allowed:
        return "<%s> is neither a standard header nor one of a known library" % name
    if not any(source.path[4:] == f or f.endswith("/") and source.path[4:].startswith(f)
               for files in allowed for f in files):
        return "<%s> may only be included by %s" % (name, " ".join(sum(allowed, [])))
    return None


def unit_graph(sources):
    graph = {}
    for source in sources:
        arrows = graph.setdefault(source.unit, set())
        for _, name, own in source.includes:
            target = "src/" + re.sub(r"\.h$", "", name)
            if own and target != source.unit:
                arrows.add(target)
    return graph


def circles(graph):
    """The sets of units that include one another (strongly connected components, Tarjan 1972)."""
    index, low, stack, found = {}, {}, [], []

    def visit(unit):
        index[unit] = low[unit] = len(index)
        stack.append(unit)
        for other in sorted(graph.get(unit, ())):
            if other not in index:
                visit(other)
            if other in stack:
                low[unit] = min(low[unit], low[other])
        if low[unit] == index[unit]:
            members = [stack.pop()]
            while members[-1] != unit:
                members.append(stack.pop())
            if len(members) > 1:
                found.append(sorted(members))

    for unit in sorted(graph):
        if unit not in index:
            visit(unit)
    return found


def folder_arrows(sources):
    """{folder: {folder it includes: how many #include lines}}"""
    arrows = {}
    for source in sources:
        row = arrows.setdefault(source.folder, {})
        for _, name, own in source.includes:
            if own and os.path.dirname(name) != source.folder:
                target = os.path.dirname(name)
                row[target] = row.get(target, 0) + 1
    return arrows


def undefined_prototypes(rules, sources):
    """Functions that a header declares and its own .c does not define."""
    defined = {}
    for source in sources:
        defined.setdefault(source.unit, set()).update(f[0] for f in source.functions)
    return ["%s declares %s, which %s.c does not define" % (s.path, name, s.unit)
            for s in sources if s.path.endswith(".h") and s.path not in rules.recursion
            for name in s.prototypes() if name not in defined[s.unit]]


def arrows_up(rules):
    """Rows of the table that allow an arrow to a folder further down in it."""
    return ["%s/ may not include %s/: it stands below it in the table" % (folder, target)
            for folder, (rank, targets) in rules.folders.items() for target in targets
            if target not in rules.folders or rules.folders[target][0] >= rank]


def unused_rules(rules, sources):
    """What the tables allow and nobody does: the tables are as strict as the house."""
    arrows = folder_arrows(sources)
    rows = ["no file of %s/ includes %s/" % (folder, target)
            for folder, (_, targets) in rules.folders.items() for target in targets
            if target not in arrows.get(folder, {})]
    for header, files in rules.libraries:
        for path in files:
            if not any(re.fullmatch(header, name) and not own and
                       (s.path[4:] == path or path.endswith("/") and s.path[4:].startswith(path))
                       for s in sources for _, name, own in s.includes):
                rows.append("%s does not include <%s>" % (path, header.replace("\\", "")))
    return rows


def long_functions(sources, most=FUNCTION_MOST):
    return ["%s:%d: %s has %d lines" % (s.path, first, name, count)
            for s in sources for name, first, count in s.functions if count > most]


def check_table(report, rules, sources):
    report.check("the table has folders and libraries", rules.folders and rules.libraries)
    found = arrows_up(rules)
    report.check("the table of folders has no arrow up", not found, "\n".join(found))
    found = sorted({s.folder for s in sources} - set(rules.folders))
    report.check("every folder is in the table", not found, " ".join(found))
    found = unused_rules(rules, sources)
    report.check("the tables allow only what is used", not found, "\n".join(found))


def check_sources(report, rules, sources):
    for source in sources:
        problems = []
        for line, name, own in source.includes:
            problem = include_problem(rules, source, name, own)
            if problem:
                problems.append("%s:%d: %s" % (source.path, line, problem))
        report.check("layering of " + source.path, not problems, "\n".join(problems))
        report.check("size of " + source.path, len(source.lines) <= FILE_MOST,
                     "%d lines; the most is %d" % (len(source.lines), FILE_MOST))
    found = ["  ".join(c) for c in circles(unit_graph(sources))]
    report.check("no file includes itself by way of others", not found, "\n".join(found))
    found = undefined_prototypes(rules, sources)
    report.check("what a header declares its .c defines", not found, "\n".join(found))
    found = long_functions(sources)
    report.check("no function has more than %d lines" % FUNCTION_MOST, not found, "\n".join(found))


RULES = Rules("""
| folder | may include |
|---|---|
| `a/` | – |
| `b/` | `a/` |
| `b/in/` | `a/ b/` |

| header | only in |
|---|---|
| `zip.h` | `b/c.c` |
| `hb*.h` | `b/in/` |
""")


def check_sight(report):
    """The checks themselves: each must see a breach, and pass what is right."""
    def breach(path, name, own):
        return include_problem(RULES, Source(path, ""), name, own, lambda path: True)

    for path, name, own in (("src/a/x.c", "b/y.h", True), ("src/b/y.c", "b/in/z.h", True),
                            ("src/b/y.c", "y.h", True), ("src/b/d.c", "zip.h", False),
                            ("src/b/y.c", "hb-ot.h", False), ("src/a/x.c", "curl/curl.h", False)):
        report.check("%s in %s is seen" % (name, path), breach(path, name, own))
    for path, name, own in (("src/b/in/z.c", "b/y.h", True), ("src/b/c.c", "zip.h", False),
                            ("src/b/in/z.c", "hb-ot.h", False), ("src/a/x.c", "stdio.h", False)):
        report.check("%s in %s is right" % (name, path), breach(path, name, own) is None)
    report.check("an arrow up is seen", arrows_up(Rules(
        "| folder | may include |\n|--|--|\n| a/ | b/ |\n| b/ | a/ |\n")) != [])
    graph = {"a": {"b"}, "b": {"c"}, "c": {"a", "d"}, "d": set()}
    report.check("a circle is seen", circles(graph) == [["a", "b", "c"]])
    report.check("a chain is no circle", circles({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == [])
    pair = [Source("src/a/x.h", "void *x_one(int a,\n          int b);\nstruct s {\n    int i;\n};\n"
                                "/* void x_no(void); */\n"
                                "static inline int x_two(void)\n{\n    return x_f(1);\n}\n"
                                "int x_three(const char *format, ...)\n"
                                "    __attribute__((format(printf, 1, 2)));\n"),
            Source("src/a/x.c", "void *x_one(int a,\n          int b)\n{\n}\n")]
    report.check("what a header declares is seen",
                 list(pair[0].prototypes()) == ["x_one", "x_three"])
    report.check("what no .c defines is seen", len(undefined_prototypes(RULES, pair)) == 1)
    body = Source("src/a/x.c", "static int f(void)\n{\n" + "    ;\n" * 60 + "}\n")
    report.check("a long function is seen", long_functions([body]) ==
                 ["src/a/x.c:1: f has 63 lines"])


def describe(sources):
    """The folders with their arrows, and the figures of the house, as text."""
    arrows, units = folder_arrows(sources), unit_graph(sources)
    lines = ["%-16s -> %s" % (f + "/", "  ".join("%s/ %d" % i for i in sorted(row.items())) or "-")
             for f, row in sorted(arrows.items())]
    sizes = [count for s in sources for _, _, count in s.functions]
    lines.append("%d folders, %d files, %d units, %d lines; %d circles" % (
        len(arrows), len(sources), len(units), sum(len(s.lines) - 1 for s in sources),
        len(circles(units))))
    lines.append("%d functions, median %d lines, %d above 40, %d above 60; files above 500: %d, "
                 "above 600: %s" % (
                     len(sizes), sorted(sizes)[len(sizes) // 2], sum(c > 40 for c in sizes),
                     sum(c > 60 for c in sizes), sum(len(s.lines) > 501 for s in sources),
                     " ".join(s.path for s in sources if len(s.lines) > FILE_WANTED + 1) or "none"))
    return "\n".join(lines)


def load_rules():
    with open(ARCHITECTURE, encoding="utf-8") as file:
        return Rules(file.read())


def stage(report):
    rules, sources = load_rules(), read_sources()
    check_sight(report)
    check_table(report, rules, sources)
    check_sources(report, rules, sources)


if __name__ == "__main__":
    print(describe(read_sources()))
