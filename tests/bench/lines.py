#!/usr/bin/env python3
"""How evenly lines are set, beside Typst and LuaTeX: `make bench BENCH=lines`, or
`tests/bench/lines.py [--binary PATH] [--pages N] [--text FILE]`.

About 100 A5 pages of generated medical text (seeded: everyday words by a falling frequency, one in
eight a long word of medicine; no word has a hyphen of its own), Noto Sans 12 pt on 17.5 pt, 340 pt
wide; justified and hyphenated with the same patterns (those of hyphen-en-gb) in leafset and LuaTeX,
then ragged and unhyphenated. Every figure is read from the finished PDF by MuPDF, in the same way
for each tool; a tool that is not installed is left out. --text takes real text in its place:
paragraphs in ASCII, an empty line between them. Of full lines (all but a paragraph's last):

    loose       the mean gap between words is above 1.6 times the face's own space
    tight       it is below 0.8 times the space
    hyphened    the line ends with a hyphen
    twice       so does the line before it
    over        the line sticks out of the measure by more than 5 points
    widest      the widest gap, in points
    alone       paragraphs of several lines that end with a single word
    widows      pages that begin with a paragraph's last line, and (orphans) end with a first one
    short       ragged: full lines shorter than 70 % of the measure
    stairs      ragged: four full lines, each longer (or each shorter) than the one before by an em
"""
import argparse
import html
import os
import random
import re
import shutil
import subprocess
import sys
import unicodedata

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import inputs  # noqa: E402

MEDICAL = """hydrochlorothiazide immunosuppression gastroenterologist electrocardiogram pneumothorax
anticoagulation corticosteroids hypersensitivity methotrexate echocardiography chemotherapy
radiotherapy physiotherapist thrombocytopenia hyperthyroidism levothyroxine hypoglycaemia
bronchodilator antidepressants benzodiazepines osteoporosis bisphosphonate endocrinologist
cholecystectomy laparoscopic haemoglobin immunotherapy rheumatologist inflammatory
gastrointestinal cardiovascular antihypertensive bendroflumethiazide amitriptyline
phenoxymethylpenicillin clarithromycin encephalopathy hepatosplenomegaly neuropsychological
electroencephalogram lymphadenopathy dermatological photosensitivity contraindication
interventional angiography catheterisation hypercholesterolaemia immunoglobulin
musculoskeletal ophthalmologist otolaryngology paediatrician pharmacokinetics prostatectomy
psychotherapeutic pyelonephritis sedation subcutaneous supraventricular tachycardia
thromboembolism ultrasonography vasoconstriction ventilation haemodialysis transplantation
erythropoietin desensitisation acetylcholinesterase bronchoscopy colonoscopy""".split()
ONE_IN = 8                # words, of medicine
WORDS_A_PAGE = 262
WIDTH, SIZE, LEADING, SPACE = 340.16, 12.0, 17.5, 3.12   # points; a space of Noto Sans is 0.26 em
FONTS = "/usr/share/fonts/truetype/noto/"
PATTERNS = "/usr/share/hyphen/hyph_en_GB.dic"


def paragraphs(pages):
    text, pick = inputs.Text(11), random.Random(12)
    total = 0
    while total < pages * WORDS_A_PAGE:
        words = text.paragraph().replace("-", "").split()
        for i, word in enumerate(words):
            if word.isalpha() and word.islower() and pick.randrange(ONE_IN) == 0:
                words[i] = pick.choice(MEDICAL)
        total += len(words)
        yield " ".join(words)


# --- the tools -----------------------------------------------------------------------------------

def write_leafset(path, texts, justified):
    with open(path, "w") as file:
        file.write("---\ntitle: Lines\nlang: en-GB\npublished: 2026-11-23\npage: a5\n"
                   "theme:\n  size: 12\n  align: %s\n  hyphenation: %s\n---\n\n"
                   % (("justified", "yes") if justified else ("ragged", "no")))
        file.write("\n\n".join(texts) + "\n")


def write_typst(path, texts, justified):
    with open(path, "w") as file:
        file.write('#set page(width: 419.53pt, height: 595.28pt, margin: (x: 39.68pt, top: 34pt, '
                   'bottom: 79pt))\n#set text(font: "Noto Sans", size: 12pt, lang: "en", '
                   'region: "GB", hyphenate: %s)\n#set par(justify: %s, leading: 5.5pt, '
                   'spacing: 14pt)\n#set text(top-edge: 0.8em, bottom-edge: -0.2em)\n\n'
                   % (("true", "true") if justified else ("false", "false")))
        file.write("\n\n".join(texts) + "\n")


TEX = r"""\documentclass{article}
\usepackage[paperwidth=519.53bp,paperheight=595.28bp,textwidth=340.16bp,textheight=481bp,
  left=39.68bp,top=34bp,nohead,nofoot]{geometry}
\usepackage{fontspec}%s
\setmainfont{NotoSans-Regular.ttf}[Path=%s]
\directlua{
  local l = lang.new()
  for line in io.lines("%s") do
    if line:match("^[%%.%%l%%d]+$") then lang.patterns(l, line) end
  end
  tex.language = lang.id(l)
}
\lefthyphenmin=2 \righthyphenmin=3 \tolerance=9999
\parindent=0pt \parskip=8.5bp \pagestyle{empty}
\begin{document}
\fontsize{12bp}{17.5bp}\selectfont%s
"""


def write_tex(path, texts, justified, microtype):
    package = "\n\\usepackage{microtype}" if microtype else ""
    if not justified:
        package += "\n\\usepackage{ragged2e}"
    ragged = "" if justified else "\\setlength{\\RaggedRightRightskip}{0pt plus 4em}" \
        "\\RaggedRight\\hyphenpenalty=10000 "
    # with TeX's own tolerance of 200 some fifteen lines stick out of the measure
    with open(path, "w") as file:
        file.write(TEX % (package, FONTS, PATTERNS, ragged))
        file.write("\n\n".join(texts).replace("%", "\\%") + "\n\\end{document}\n")


def run(command, folder):
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return "" if done.returncode == 0 else done.stdout.decode("utf-8", "replace")[-300:]


def typst_python():
    for path in (os.path.join(HERE, "../../out/bench/venv/bin/python"), sys.executable):
        if os.path.exists(path) and subprocess.run(
                [path, "-c", "import typst"], stderr=subprocess.DEVNULL).returncode == 0:
            return path
    return None


def tools(binary, folder, texts, justified):
    """(name, path of its PDF or None, why not)"""
    write_leafset(os.path.join(folder, "leafset.md"), texts, justified)
    yield "leafset", run([binary, "build", "-q", "--to", "pdf", "-o", ".", "leafset.md"], folder)
    python = typst_python()
    if python:
        write_typst(os.path.join(folder, "typst.typ"), texts, justified)
        yield "typst", run([python, "-c", "import typst; typst.compile('typst.typ', "
                            "output='typst.pdf', font_paths=['%s'])" % FONTS], folder)
    if shutil.which("lualatex"):
        for name, microtype in (("luatex", False), ("luatex-microtype", True)):
            write_tex(os.path.join(folder, name + ".tex"), texts, justified, microtype)
            yield name, run(["lualatex", "--interaction=batchmode", name + ".tex"], folder)


# --- what stands on the pages --------------------------------------------------------------------

CHAR = re.compile(r'<char quad="([-\d. ]+)" x="[-\d.]+" y="([-\d.]+)".* c="([^"]*)"')
FONT = re.compile(r'<font name="[^"]*" size="([\d.]+)"')


def read_lines(pdf):
    """Lines [(page, y, left, right, text, gaps)] in the size of the text, by page and height."""
    out = subprocess.run(["mutool", "draw", "-q", "-F", "stext", pdf], check=True,
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.decode("utf-8")
    page, size, rows = 0, 0.0, {}
    for line in out.splitlines():
        if line.startswith("<page"):
            page += 1
        elif line.startswith("<font"):
            size = float(FONT.match(line).group(1))
        elif line.startswith("<char") and abs(size - SIZE) < 0.3:
            found = CHAR.match(line)
            quad = found.group(1).split()
            if found.group(3).strip():
                rows.setdefault((page, round(float(found.group(2)), 1)), []).append(
                    (float(quad[0]), float(quad[2]), html.unescape(found.group(3))))
    lines = []
    for (page, y), chars in sorted(rows.items()):
        chars.sort()
        gaps, text = [], chars[0][2]
        for before, after in zip(chars, chars[1:]):
            gap = after[0] - before[1]
            if gap > SPACE * 0.35:
                gaps.append(gap)
                text += " "
            text += after[2]
        lines.append((page, y, chars[0][0], chars[-1][1], text, gaps))
    return lines


def split_paragraphs(lines, texts):
    """The lines of each paragraph, found by its words."""
    found, at = [], 0
    squeeze = lambda text: re.sub(r"[^a-z]", "", unicodedata.normalize("NFKC", text).lower())
    heads = [squeeze(line[4])[:12] for line in lines]
    for text in texts:
        want, own, have = squeeze(text), [], 0
        start = next((i for i in range(at, len(lines)) if len(heads[i]) > 3
                      and want.startswith(heads[i])), len(lines))
        for line in lines[start:]:
            if have >= len(want):
                break
            have += len(squeeze(line[4]))
            own.append(line)
        at = start + len(own) if own else at
        found.append(own)
    return found


def is_hyphened(line):
    return line[4][-1] in "-\u2010\u00ad\u2060"   # MuPDF gives U+2060 for a soft hyphen


def figures(lines, texts):
    own = [paragraph for paragraph in split_paragraphs(lines, texts) if paragraph]
    if len(own) < len(texts):
        print("  %d paragraphs are not found" % (len(texts) - len(own)))
    full = [line for paragraph in own for line in paragraph[:-1]]
    mean = [sum(line[5]) / len(line[5]) if line[5] else WIDTH for line in full]
    share = lambda count: 100.0 * count / max(1, len(full))
    pairs = [(a, b) for p in own for a, b in zip(p[:-1], p[1:-1])]
    result = {
        "lines": len(full) + len(own),
        "pages": max(line[0] for line in lines),
        "loose": share(sum(gap > 1.6 * SPACE for gap in mean)),
        "tight": share(sum(gap < 0.8 * SPACE for gap in mean)),
        "hyphened": share(sum(map(is_hyphened, full))),
        "twice": share(sum(is_hyphened(a) and is_hyphened(b) for a, b in pairs)),
        "over": sum(line[3] - line[2] > WIDTH + 5 for line in full),
        "widest": max(max(line[5] or [0]) for line in full),
        "alone": sum(len(p) > 1 and not p[-1][5] for p in own),
        "widows": sum(len(p) > 1 and p[-1][0] != p[-2][0] for p in own),
        "orphans": sum(len(p) > 1 and p[0][0] != p[1][0] for p in own),
    }
    left = min(line[2] for line in full)
    length = [[line[3] - left for line in p[:-1]] for p in own]
    result["short"] = share(sum(x < 0.7 * WIDTH for p in length for x in p))
    result["rag"] = (sum((WIDTH - x) ** 2 for p in length for x in p) / max(1, len(full))) ** 0.5
    stairs = 0
    for p in length:
        for i in range(len(p) - 3):
            steps = [b - a for a, b in zip(p[i:i + 3], p[i + 1:i + 4])]
            stairs += all(s > SIZE for s in steps) or all(s < -SIZE for s in steps)
    result["stairs"] = share(stairs)
    return result


COLUMNS = {
    True: [("lines", "%d"), ("loose", "%.1f %%"), ("tight", "%.1f %%"), ("hyphened", "%.1f %%"),
           ("twice", "%.1f %%"), ("widest", "%.1f"), ("over", "%d"), ("alone", "%d"), ("widows", "%d"),
           ("orphans", "%d")],
    False: [("lines", "%d"), ("short", "%.2f %%"), ("rag", "%.1f"), ("stairs", "%.1f %%"),
            ("alone", "%d"), ("widows", "%d"), ("orphans", "%d")],
}


def main(args):
    options = argparse.ArgumentParser()
    options.add_argument("--binary", default="out/bin/leafset")
    options.add_argument("--pages", type=int, default=100)
    options.add_argument("--only", default="")
    options.add_argument("--text", default="")
    options.add_argument("--out", default="out/bench/lines")
    options = options.parse_args(args)
    if not shutil.which("mutool"):
        sys.exit("lines: mutool (mupdf-tools) is missing")
    if options.text:
        with open(options.text) as file:
            texts = [" ".join(text.split()) for text in file.read().split("\n\n") if text.strip()]
    else:
        texts = list(paragraphs(options.pages))
    for justified in (True, False):
        print("\n%s, %d words" % ("justified and hyphenated" if justified else "ragged",
                                  sum(len(t.split()) for t in texts)))
        print("  %-18s" % "" + "".join("%10s" % name for name, _ in COLUMNS[justified]))
        folder = os.path.abspath(os.path.join(options.out, "just" if justified else "ragged"))
        os.makedirs(folder, exist_ok=True)
        for name, trouble in tools(os.path.abspath(options.binary), folder, texts, justified):
            if options.only and options.only != name:
                break
            pdf = os.path.join(folder, name + ".pdf")
            if trouble and not os.path.exists(pdf):
                print("  %-18s failed: %s" % (name, trouble))
                continue
            row = figures(read_lines(pdf), texts)
            print("  %-18s" % name + "".join("%10s" % (form % row[key])
                                             for key, form in COLUMNS[justified]), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
