"""--long only: the e-reader files in checkers and readers from npm, each by other people than those
that valid.py asks. epubcheck-ts looks at every file; Ace by DAISY (accessibility), axe-core (each
chapter as headless Chromium renders it) and epub.js (opened on a phone, a tablet and a desktop,
cover and contents found, paged through to the end, each line of text on a page) at every leaflet
of content/ and 20 random documents. Each of them must find the faults of files that are broken on
purpose. Pictures of content/ in epub.js are put into out/tests/ereaders/pictures."""
import json
import os
import re
import zipfile

import fetched
from opf import Package
from outputs import outputs
from report import fresh, run

FEW = re.compile(r"content/|seed-1?\d$")   # what the slow ones look at


class Tools:
    """The tools of tests/tools that run in node, with what npm fetched."""

    def __init__(self, npm, browser):
        self.env = {"LEAFSET_NPM": npm, "LEAFSET_BROWSER": browser,
                    "PUPPETEER_EXECUTABLE_PATH": browser, "ACE_TIMEOUT_INITIAL": "60000"}

    def ask(self, tool, args, count=None, **env):
        """Its answers, one for each of the last count arguments; as text, what went wrong."""
        done = run(["node", "tests/tools/%s.mjs" % tool] + args, env=dict(self.env, **env),
                   timeout=1800)
        lines = done.text.splitlines()
        if done.code != 0 or len(lines) != (len(args) if count is None else count):
            return "%s %s\n%s" % (tool, done.code, (done.text + done.errors)[-2000:])
        return [json.loads(line) for line in lines]


# ---- the files

def rewritten(source, path, change):
    """A copy of an EPUB, its texts changed by change(name, text): None leaves a file out."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
        for item in old.infolist():
            data = old.read(item)
            if not item.filename.endswith((".png", ".jpg", ".ttf")):
                text = change(item.filename, data.decode("utf-8"))
                data = None if text is None else text.encode("utf-8")
            if data is not None:
                new.writestr(item, data)
    return path


def chapters(path, folder):
    """The content documents of a file and its navigation, unpacked."""
    with zipfile.ZipFile(path) as book:
        book.extractall(folder)
        package = Package(book)
    return [os.path.join(folder, package.path(item)) for item in package.manifest
            if item.get("media-type") == "application/xhtml+xml"]


# ---- what is broken on purpose

def in_pages(old, new):
    return lambda name, text: re.sub(old, new, text, count=1) \
        if name.endswith(".xhtml") and "nav" not in name else text


def in_package(old, new):
    return lambda name, text: re.sub(old, new, text) if name.endswith(".opf") else text


# By tool: what each must find, as a part of what it says.
BROKEN = {
    "epubcheck-ts": [
        ("an id twice", in_pages("<h1", '<p id="x">a</p><p id="x">b</p><h1'), "RSC-005"),
        ("a picture that is not there", in_pages("<h1", '<img src="no.png" alt=""/><h1'), "RSC-007"),
        ("no time of change", in_package('<meta property="dcterms:modified">[^<]*</meta>', ""),
         "RSC-005")],
    "ace": [
        ("a picture without a text", in_pages("<h1", '<img src="style.css"/><h1'), "image-alt"),
        ("no accessible modes", in_package('<meta property="schema:accessMode">[^<]*</meta>', ""),
         "metadata-accessmode"),
        ("no language", in_pages('(<html[^>]*) lang="[^"]*" xml:lang="[^"]*"', r"\1"),
         "html-has-lang")],
    "axe": [
        ("pale grey on white", in_pages("<h1", '<p style="color:#ccc;background:#fff">pale</p><h1'),
         "color-contrast"),
        ("a link without words", in_pages("<h1", '<a href="#x"></a><h1'), "link-name"),
        ("two main landmarks", in_pages("<h1", '<div role="main">twice</div><h1'),
         "landmark-no-duplicate-main"),
        ("two regions of one name", in_pages("<h1", '<section aria-label="A"><p>a</p></section>'
                                             '<section aria-label="A"><p>b</p></section><h1'),
         "landmark-unique"),
        ("lists without items", in_pages("<h1", "<ul><p>no item</p></ul><h1"), "list")],
    "epubjs": [
        ("no table of contents", lambda name, text: text.replace('epub:type="toc"', "")
         if name.endswith("nav.xhtml") else in_package(' toc="ncx"', "")(name, text), "contents"),
        ("a chapter that is hidden", in_pages("<h1", "<style>main { display: none }</style><h1"),
         "no words"),
        ("lines beyond the page", in_pages("<h1", '<p style="position:absolute;top:-99px">up</p><h1'),
         "on no page"),
        ("a chapter that is not there", lambda name, text: None
         if name.endswith("leaflet.xhtml") else text, "open"),
        ("no cover", in_package('<meta name="cover"[^>]*/>| properties="cover-image"', ""),
         "cover")],
}


def broken_files(tool, source, folder):
    """(name, path, what must be said)."""
    return [(name, rewritten(source, os.path.join(folder, "%s-%d.epub" % (tool, number)), change),
             said) for number, (name, change, said) in enumerate(BROKEN[tool])]


# ---- what the tools say, as lists of lines by file

def with_checker(tool, tools, paths, folder):
    return tools.ask(tool, paths)


def with_axe(tool, tools, paths, folder):
    pages, owners = [], []
    for number, path in enumerate(paths):
        inside = chapters(path, os.path.join(folder, "axe-%d" % number))
        pages += inside
        owners += [number] * len(inside)
    answers = tools.ask("axe", pages)
    if isinstance(answers, str):
        return answers
    found = [[] for _ in paths]
    for owner, page, lines in zip(owners, pages, answers):
        found[owner] += ["%s: %s" % (os.path.basename(page), line) for line in lines]
    return found


def with_epubjs(tool, tools, paths, folder):
    answers = tools.ask("epubjs", [folder] + paths, len(paths))
    if isinstance(answers, str):
        return answers
    return [[line for on in screens for line in judged(on)] for screens in answers]


def judged(on):
    """What is wrong with a file on a screen of epub.js."""
    if "failed" in on:
        return ["%s: does not open: %s" % (on["screen"], on["failed"])]
    said = list(on["errors"])
    if not on["cover"]:
        said.append("no cover")
    if not on["toc"] or not all(on["toc"]):
        said.append("no table of contents")
    said += ["the table of contents leads nowhere: " + href for href in on["lost"]]
    said += ["no landmark " + one for one in ("toc", "bodymatter") if one not in on["landmarks"]]
    if not on["pages"]:
        said.append("no list of pages")
    if not on["ended"]:
        said.append("does not come to the end in %d pages" % on["turned"])
    shown = {one["at"]: one for one in on["shown"]}
    said += ["chapter %d is not shown" % at for at in on["chapters"] if at not in shown]
    said += ["chapter %d shows no words or picture" % at for at in shown
             if not shown[at]["lines"] and not shown[at]["pictures"]]
    said += ["on no page: " + text for at in shown for text in shown[at]["unseen"]]
    return ["%s: %s" % (on["screen"], line) for line in said]


ASK = {"epubcheck-ts": with_checker, "ace": with_checker, "axe": with_axe, "epubjs": with_epubjs}


# ---- the stage

def see_broken(report, tools, tool, source):
    """The tool finds the fault of each broken file, and nothing in the file that they are made of."""
    folder = fresh("ereaders", "broken-" + tool)
    broken = broken_files(tool, source, folder)
    found = ASK[tool](tool, tools, [path for _, path, _ in broken], folder)
    if not report.check("%s looks at broken files" % tool, isinstance(found, list), found):
        return
    for (name, _, said), lines in zip(broken, found):
        report.check("%s finds %s" % (tool, name), any(said in line for line in lines),
                     "\n".join(lines) or "nothing was found")


def judge(report, tools, tool, items):
    folder = fresh("ereaders", tool)
    found = ASK[tool](tool, tools, [item.epub for item in items], folder)
    if not report.check("%s looks at %d files" % (tool, len(items)), isinstance(found, list), found):
        return
    for item, lines in zip(items, found):
        report.check("%s %s" % (tool, item.name), not lines, "\n".join(lines[:20]))
    print("         %s: %d files, %d findings" % (tool, len(items), sum(map(len, found))))


def take_pictures(report, tools, items):
    """The first pages of each leaflet of content/ on each screen, for the eye."""
    paths = [item.epub for item in items if item.name.startswith("content/")]
    folder = fresh("ereaders", "pictures")
    tools.ask("epubjs", [folder] + paths, len(paths), PICTURES="1")
    report.check("pictures of content/", len(os.listdir(folder)) >= 4 * len(paths))


def stage(report):
    if not report.long:
        return
    items = [i for i in outputs(report)
             if report.check("the EPUB of " + i.name, os.path.exists(i.epub))]
    npm, browser = fetched.npm(report), report.tool("chromium")
    if not items or not npm or not browser or not report.tool("node"):
        return
    tools = Tools(npm, browser)
    few = [item for item in items if FEW.match(item.name)]
    for tool in ASK:
        see_broken(report, tools, tool, items[0].epub)
        judge(report, tools, tool, items if tool == "epubcheck-ts" else few)
    take_pictures(report, tools, few)
