"""Inputs for the fuzz targets of tests/fuzz: seeds from the golden cases, dictionaries of what the
formats are made of, and the saved corpus, a ZIP file a target."""
import hashlib
import os
import re
import zipfile

import golden

FUZZ = os.path.join("tests", "fuzz")
TARGETS = ("markdown", "plain", "front", "png", "jpeg", "webp", "gif", "font", "whole")
LONGEST = {"markdown": 65536, "plain": 65536, "front": 16384, "font": 65536, "whole": 32768}
PICTURE_LONGEST = 8192
PARTS = 8  # tests/fuzz/parts.h
MENDED = "mended-"

MARKS = ["*", "**", "_", "`", "```\n", "~~~", "[", "]", "](", "![", "[^1]", "[^1]: ", "|", "|---|",
         "\n\n", "\n> ", "\n- ", "\n1. ", "\n3) ", "- [ ] ", "# ", "###### ", "<sub>", "</sup>",
         "<br>", "<!--", "-->", "<span lang=\"ar\" dir=\"rtl\">", "<bdi>", "&amp;", "&#0;", "\\", "\t",
         "    ", "---\n", "***\n", "> [!WARNING] ", "> [!XX]\n", "*[A&E]: ", "Table: ", ": ", "\r\n",
         "http://example.org/", "#nowhere", "(", ")", "\u202e", "\u200f", "\u00ad", "\u00a0",
         "\u0301", "\U0001f468\u200d\U0001f469", "مرحبا 500 mg", "שלום", "नमस्ते", "5'10\"", "--", "...",
         "x" * 300, "www.example.org", "\ufeff", "~~", "==", "title: ", "lang: ar\n", "&anchor"]
HTML = ["<p>", "</p>", "<table>", "<tr>", "<td>", "<td colspan=\"2\">", "<th>", "<ul>", "<ol start=\"3\">",
        "<li>", "<details>", "<summary>", "<div>", "</div>", "<img src=\"a.png\" alt=\"A\">", "<pre>",
        "<a href=\"b.md#x\">", "<figure>", "<figcaption>", "<dl>", "<dt>", "<dd>", "{.lead}", "{width=50%}",
        "+---+\n", "----  ----\n", "^^", "%%", "$$", "tel:01632960001", "mailto:a@example.org"]
LINES = ["\f", "\v", "•", "– ", "o  ", "1.1 ", "a) ", "(ii) ", "Page 2 of 3", "....... 5", "Tel: ", "Email: ",
         "½", "µg", "5 x 10", "-\n", "\u2028", "Step 1: ", "   \n", "=====\n", "DO NOT\n", "Q: ", "\t\t"]
KEYS = """name tagline logo address phone hours email web formats title subtitle summary lang reference version
    status published reviewed next_review owner authors reviewers keywords sources audience online site
    site_pages contact page print_links pictures theme words other_keys brand font size align hyphenation
    a4 a5 letter draft final inline list none yes no justified""".split()
YAML = ["---\n", "...\n", "\n  ", "- ", "{", "}", "[", "]", "&a ", "*a", "|\n", ">-\n", "\"", "'", "? ", ": ", "#",
        "!!str ", "%YAML 1.2\n", "\t", "“", "2024-02-30", "3 March 2024", "https://example.org/", "\n=====clinic.yml\n",
        "\n=====b.md\n", "\n=====leaflet.txt\n", "\n=====a.png\n", "\n=====font.ttf\n"]
CHUNKS = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "iCCP", "sRGB", "gAMA", "cHRM", "pHYs", "eXIf", "sBIT", "tEXt", "acTL",
          "\xff\xd8\xff", "\xff\xe0\0\x10JFIF\0", "\xff\xe1", "Exif\0\0MM\0*", "Exif\0\0II*\0", "\xff\xe2", "ICC_PROFILE\0",
          "\xff\xee\0\x0eAdobe", "\xff\xc0", "\xff\xc2", "\xff\xc4", "\xff\xda", "\xff\xdb", "\xff\xdd", "\xff\xd0",
          "\xff\xd9", "RIFF", "WEBP", "VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ICCP", "EXIF", "GIF89a", "!\xf9\x04",
          "!\xff\x0bNETSCAPE2.0", ",", ";"]
TABLES = """head hhea hmtx maxp loca glyf CFF\x20 cmap name post OS/2 GSUB GPOS GDEF kern fvar avar gvar HVAR
    CFF2 COLR vhea vmtx morx liga mark mkmk init medi fina rlig latn arab deva DFLT OTTO true""".split()

DICTIONARIES = {
    "markdown": MARKS + HTML + YAML[:3], "plain": MARKS[:60] + LINES, "front": KEYS + YAML,
    "whole": MARKS + HTML + LINES + KEYS + YAML, "font": TABLES,
    "png": CHUNKS, "jpeg": CHUNKS, "webp": CHUNKS, "gif": CHUNKS,
}


def dictionary(target):
    """In libFuzzer's form."""
    binary = target not in ("markdown", "plain", "front", "whole")
    lines = []
    for word in DICTIONARIES[target]:
        data = word.encode("latin-1" if binary else "utf-8")
        if len(data) <= 64:  # libFuzzer takes no longer ones
            lines.append('"%s"' % "".join("\\x%02x" % b for b in data))
    return "\n".join(lines) + "\n"


def read(path):
    with open(path, "rb") as file:
        return file.read()


def sources():
    """Each leaflet of the golden cases and of content/: its path and the folder it belongs to."""
    for case in golden.cases():
        name = golden.source(case)
        if name:
            yield os.path.join(golden.GOLDEN, case, name), os.path.join(golden.GOLDEN, case)
    for place, folders, names in os.walk("content"):
        folders.sort()
        for name in sorted(names):
            if name.endswith((".md", ".txt")) and name != "README.md":
                yield os.path.join(place, name), place


def may_stand_beside(path, relative):
    """Small, of a kind that leaflets use, with a name that the targets take; no link to nowhere."""
    return re.search(r"\.(yml|md|png|jpe?g|gif|webp|ttf)$", relative) and os.path.isfile(path) and \
        re.fullmatch(r"[\w./-]{1,60}", relative, re.A) and os.path.getsize(path) < 3000


def whole(path, folder):
    """The leaflet and what stands beside it as the targets front and whole take it."""
    plain = path.endswith(".txt")
    data = (b"\n=====leaflet.txt\n" if plain else b"") + read(path)
    parts = 2 if plain else 1
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            beside = os.path.join(place, name)
            relative = os.path.relpath(beside, folder)
            if parts < PARTS and may_stand_beside(beside, relative) and not os.path.samefile(beside, path):
                data += b"\n=====" + relative.encode() + b"\n" + read(beside)
                parts += 1
    return data


def from_golden(target):
    if target == "markdown":
        return [read(p) for p, _ in sources() if p.endswith(".md")]
    if target == "plain":
        return [read(p) for p, _ in sources() if p.endswith(".txt")]
    if target == "whole":
        return [whole(p, f) for p, f in sources()]
    if target == "front":
        return [whole(p, f) for p, f in sources() if os.path.basename(f).startswith(("front-", "settings-", "theme-", "value-"))]
    endings = {"jpeg": (".jpg", ".jpeg"), "font": (".ttf", ".otf")}.get(target, ("." + target,))
    paths = [os.path.join(place, name) for place, _, names in os.walk(golden.GOLDEN) for name in names]
    return [read(path) for path in sorted(paths) if path.endswith(endings) and os.path.isfile(path)]


def archive(target):
    return os.path.join(FUZZ, "corpus", target + ".zip")


def entries(target):
    """The saved inputs by name; those of mended findings have their own beginning."""
    if not os.path.exists(archive(target)):
        return {}
    with zipfile.ZipFile(archive(target)) as file:
        return {name: file.read(name) for name in file.namelist()}


def saved(target):
    return list(entries(target).values())


def name_of(data):
    return hashlib.sha1(data).hexdigest()[:16]


def unpack(inputs, folder):
    """Writes each input below its hash; returns the paths, sorted."""
    os.makedirs(folder, exist_ok=True)
    paths = set()
    for data in inputs:
        path = os.path.join(folder, name_of(data))
        with open(path, "wb") as file:
            file.write(data)
        paths.add(path)
    return sorted(paths)


def write(target, inputs):
    """The same inputs give the same bytes."""
    os.makedirs(os.path.dirname(archive(target)), exist_ok=True)
    with zipfile.ZipFile(archive(target), "w") as file:
        for name, data in sorted(inputs.items(), key=lambda entry: (len(entry[1]), entry[0])):
            file.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED, 9)


def save(target, inputs):
    """Keeps these in the place of all but those of mended findings."""
    kept = {n: d for n, d in entries(target).items() if n.startswith(MENDED)}
    write(target, {**{name_of(data): data for data in inputs}, **kept})


def keep(target, inputs):
    """Adds the inputs of findings that are mended."""
    write(target, {**entries(target), **{MENDED + name_of(data): data for data in inputs}})
