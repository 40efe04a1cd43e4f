"""--long only: what readers of PDF take out of it, by language: of sentences of the Universal
Declaration of Human Rights, with amounts and Latin names put into some, how many come out whole
(characters, order, spaces) and how many searches find what they look for: each word, and each two
that follow one another. By hand, with PDF files of the same sentences from other tools:

    tests/lib/readers.py write FOLDER   writes xx.txt (a sentence a line) and xx.md
    tests/lib/readers.py FOLDER         reads xx.txt and xx.pdf
"""
import json
import os
import re
import sys
import unicodedata

if __name__ == "__main__":
    sys.dont_write_bytecode = True
    sys.argv[1:] = [a if a == "write" else os.path.abspath(a) for a in sys.argv[1:]]
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))

import fetched
import udhr
from report import fresh, run

SENTENCES = 8
LANGUAGES = {"ar": "arb", "he": "heb", "ur": "urd", "fa": "pes_1", "hi": "hin", "bn": "ben",
             "ta": "tam", "gu": "guj", "pa": "pan", "th": "tha", "lo": "lao", "km": "khm",
             "my": "mya", "bo": "bod", "am": "amh", "zh-Hans": "cmn_hans", "ja": "jpn",
             "ko": "kor", "vi": "vie", "el": "ell_monotonic", "de": "deu_1996"}
FOREIGN = ["Paracetamol 500 mg", "NHS 111", "2.5 ml", "12"]
ENGLISH = ["The office staff often find it difficult to affix the first fluffy sticker.",
           "Anti\u00adcoagulation and immuno\u00adsuppression are efficient.",
           "Five official waffles flew off the shuffled shelf."]
# Marks of direction, which some readers add; invisible characters, which nobody reads or copies.
DIRECTION = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
INVISIBLE = re.compile("[\u034f\u2060]")
# Sentences that come out whole and searches that find, by language and reader, where not all do:
# fewer are a step back. pdftotext writes the space or the comma that ends a part from left to right
# before it; PDFium turns round the words of such a part.
LEAST = {("ar", "pdftotext"): (8, 243), ("ar", "pdfium"): (8, 241), ("ar", "pdf.js"): (11, 253),
         ("fa", "pdftotext"): (7, 297), ("fa", "pdfium"): (9, 294),
         ("he", "pdftotext"): (5, 204), ("he", "pdfium"): (9, 222),
         ("ur", "pdftotext"): (4, 324), ("ur", "pdfium"): (9, 344)}


def sentences(folder, code):
    articles = udhr.read(folder, code)[2]
    found = [paragraphs[0] for _, paragraphs in articles if paragraphs]
    found = sorted(found, key=len)[:SENTENCES + len(FOREIGN)]
    return found[:SENTENCES] + [mixed(*pair) for pair in zip(found[SENTENCES:], FOREIGN)]


def mixed(sentence, foreign):
    """The sentence with an amount or a name at the space nearest its middle, else before it; in
    Chinese and Japanese in the middle, without spaces."""
    spaces = [i for i, c in enumerate(sentence) if c == " "]
    middle = len(sentence) // 2
    if not spaces and sentence[middle] > "\u3000":
        return sentence[:middle] + foreign + sentence[middle:]
    if not spaces:
        return foreign + " " + sentence
    at = min(spaces, key=lambda i: abs(i - len(sentence) // 2))
    return sentence[:at] + " " + foreign + sentence[at:]


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
    return "\n{0,2}".join(parts)


def tidy(text):
    """As one copies: marks of direction go, the parts of a word that a line's end parted come
    together."""
    text = DIRECTION.sub("", unicodedata.normalize("NFC", text))
    return re.sub("[\u00ad\ufffe\u0002-]\n", "", text) + "\n"


def searched(text, reader):
    """What viewers make of a text to search in, and of what they search. That of pdf.js passes over
    marks, and has no joiners."""
    text = re.sub(r"\s+", " ", text.replace("\u00ad", "")).casefold()
    if reader == "pdf.js":
        text = "".join(c for c in unicodedata.normalize("NFD", text)
                       if unicodedata.category(c)[0] != "M" and c not in "\u200c\u200d")
    return text


def count(text, wanted, reader):
    """(sentences whole, searches that find) of a reader's text."""
    text = tidy(text)
    read = INVISIBLE.sub("", text)
    if reader == "pdf.js":
        wanted = [re.sub("[\u200c\u200d]", "", sentence) for sentence in wanted]
    whole = sum(re.search(r"(?:^|\s)" + pattern(sentence) + r"\s", read) is not None
                for sentence in wanted)
    texts = searched(text, reader), searched(text.replace("\n", ""), reader)
    return whole, sum(searched(term, reader) in texts[0] or searched(term, reader) in texts[1]
                      for sentence in wanted for term in terms(sentence))


def terms(sentence):
    """What is searched: each word of three characters or more, each two neighbours."""
    words = unicodedata.normalize("NFC", sentence).split()
    return [w for w in words if len(w) > 2] + [" ".join(pair) for pair in zip(words, words[1:])]


def totals(sentences):
    return len(sentences), sum(len(terms(s)) for s in sentences)


def table(report, names, paths, wanted):
    """Rows by language: {reader: (sentences, searches)}."""
    found = all_readers(report, paths)
    rows = {}
    for at, name in enumerate(names):
        rows[name] = {reader: count(texts[at], wanted[name], reader)
                      for reader, texts in found.items() if texts}
    return rows


def show(rows, wanted, out=sys.stdout):
    readers = list(next(iter(rows.values())))
    print("%-8s %9s" % ("", "of"), *("%10s" % r for r in readers), file=out)
    for name, row in rows.items():
        print("%-8s %9s" % (name, "%d/%d" % totals(wanted[name])),
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
        for reader, found in row.items():
            least = LEAST.get((name, reader), totals(wanted[name]))
            report.check("%s reads %s" % (reader, name),
                         found[0] >= least[0] and found[1] >= least[1],
                         "%d sentences and %d searches, not %d and %d" % (found + least))


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
    if sys.argv[1] == "write":
        from report import Report
        write_sources(fetched.npm(Report()), sys.argv[2])
    else:
        main(sys.argv[1])
