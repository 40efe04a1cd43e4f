"""Every word of the tree, in its order, in the PDF and in the EPUB. The tree is `leafset dump
tree`; the PDF is read along its structure tree by tagged.py and, where all text runs left to
right, by poppler as well; the EPUB by an XML parser along its spine. What leafset adds beyond the
tree's text (list labels, note numbers, links back) is left out on both sides."""
import re
import shutil
import unicodedata
import zipfile

import golden
from opf import Package, is_navigation
from outputs import outputs
from report import PLAIN, run
from tagged import Pdf, structure

INLINE = set("""text emphasis strong strike code keyboard subscript superscript abbreviation span
    isolate link note-ref image icon qr-code""".split())
ESCAPE = re.compile(r'\\(x[0-9a-f]{2}|n|.)')


def unquote(text):
    def one(match):
        c = match.group(1)
        return "\n" if c == "n" else chr(int(c[1:], 16)) if len(c) == 3 else c
    return ESCAPE.sub(one, text)


def from_tree(dump, medium):
    """The text of a tree dump as the medium ("print" or "epub") shows it."""
    other = {"print": "epub-only", "epub": "print-only"}[medium]
    out, skipping = [], None
    for line in dump.splitlines():
        match = re.match(r'( *)([a-z-]+)(.*)$', line)
        if not match or line.startswith("meta "):
            continue
        depth, kind, rest = len(match.group(1)), match.group(2), match.group(3)
        if skipping is not None and depth > skipping:
            continue
        skipping = None
        if kind not in INLINE:
            out.append(" ")
        quoted = re.match(r' "((?:[^"\\]|\\.)*)"', rest) if kind == "text" else None
        if other in (rest[quoted.end():] if quoted else re.sub(r'"(?:[^"\\]|\\.)*"', "", rest)):
            skipping = depth
            continue
        address = re.search(r' address="((?:[^"\\]|\\.)*)"', rest)
        if kind == "qr-code" and medium == "epub" and address:
            out.append(" %s " % unquote(address.group(1)))
        elif quoted:
            out.append(unquote(quoted.group(1)))
        elif kind == "text":
            raise ValueError("a text without text: " + line)
    return "".join(out)


# Elements that are part of a line (ISO 32000-1, 14.8.4.4); all others begin a new word.
INLINE_ELEMENTS = set("Span Quote Reference Code Link Annot Em Strong Sub".split())


# What stands in a label that leafset makes: a bullet, a number, a task box. The label of a
# description list is its term, which is a word of the tree.
LABEL = re.compile(r"[\s\u2022\u25e6\u25aa\u2013\u2012\u2023\u00b7\u2043\u2610\u2611\u2713\u2718]*|\(?(\d{1,9}|([A-Za-z]{1,2}|[ivxlcdm]+|[IVXLCDM]+)(?=[.)]))[.)]?(\s[\u2610\u2611])?")
LEFT_OUT = ("Reference", "Figure")


class Reading:
    """Puts the text of a structure tree together from its elements' starts and ends."""

    def __init__(self):
        self.out, self.stack = [], []

    def start(self, kind):
        if kind not in INLINE_ELEMENTS:
            self.out.append(" ")
        self.stack.append((kind, len(self.out)))

    def end(self):
        kind, at = self.stack.pop()
        if kind == "Lbl" and not (self.stack and self.stack[-1][0] == "LI" and
                                  not LABEL.fullmatch("".join(self.out[at:]).strip())):
            del self.out[at:]
        if kind not in INLINE_ELEMENTS:
            self.out.append(" ")

    def text(self, text):
        for kind, _ in reversed(self.stack):
            if kind == "Caption":
                break
            if kind in LEFT_OUT:
                return
        self.out.append(text)


def from_pdf(path):
    reading = Reading()
    for what, value, element in structure(Pdf(path)):
        if what == "start":
            reading.start(value)
        elif what == "end":
            reading.end()
        elif value is None:
            raise ValueError("the structure tree names marked content that no page has")
        else:
            reading.text(value)
    return "".join(reading.out)


def from_poppler(path):
    """pdfinfo -struct-text: two spaces a level, text in quotes, attributes behind a slash."""
    done = run(["pdfinfo", "-struct-text", path], env={"LC_ALL": "C.UTF-8"})
    reading, depths = Reading(), []
    for line in done.text.splitlines():
        match = re.match(r'( *)("(.*)"$|[A-Za-z0-9]+)', line)
        if not match or match.group(2) == "Object":
            continue
        depth = len(match.group(1))
        while depths and depths[-1] >= depth:
            depths.pop()
            reading.end()
        if match.group(3) is not None:
            reading.text(match.group(3))
        else:
            reading.start(match.group(2))
            depths.append(depth)
    return "".join(reading.out)


XHTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"
INLINE_TAGS = {XHTML + t for t in """a abbr b bdi bdo cite code em i img kbd s small span strong sub
    sup u""".split()}
ADDED = {"doc-noteref", "doc-backlink", "doc-pagebreak", "img"}


def element_text(element, out):
    if element.get("role") in ADDED or element.get("class") in ("kind", "label") or \
            element.tag in (XHTML + "nav", XHTML + "img"):
        return
    block = element.tag not in INLINE_TAGS
    if block:
        out.append(" ")
    out.append(element.text or "")
    for child in element:
        element_text(child, out)
        out.append(child.tail or "")
    if block:
        out.append(" ")


def from_epub(path):
    out = []
    with zipfile.ZipFile(path) as book:
        package = Package(book)
        for item in package.spine:
            body = package.page(item).find(XHTML + "body")
            kinds = " ".join(e.get(TYPE) or "" for e in body.iter())
            if not is_navigation(item) and not re.search(r"\bcover\b", kinds):
                element_text(body, out)
    return "".join(out)


def canonical(text):
    """Words; what only steers the breaking or the direction of lines is no letter."""
    text = unicodedata.normalize("NFC", re.sub("[\u00ad\u034f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]", "", text))
    return text.split()


def first_difference(want, got):
    for at, (a, b) in enumerate(zip(want + [None], got + [None])):
        if a != b:
            return "word %d of %d (read back: %d)\ntree: %s\nread: %s" % (
                at, len(want), len(got), " ".join(want[max(0, at - 6):at + 8]),
                " ".join(got[max(0, at - 6):at + 8]))
    return "read back: %d words more: %s" % (len(got) - len(want),
                                             " ".join(got[len(want):len(want) + 20]))


def is_left_to_right(text):
    return not any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in text)


# Scripts whose vowel signs poppler's reader puts in another order.
REORDERED = re.compile("[\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]")


def compare(report, name, want, read):
    try:
        got = canonical(read())
    except Exception as error:
        report.fail(name, "%s: %s" % (type(error).__name__, error))
        return
    report.check(name, want == got, lambda: first_difference(want, got))


def self_test(report):
    """The test sees a lost, a doubled and a moved word."""
    tree = 'meta title "T"\ndocument\n  paragraph\n    text "One \\"two\\"" @1:1\n' \
           '    emphasis\n      text " three"\n  paragraph print-only\n    text "paper"\n'
    want = canonical(from_tree(tree, "print"))
    report.check("the tree is read", want == ["One", '"two"', "three", "paper"], want)
    report.check("the medium is seen", canonical(from_tree(tree, "epub")) == want[:3])
    for wrong in (want[:2] + want[3:], want + want[-1:], want[::-1]):
        report.check("a difference is told", "word" in first_difference(want, wrong)
                     and want != wrong)


def check_item(report, item):
    dump = run([PLAIN, "dump", "tree", item.source], cwd=item.cwd)
    if not report.check("dump tree " + item.name, dump.code == 0 and dump.out, dump.errors):
        return
    paper = canonical(from_tree(dump.text, "print"))
    report.check("the tree has words: " + item.name, bool(paper))
    if shutil.which("qpdf"):
        compare(report, "words of the PDF: " + item.name, paper, lambda: from_pdf(item.pdf))
    text = " ".join(paper)
    if shutil.which("pdfinfo") and is_left_to_right(text) and not REORDERED.search(text):
        compare(report, "words of the PDF by poppler: " + item.name, paper,
                lambda: from_poppler(item.pdf))
    compare(report, "words of the EPUB: " + item.name,
            canonical(from_tree(dump.text, "epub")), lambda: from_epub(item.epub))


def stage(report):
    self_test(report)
    report.tool("qpdf")
    report.tool("pdfinfo")
    report.each(check_item, outputs(report))
