#!/usr/bin/env python3
"""How pages come out: `make bench BENCH=pages`, or
`tests/bench/pages.py [--binary PATH] [--vs PATH] [--keep] [SHAPE...]`.

Sixty generated leaflets (seeded), ten of each shape of SHAPES: the headings, lists, tables, boxes,
pictures and amounts that leaflets of that kind have, with everyday words between them. Read from
`leafset dump pages` and from the finished PDF (poppler), in the same way for each binary:

    pages   of all leaflets; last: how full the last page is (per cent, the median), low: how many
            last pages are less than a third full
    over    pages whose text reaches below its area
    parted  page breaks between a picture and its words or a line and what it leads to
    apart   amounts, telephone numbers, names and places that a line break parts
    cut     words that a line break cuts without a hyphen
    alone   paragraphs' last lines of a single word; short: lines shorter than 70 % of their block
    told    messages of leafset"""
import argparse
import html
import os
import random
import re
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import zlib

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import inputs  # noqa: E402

EACH = 10   # leaflets of a shape
FIGURES = ("pages", "last", "low", "over", "parted", "apart", "cut", "alone", "short", "told")
KEPT = ["15 mg/kg", "2 tablets", "120/80 mmHg", "Dr Green", "Ward 12", "page 3", "NHS 111", "8 am",
        "10.30 am", "01960 01632", "020 7946 0018", "3 December", "10 to 15 minutes", "500 mg",
        "5 ml", "37.5 °C", "Level 2", "48 hours", "Room 7", "SW1A 1AA"]
CLINIC = """name: Riverside Clinic
address: |
  1 River Street
  Example Town
phone: 01632 960 001
hours: Monday to Friday, 9 am to 5 pm
email: clinic@riverside.example
web: https://www.riverside.example
"""


def png(width, height, shade):
    """A picture with a frame and a diagonal, in grey."""
    rows = bytearray()
    for y in range(height):
        row = bytearray([255]) * width
        x = y * (width - 8) // height
        row[x:x + 8] = bytes([shade]) * 8
        if y < 6 or y >= height - 6:
            row = bytearray([shade]) * width
        row[:6] = row[-6:] = bytes([shade]) * 6
        rows += b"\0" + row
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(
        ">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(bytes(rows), 6)) + chunk(b"IEND", b""))


class Writer:
    """Blocks of Markdown, with what belongs together strewn into them."""

    def __init__(self, seed, folder):
        self.text, self.random = inputs.Text(seed), random.Random(seed)
        self.folder, self.pictures, self.blocks = folder, 0, []

    def sentence(self):
        words = self.text.sentence().split()
        if self.random.random() < 0.5:
            words.insert(self.random.randint(1, len(words) - 1), self.random.choice(KEPT))
        return " ".join(words)

    def put(self, *lines):
        self.blocks.append("\n".join(lines))

    def heading(self, level=2):
        self.put("#" * level + " " + self.text.phrase(2, 6))

    def prose(self, low=1, high=3):
        for _ in range(self.random.randint(low, high)):
            self.put(" ".join(self.sentence() for _ in range(self.random.randint(2, 5))))

    def items(self, low=3, high=6, mark="- "):
        self.put(self.text.phrase(3, 8) + ":")
        self.put(*[mark + self.text.phrase(4, 16) for _ in range(self.random.randint(low, high))])

    def steps(self, count, picture=False):
        lines = []
        for i in range(count):
            lines.append("%d. %s" % (i + 1, self.sentence()))
            if picture:
                lines += ["", "   " + self.picture(600, 450), ""]
        self.put(*lines)

    def picture(self, width, height):
        self.pictures += 1
        name = "picture%d.png" % self.pictures
        with open(os.path.join(self.folder, name), "wb") as file:
            file.write(png(width, height, 60 + 10 * (self.pictures % 8)))
        return "![%s](%s)" % (self.text.phrase(3, 7), name)

    def table(self, columns, rows, caption=None, amounts=True):
        head = [self.text.phrase(1, 2) for _ in range(columns)]
        lines = ["| " + " | ".join(head) + " |", "|" + "---|" * columns]
        for _ in range(rows):
            cells = [self.text.phrase(1, 3)]
            for i in range(1, columns):
                cells.append("%d mg" % self.random.choice([5, 10, 125, 250, 500]) if amounts and i == 1
                             else self.text.phrase(1, 6))
            lines.append("| " + " | ".join(cells) + " |")
        if caption:
            lines[:0] = ["Table: " + caption]
        self.put(*lines)

    def box(self, kind):
        self.put("> [!%s]" % kind, "> " + self.sentence(), ">", "> " + self.sentence())


def procedure(w):
    w.prose(1, 2)
    for _ in range(w.random.randint(3, 5)):
        w.heading()
        w.prose()
        w.random.choice([w.items, w.prose, lambda: w.box("IMPORTANT")])()
    w.heading()
    w.table(3, w.random.randint(4, 7), w.text.phrase(2, 5), False)
    w.heading()
    w.steps(w.random.randint(3, 6))
    w.box("WARNING")


def medicine(w):
    w.prose(1, 1)
    for _ in range(4):
        w.heading()
        w.prose(1, 2)
        w.table(w.random.randint(3, 5), w.random.randint(3, 9), w.text.phrase(2, 5))
    w.heading()
    w.items()
    w.box("CAUTION")
    w.heading()
    w.prose()


def exercises(w):
    w.prose(1, 1)
    w.box("NOTE")
    for _ in range(w.random.randint(4, 8)):
        w.heading()
        w.put(w.sentence())
        w.put(w.picture(700, 525))
        w.put(w.sentence())
    w.heading()
    w.items()


def surgery(w):
    w.prose(1, 2)
    for _ in range(w.random.randint(6, 9)):
        w.heading()
        w.prose(1, 3)
        for _ in range(w.random.randint(0, 2)):
            w.heading(3)
            w.prose(1, 2)
            w.random.choice([w.items, lambda: w.steps(4), lambda: w.box("IMPORTANT"),
                             lambda: w.table(2, 6, w.text.phrase(2, 5), False),
                             lambda: w.put(w.picture(900, 600))])()


def wide(w):
    w.prose(1, 1)
    for columns in (w.random.randint(5, 6), w.random.randint(6, 9)):
        w.heading()
        w.prose(1, 1)
        w.table(columns, w.random.randint(5, 12), w.text.phrase(2, 5))
    w.heading()
    w.items()


def device(w):
    w.prose(1, 2)
    w.heading()
    w.items(3, 5)
    w.heading()
    w.steps(w.random.randint(4, 7), picture=True)
    w.heading()
    w.prose(1, 2)
    w.put(w.text.phrase(3, 6) + ":", "")
    w.put(w.picture(1000, 700))
    w.box("TIP")


SHAPES = {"procedure": procedure, "medicine": medicine, "exercises": exercises, "surgery": surgery,
          "wide tables": wide, "device": device}


def make(folder, shape, number):
    os.makedirs(folder)
    w = Writer(1000 * list(SHAPES).index(shape) + number, folder)
    SHAPES[shape](w)
    with open(os.path.join(folder, "clinic.yml"), "w") as file:
        file.write(CLINIC)
    path = os.path.join(folder, "leaflet.md")
    with open(path, "w") as file:
        file.write("---\ntitle: %s\nlang: en-GB\nsummary: %s\nreference: AB-%03d\nversion: 2\n"
                   "published: 2026-11-23\nnext_review: 2028-11\nauthors:\n- Skin team\n---\n\n"
                   % (w.text.phrase(3, 6), w.text.sentence(), number))
        file.write("\n\n".join(w.blocks) + "\n")
    return path


# --- what came out -------------------------------------------------------------------------------

def pdf_blocks(path):
    """Of each block of the PDF the lines: (left, right, [words])."""
    out = subprocess.run(["pdftotext", "-bbox-layout", path, "-"], capture_output=True,
                         check=True).stdout.decode()
    for block in re.findall(r"<block.*?</block>", out, re.S):
        lines = []
        for left, right, body in re.findall(r'<line xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>(.*?)'
                                            r'</line>', block, re.S):
            words = [html.unescape(word) for word in re.findall(r"<word[^>]*>(.*?)</word>", body)]
            lines.append((float(left), float(right), words))
        yield lines


def plain(word):
    return re.sub(r"\W+", "", word).lower()


def count_lines(path, source, got):
    """Counts what stands wrongly at the line ends of a PDF."""
    known = {plain(word) for word in re.findall(r"\S+", source)}
    whole = {word for word in known if len(word) > 3}
    kept = [phrase.split() for phrase in KEPT]
    for lines in pdf_blocks(path):
        for (_, _, words), (_, _, below) in zip(lines, lines[1:]):
            ends, begins = plain(words[-1]), plain(below[0])
            got["cut"] += (words[-1][-1] not in "-\u2010" and ends + begins in whole
                           and not (ends in known and begins in known))
            for phrase in kept:
                got["apart"] += any(words[-i:] == phrase[:i] and
                                    [w.rstrip(".,;") for w in below[:len(phrase) - i]] == phrase[i:]
                                    for i in range(1, len(phrase)))
        got["alone"] += len(lines) > 1 and len(lines[-1][2]) == 1


def look(binary, path):
    """The figures of one leaflet."""
    got = dict.fromkeys(FIGURES, 0)
    out = os.path.join(os.path.dirname(path), "out")
    shutil.rmtree(out, ignore_errors=True)
    run = subprocess.run([binary, "build", "-q", "-o", out, "--to", "pdf", path], capture_output=True,
                         text=True)
    if run.returncode not in (0, 2) or not os.path.isdir(out):
        raise SystemExit("%s: %s" % (path, run.stderr))
    got["told"] = len(re.findall(r"^\S+:\d+:\d+: ", run.stderr, re.M))
    dump = subprocess.run([binary, "dump", "pages", path], capture_output=True, text=True).stdout
    fills = [int(full) for full in re.findall(r"(\d+)% full", dump)]
    got["pages"], got["last"] = len(fills), fills[-1]
    got["low"] = len(fills) > 1 and fills[-1] < 33
    got["over"] = sum(full > 100 for full in fills)
    got["parted"] = len(re.findall(r"parts a (?!table\b|box)", dump))
    got["short"] = sum(int(n) for n in re.findall(r"(\d+) loose", dump))
    with open(path) as file:
        count_lines(os.path.join(out, "leaflet.pdf"), file.read(), got)
    return got


def show(title, rows):
    print("\n%-14s" % title + "".join("%8s" % figure for figure in FIGURES))
    everything = [got for part in rows.values() for got in part]
    for name, part in list(rows.items()) + [("all", everything)]:
        totals = {figure: sum(got[figure] for got in part) for figure in FIGURES}
        totals["last"] = "%d%%" % statistics.median(got["last"] for got in part)
        print("%-14s" % name + "".join("%8s" % totals[figure] for figure in FIGURES))


def main(args=()):
    parser = argparse.ArgumentParser(prog="make bench BENCH=pages")
    parser.add_argument("--binary", default="out/bin/leafset")
    parser.add_argument("--vs")
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("shapes", nargs="*")
    options = parser.parse_args(args)
    folder = tempfile.mkdtemp(prefix="leafset-pages-")
    for binary in filter(None, (options.vs, options.binary)):
        at = os.path.join(folder, "vs" if binary == options.vs else "now")
        rows = {}
        for shape in options.shapes or SHAPES:
            paths = [make("%s/%s-%02d" % (at, shape.replace(" ", "-"), n), shape, n)
                     for n in range(EACH)]
            rows[shape] = [look(os.path.abspath(binary), path) for path in paths]
        show(os.path.basename(binary) if binary == options.vs else "leafset", rows)
    if options.keep:
        print("\n" + folder)
    else:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main(sys.argv[1:])
