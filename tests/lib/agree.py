"""What the tree, the EPUB and the PDF say beyond their words (words.py): the outline, the links, the
alternative texts, the languages; and the pages, whose list in the EPUB is that of the PDF. Each is
read by other code than leafset's."""
import re
import zipfile

from opf import Package, is_navigation
from outputs import outputs
from report import run
from tagged import Pdf, structure
from words import ADDED, INLINE_TAGS, LABEL, TYPE, XHTML, canonical, unquote

PDF_OUTLINE = re.compile("H[1-6]")
# A PDF leads to a neighbour's; an e-book cannot lead out of its own file.
ADDRESS = re.compile(r"\s*\((?:www\.[^\s)]*|[^\s()@]+@[^\s()]+|\d{6,})\)")  # on paper only
OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|#", re.I)


# ---- the tree

def tree_nodes(dump):
    """(depth, kind, rest) of each node; what only the other medium shows is left out by skip."""
    for line in dump.splitlines():
        match = re.match(r"( *)([a-z-]+)(.*)$", line)
        if match and not line.startswith("meta "):
            yield len(match.group(1)) // 2, match.group(2), match.group(3)


def bare(rest):
    return re.sub(r'"(?:[^"\\]|\\.)*"', "", rest)


def shown(nodes, other):
    skipping = None
    for depth, kind, rest in nodes:
        if skipping is not None and depth > skipping:
            continue
        skipping = depth if other in bare(rest).split() else None
        if skipping is None:
            yield depth, kind, rest


def quoted(name, rest):
    match = re.search(r' %s="((?:[^"\\]|\\.)*)"' % name, rest)
    return unquote(match.group(1)) if match else None


RAISED = dict(zip("0123456789+-\u2212=()ni", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
                  "\u207a\u207b\u207b\u207c\u207d\u207e\u207f\u2071"))
LOWERED = dict(zip("0123456789+-\u2212=()", "\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089"
                   "\u208a\u208b\u208b\u208c\u208d\u208e"))


def small(text, forms):
    """Raised or lowered text where no markup can stand."""
    keep = not any(c in LOWERED for c in text)
    return text if keep else "".join(forms.get(c, c) for c in text)


def from_tree(dump, other):
    """contents: the headings as a table of contents says them."""
    found = {"outline": [], "links": [], "alt": [], "lang": [], "contents": []}
    heading, raised = None, []
    for depth, kind, rest in shown(tree_nodes(dump), other):
        raised = [(at, forms) for at, forms in raised if at < depth]
        if kind in ("superscript", "subscript"):
            raised.append((depth, RAISED if kind == "superscript" else LOWERED))
        if heading is not None and depth <= heading:
            heading = None
        if kind == "heading":
            heading = depth
            found["outline"].append([int(re.search(r"level=(\d)", rest).group(1)), ""])
            found["contents"].append("")
        if kind == "text" and heading is not None:
            text = unquote(re.match(r' "((?:[^"\\]|\\.)*)"', rest).group(1))
            found["outline"][-1][1] += text
            found["contents"][-1] += small(text, raised[-1][1]) if raised else text
        if kind == "line-break" and heading is not None:
            found["outline"][-1][1] += " "
            found["contents"][-1] += " "
        if kind == "image" and heading is not None:
            found["contents"][-1] += quoted("alt", rest) or ""
        href = quoted("online", rest) or quoted("address" if kind == "qr-code" else "href", rest)
        if kind in ("link", "qr-code") and href and OUTSIDE.match(href):
            found["links"].append(href)
        if kind == "image":
            found["alt"].append(quoted("alt", rest) or "")
        lang = re.search(r" lang=([A-Za-z0-9-]+)", bare(rest))
        if lang and depth > 0:
            found["lang"].append(lang.group(1))
    found["outline"] = [(level, " ".join(canonical(text))) for level, text in found["outline"]]
    return found


# ---- the EPUB

class Book:
    def __init__(self, path, change=lambda text: text):
        with zipfile.ZipFile(path) as book:
            package = Package(book, change)
            self.spine = []
            for item in package.spine:
                page = package.page(item)
                if is_navigation(item):
                    self.nav = page
                elif item.get("id") != "cover":
                    self.spine.append((item.get("href"), page.find(XHTML + "body")))


def text_of(element, skip=()):
    if element.get("role") in ADDED or element in skip:
        return ""
    return (element.text or "") + "".join(text_of(c, skip) + (c.tail or "") for c in element) + \
        (" " if element.tag == XHTML + "br" else "")


def from_epub(book):
    found = {"outline": [], "links": [], "alt": [], "lang": []}
    for name, body in book.spine:
        for element in body.iter():
            tag = element.tag.replace(XHTML, "")
            if re.fullmatch("h[1-6]", tag):
                found["outline"].append((int(tag[1]), " ".join(canonical(text_of(element)))))
            if tag == "a" and element.get("role") not in ADDED:
                found["links"].append(element.get("href"))
            if tag == "img" and element.get("class") != "icon":
                found["alt"].append(element.get("alt"))
            if element.get("lang") and not element.get("aria-label"):  # whose words no node holds
                found["lang"].append(element.get("lang"))
    return found


def table_of_contents(book):
    toc = next(n for n in book.nav.iter(XHTML + "nav") if n.get(TYPE) == "toc")
    return [" ".join(canonical(text_of(a))) for a in toc.iter(XHTML + "a")]


def is_note(element):
    return element.get(TYPE) == "footnote"


def page_starts(book):
    """Number -> the first words behind a page's mark, notes left out; of a mark in a cell, whose row
    goes on with what stood before it, only the cell's."""
    texts, number = {}, None

    def walk(element):
        nonlocal number
        role = element.get("role")
        if role == "doc-pagebreak":
            number = int(element.get("title"))
            texts[number] = ""
        elif not is_note(element) and role not in ADDED and \
                element.get("class") not in ("kind", "label"):
            put(element.text)
            for child in element:
                walk(child)
                put(child.tail)
            tag = element.tag.replace(XHTML, "")
            if element.tag not in INLINE_TAGS:
                put(" ")
            if tag in ("td", "th") and any(e.get("role") == "doc-pagebreak" for e in element.iter()):
                number = None

    def put(text):
        if number is not None and text:
            texts[number] += text

    for _, body in book.spine:
        walk(body)
    return {n: canonical(t) for n, t in texts.items()}


# ---- the PDF

def walk_pdf(pdf):
    """What the PDF's structure tree holds, and page reference -> words, notes left out."""
    found = {"outline": [], "alt": [], "lang": []}
    pages, stack = {}, []
    for what, value, more in structure(pdf):
        if what == "start":
            stack.append(value)
            heading = PDF_OUTLINE.fullmatch(value)
            if heading:
                found["outline"].append([int(value[1]), ""])
            if value == "Figure":
                found["alt"].append(string(more.get("/Alt")))
            if "/Lang" in more:
                found["lang"].append(string(more["/Lang"]))
            space(found, pages, stack)
        elif what == "end":
            space(found, pages, stack)
            stack.pop()
        elif "Note" not in stack and ("Reference" not in stack or "Caption" in stack):
            text = value or ""
            if "Lbl" in stack and LABEL.fullmatch(text.strip()):
                continue
            pages[more] = pages.get(more, "") + text
            if any(PDF_OUTLINE.fullmatch(kind) for kind in stack):
                found["outline"][-1][1] += text
    found["outline"] = [(level, " ".join(canonical(text))) for level, text in found["outline"]]
    return found, pages


def space(found, pages, stack):
    if stack[-1] not in ("Span", "Link", "Reference", "Em", "Strong", "Sub", "Quote", "Code"):
        for page in pages:
            pages[page] += " "


def string(value):
    value = value or ""
    return value[2:] if value[:2] == "u:" else value


def pdf_pages(pdf):
    """The references of the pages in their order."""
    found, work = [], [pdf.root()["/Pages"]]
    while work:
        reference = work.pop()
        node = pdf.get(reference)
        if node.get("/Type") == "/Pages":
            work += reversed(pdf.get(node["/Kids"]))
        else:
            found.append(reference)
    return found


# ---- the comparisons

def first_difference(want, got):
    for at, (a, b) in enumerate(zip(list(want) + [None], list(got) + [None])):
        if a != b:
            return "number %d of %d (read: %d)\nwanted: %r\nread:   %r" % (
                at + 1, len(want), len(got), a, b)
    return "read %d, wanted %d" % (len(got), len(want))


def check_pages(report, name, book, pdf):
    """Each page's first words are those behind its mark: as many as both have, three at most."""
    starts, (_, texts) = page_starts(book), walk_pdf(pdf)
    order = pdf_pages(pdf)
    report.check("page-list of " + name, sorted(starts) == list(range(1, len(order) + 1)),
                 "marks %s, pages %d" % (sorted(starts), len(order)))
    for number, page in enumerate(order, 1):
        want = canonical(ADDRESS.sub("", texts.get(page, "")))
        got = starts.get(number, [])
        least = min(len(want), len(got), 3)
        report.check("page %d of %s begins alike" % (number, name), want[:least] == got[:least],
                     "PDF:  %s\nEPUB: %s" % (" ".join(want[:12]), " ".join(got[:12])))


def without_skips(outline):
    """PDF/UA-1, 7.4.2 lets no level be skipped on the way down: a heading's is the number of those
    that it stands under, and itself."""
    above, found = [], []
    for own, text in outline:
        above = [level for level in above if level < own] + [own]
        found.append((len(above), text))
    return found


def check_item(report, binary, item):
    dump = run([binary, "dump", "tree", item.source], cwd=item.cwd).text
    tree, book, pdf = from_tree(dump, "print-only"), Book(item.epub), Pdf(item.pdf)
    epub = from_epub(book)
    for kind in ("outline", "links", "alt", "lang"):
        report.check("%s of %s in the EPUB" % (kind, item.name), tree[kind] == epub[kind],
                     lambda: first_difference(tree[kind], epub[kind]))
    contents = [" ".join(canonical(text)) for text in tree["contents"]]
    report.check("contents of " + item.name, table_of_contents(book) == contents,
                 lambda: first_difference(contents, table_of_contents(book)))
    paper, read = without_skips(from_tree(dump, "epub-only")["outline"]), walk_pdf(pdf)[0]["outline"]
    report.check("outline of %s in the PDF" % item.name, paper == read,
                 lambda: first_difference(paper, read))
    check_pages(report, item.name, book, pdf)


def self_test(report, item):
    """A heading, a link and a page's first words that are gone are seen."""
    whole = Book(item.epub)
    cuts = {"heading": r"<h2[^>]*>.*?</h2>", "link": r'<a href="(?:https?|mailto|tel):[^>]*>',
            "words": r'(<span epub:type="pagebreak"[^>]*/>)[^<]+'}
    for name, pattern in cuts.items():
        cut = Book(item.epub, lambda text: re.sub(pattern, lambda m: "<a>" if name == "link" else
                                                  m.group(1) if m.lastindex else "", text))
        report.check("a lost %s is seen" % name, from_epub(cut) != from_epub(whole) or
                     page_starts(cut) != page_starts(whole))


def stage(report):
    binary = report.binary()
    if binary and report.tool("qpdf"):
        self_test(report, outputs(report)[0])
        report.each(lambda r, item: check_item(r, binary, item), outputs(report))
