"""--long only: what readers of PDF take out of it, by language: of sentences of the Universal
Declaration of Human Rights, how many come out whole (characters, order, spaces) and how many of
their words, in order. By hand, with PDF files of the same sentences from other tools:

    tests/lib/readers.py FOLDER         FOLDER holds xx.txt (a sentence a line) and xx.pdf
"""
import json
import os
import re
import sys
import unicodedata

if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.argv[1:] = [os.path.abspath(a) for a in sys.argv[1:2]]
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))

import fetched
import udhr
from report import ENVIRONMENT, fresh, run

SENTENCES = 8
LANGUAGES = {"ar": "arb", "he": "heb", "ur": "urd", "fa": "pes_1", "hi": "hin", "bn": "ben",
             "ta": "tam", "gu": "guj", "th": "tha", "km": "khm", "my": "mya", "bo": "bod",
             "am": "amh", "de": "deu_1996"}
ENGLISH = ["The office staff often find it difficult to affix the first fluffy sticker.",
           "Anti\u00adcoagulation and immuno\u00adsuppression are efficient.",
           "Five official waffles flew off the shuffled shelf."]
DIRECTION = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
READERS = ("struct", "pdftotext", "mutool", "pdfium", "pdf.js")
# Sentences that come out whole, by reader in that order: fewer are a step back.
LEAST = {"am": (8, 8, 8, 8, 8), "ar": (0, 3, 0, 3, 0), "bn": (0, 8, 0, 7, 0),
         "bo": (1, 2, 0, 2, 0), "de": (8, 8, 8, 8, 8), "en": (3, 3, 3, 3, 3),
         "fa": (0, 4, 0, 5, 0), "gu": (0, 1, 0, 7, 0), "he": (0, 5, 0, 8, 0),
         "hi": (0, 6, 0, 7, 0), "km": (0, 8, 0, 7, 0), "my": (0, 1, 0, 5, 0),
         "ta": (0, 8, 0, 8, 0), "th": (5, 1, 5, 5, 5), "ur": (0, 4, 0, 6, 0)}


def sentences(folder, code):
    articles = udhr.read(folder, code)[2]
    found = [paragraphs[0] for _, paragraphs in articles if paragraphs]
    return sorted(found, key=len)[:SENTENCES]


def pdfjs(folder, paths):
    done = run(["node", "tests/tools/pdfjs.mjs"] + paths, timeout=300,
               env={"LEAFSET_NPM": os.path.abspath(folder)})
    return json.loads(done.text) if done.code == 0 else None


def pdfium(python, paths):
    done = run([python, "tests/tools/pdfium.py"] + paths, timeout=300)
    return json.loads(done.text) if done.code == 0 else None


def each(command, paths):
    return [run([part.replace("FILE", path) for part in command]).text for path in paths]


def struct(paths):
    """The tree: a line of text in quotation marks a piece, which follow one another directly."""
    texts = each(["pdfinfo", "-struct-text", "FILE"], paths)
    out = []
    for text in texts:
        pieces = re.findall(r'^ *"(.*)"$|^ *(\S.*)$', text, re.M)
        out.append("".join(said if not tag else "\n" if not tag.startswith(("Span", "Link"))
                           else "" for said, tag in pieces))
    return out


def all_readers(report, paths):
    """By reader: the texts of the files."""
    found = {"struct": struct(paths),
             "pdftotext": each(["pdftotext", "FILE", "-"], paths),
             "mutool": each(["mutool", "draw", "-q", "-F", "text", "-o", "-", "FILE"], paths)}
    python, npm = fetched.python(report), fetched.npm(report)
    if python:
        found["pdfium"] = pdfium(python, paths)
    if npm and report.tool("node"):
        found["pdf.js"] = pdfjs(npm, paths)
    return found


def pattern(text):
    """What a reader may make of a text: a line may end anywhere, at a space or a hyphen it does."""
    parts = []
    for c in unicodedata.normalize("NFC", text):
        parts.append("[ \n\u00a0]+" if c.isspace() else "[\u00ad\ufffe]?" if c == "\u00ad" else
                     re.escape(c))
    return "\n?".join(parts)


def count(text, wanted):
    """(sentences whole, words in order) of a reader's text."""
    text = DIRECTION.sub("", unicodedata.normalize("NFC", text))
    text = re.sub("[\u00ad\ufffe\u0002-]\n", "", text) + "\n"
    whole = words = at = 0
    for sentence in wanted:
        whole += re.search(r"(?:^|\s)" + pattern(sentence) + r"\s", text) is not None
        for word in sentence.split():
            found = re.compile(r"(?:^|(?<=\s))" + pattern(word) + r"(?=\s)").search(text, at)
            if found:
                words, at = words + 1, found.end()
    return whole, words


def table(report, names, paths, wanted):
    """Rows by language: {reader: (sentences, words)}."""
    found = all_readers(report, paths)
    rows = {}
    for at, name in enumerate(names):
        rows[name] = {reader: count(texts[at], wanted[name])
                      for reader, texts in found.items() if texts}
    return rows


def show(rows, wanted, out=sys.stdout):
    readers = list(next(iter(rows.values())))
    print("%-4s %9s" % ("", "of"), *("%10s" % r for r in readers), file=out)
    for name, row in rows.items():
        total = (len(wanted[name]), sum(len(s.split()) for s in wanted[name]))
        print("%-4s %9s" % (name, "%d/%d" % total),
              *("%10s" % ("%d/%d" % row[r] if r in row else "-") for r in readers), file=out)


def write_sources(npm, folder):
    wanted = {name: sentences(npm, code) for name, code in LANGUAGES.items()}
    wanted["en"] = ENGLISH
    for name, lines in wanted.items():
        with open(os.path.join(folder, name + ".txt"), "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        with open(os.path.join(folder, name + ".md"), "w", encoding="utf-8") as file:
            file.write("---\ntitle: Test\nlang: %s\n---\n\n%s\n"
                       % (name, "\n\n".join(lines)))
    return wanted


def stage(report):
    npm = report.long and fetched.npm(report)
    binary = npm and report.binary()
    if not binary:
        return
    folder = fresh("readers")
    wanted = write_sources(npm, folder)
    for name in wanted:
        run([binary, "build", "-q", "--to", "pdf", "-o", "."] + [name + ".md"], cwd=folder)
    names = [n for n in wanted if os.path.exists(os.path.join(folder, n + ".pdf"))]
    rows = table(report, names, [os.path.join(folder, n + ".pdf") for n in names], wanted)
    show(rows, wanted)
    for name, row in rows.items():
        for reader, (whole, _) in row.items():
            least = LEAST[name][READERS.index(reader)]
            report.check("%s reads %s" % (reader, name), whole >= least,
                         "%d sentences of %d" % (whole, len(wanted[name])))


def main(folder):
    from report import Report
    names = sorted(n[:-4] for n in os.listdir(folder)
                   if n.endswith(".txt") and os.path.exists(os.path.join(folder, n[:-4] + ".pdf")))
    wanted = {}
    for name in names:
        with open(os.path.join(folder, name + ".txt"), encoding="utf-8") as file:
            wanted[name] = file.read().splitlines()
    paths = [os.path.join(os.path.abspath(folder), n + ".pdf") for n in names]
    show(table(Report(), names, paths, wanted), wanted)


if __name__ == "__main__":
    main(sys.argv[1])
