"""Pages of the e-reader files in a rendering engine (headless Chromium): on narrow and wide
screens, with large text, a reader's own font, in pages side by side and at night, nothing stands
beyond the page, over the page beside it or over another line, and on a telephone with text twice as
large words of usual length are whole. One run of the browser looks at all
(tools/screens.html); by hand, with a table of what was found: tests/lib/screens.py FILE.epub..."""
import html
import json
import os
import re
import sys
import zipfile

if __name__ == "__main__":
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))

from opf import Package  # noqa: E402
from outputs import outputs  # noqa: E402
from report import ROOT, fresh, run  # noqa: E402

BROWSER = "chromium"
WIDTHS = (320, 360, 768)
TEXTS = (100, 200, 300)     # per cent of the reader's usual size
FONT = "DejaVu Sans, Verdana, sans-serif"   # wide, and as wide apart as WCAG 1.4.12 asks
SCREENS = [dict(width=w, height=640, text=t) for w in WIDTHS for t in TEXTS] + \
    [dict(width=w, height=640, text=200, font=FONT) for w in WIDTHS] + \
    [dict(width=360, height=640, text=t, paged=True, whole=t <= 200) for t in TEXTS] + \
    [dict(width=360, height=640, text=200, font=FONT, paged=True),
     dict(width=360, height=640, text=100, night=True)]


def title(screen):
    return "%d px, %d %%" % (screen["width"], screen["text"]) + "".join(
        ", " + word for key, word in (("font", "own font"), ("paged", "in pages"),
                                      ("night", "at night")) if screen.get(key))


def unpack(path, folder):
    """The content documents of a file, unpacked: their paths in reading order."""
    with zipfile.ZipFile(path) as book:
        book.extractall(folder)
        package = Package(book)
    return [os.path.join(folder, package.path(item)) for item in package.spine]


# Pages with a fault each, which must be found.
FAULTS = {
    "wide": '<div style="width:900px">wide</div>',
    "outside": '<div style="margin-left:-3em">outside</div>',
    "overlap": '<p style="margin:0">one line</p><p style="margin:-1.2em 0 0">over another</p>',
    "clipped": '<p style="overflow:hidden;width:4em;white-space:nowrap">clipped words here</p>',
    "cut": '<h1 style="font-size:3em;overflow-wrap:anywhere">Physiotherapy</h1>',
    "region": '<div style="overflow:auto;width:4em;white-space:nowrap">no way to it by keys</div>',
    "marker": '<ul style="padding-left:.5em"><li>its bullet beyond the edge</li></ul>',
    "colour": '<p style="color:#000">black on black</p>',
}


def write_faults(folder):
    """The files of these pages, by fault."""
    paths = {}
    for name, body in FAULTS.items():
        paths[name] = os.path.join(folder, name + ".xhtml")
        with open(paths[name], "w", encoding="utf-8") as file:
            file.write('<html xmlns="http://www.w3.org/1999/xhtml"><head><title>%s</title></head>'
                       '<body>%s</body></html>' % (name, body))
    return paths


def browse(pages, folder):
    """What the browser finds on each page, by screen; or, as text, what went wrong."""
    job = {"screens": SCREENS, "pages": [os.path.relpath(page, folder) for page in pages]}
    with open(os.path.join(ROOT, "tests", "tools", "screens.html"), encoding="utf-8") as file:
        text = file.read().replace("@JOB@", json.dumps(job))
    judge = os.path.join(folder, "screens.html")
    with open(judge, "w", encoding="utf-8") as file:
        file.write(text)
    done = run([BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--incognito",
                "--user-data-dir=" + os.path.join(folder, "profile"), "--window-size=1000,800",
                "--allow-file-access-from-files", "--virtual-time-budget=100000000", "--dump-dom",
                "file://" + judge], timeout=600)
    lines = re.search(r'<pre id="found">(.*?)\nend</pre>', done.text, re.S)
    if not lines:
        return "the browser did not come to the end\n" + done.errors[-2000:] + done.text[-500:]
    return [json.loads(html.unescape(line)) for line in lines.group(1).split("\n")]


def look(files, folder):
    """Of each file its pages and what was found on them by screen; of each page of FAULTS, too."""
    pages = list(write_faults(folder).items())
    for number, path in enumerate(files):
        pages += [(path, page) for page in unpack(path, os.path.join(folder, str(number)))]
    found = browse([page for _, page in pages], folder)
    if isinstance(found, str):
        return found
    return [(path, page, what) for (path, page), what in zip(pages, found)]


def tell(report, name, looked):
    """One result a file: all its pages on all screens."""
    wrong = ["%s on %s: %s %s" % (os.path.basename(page), title(screen), kind, text)
             for _, page, found in looked for screen, what in zip(SCREENS, found)
             for kind, text in what.items()]
    report.check("screens: " + name, not wrong, "\n".join(wrong[:12]))


def see_faults(report, looked):
    for fault in FAULTS:
        found = {kind for name, _, on in looked if name == fault for what in on for kind in what}
        report.check("the browser sees a fault: " + fault, fault in found, found)


# What a theme of the reader's, an old reader or a narrow screen makes unreadable.
FORBIDDEN = re.compile(r"border-collapse|background|position:|float:|prefers-|\brem\b|!important|"
                       r"(?<![-\w])color:(?!inherit)|\bborder[^;:}]*:[^;}]*(?:#|rgb)|"
                       r"body\{[^}]*padding")
MOST_MARGIN = 2     # em


def check_sheets(report, name, path):
    with zipfile.ZipFile(path) as book:
        text = "".join(book.read(n).decode() for n in book.namelist() if n.endswith(".css"))
    margins = [size for sizes in re.findall(r"margin[\w-]*:([^;}]*)", text)
               for size in re.findall(r"([\d.]+)em", sizes)]
    wrong = FORBIDDEN.findall(text) + [m + "em" for m in margins if float(m) > MOST_MARGIN]
    report.check("style sheets of " + name, text and not wrong, wrong)


# What `make check` looks at: what is wide, nested, turned or long.
SAMPLE = re.compile(r"content/|golden (epub-|rtl-|languages-|heading-|html-table|table-|md-table|"
                    r"md-blocks|layout-(table|callout|rtl|headings|code|list)|doc-)")


def generated(report):
    """Sixty leaflets of tests/bench/pages.py: (name, path)."""
    sys.path.insert(0, os.path.join(ROOT, "tests", "bench"))
    import pages
    folder, made = fresh("screens-generated"), []
    for shape in pages.SHAPES:
        for number in range(pages.EACH):
            name = "%s-%02d" % (shape.replace(" ", "-"), number)
            source = pages.make(os.path.join(folder, name), shape, number)
            run([report.binary(), "build", "-q", "-o", os.path.dirname(source), "--to", "epub",
                 source])
            made.append((name, source[:-len(".md")] + ".epub"))
    return made


def stage(report):
    items = [(i.name, i.epub) for i in outputs(report) if report.long or SAMPLE.match(i.name)]
    if not report.tool(BROWSER):
        return
    if report.long:
        items += generated(report)
    items = [(name, path) for name, path in items
             if report.check("the EPUB of " + name, os.path.exists(path))]
    looked = look([path for _, path in items], fresh("screens"))
    if not report.check("the browser looks at all pages", isinstance(looked, list), looked):
        return
    see_faults(report, looked)
    for name, path in items:
        check_sheets(report, name, path)
        tell(report, name, [one for one in looked if one[0] == path])


def show(files):
    looked = look(files, fresh("screens"))
    if not isinstance(looked, list):
        sys.exit(looked)
    looked = looked[len(FAULTS):]
    print("%d files, %d pages, %d screens" % (len(files), len(looked), len(SCREENS)))
    for at, screen in enumerate(SCREENS):
        kinds = [kind for _, _, found in looked for kind in found[at]]
        print("%-32s %4d pages wrong  %s" % (
            title(screen), sum(bool(found[at]) for _, _, found in looked),
            " ".join("%s %d" % (kind, kinds.count(kind)) for kind in sorted(set(kinds)))))
    if "-v" in sys.argv:
        for path, page, found in looked:
            for screen, what in zip(SCREENS, found):
                for kind, text in what.items():
                    print("%s %s, %s: %s: %s" % (os.path.join(*path.split(os.sep)[-2:]), os.path.basename(page),
                                                 title(screen), kind, text))


if __name__ == "__main__":
    show([a for a in sys.argv[1:] if a != "-v"])
