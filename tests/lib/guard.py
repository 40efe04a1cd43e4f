"""Numbers in right-to-left text stand as they are written, from left to right: telephone numbers,
doses, prices, temperatures, ranges, fractions, dates, in four languages; by the place of each
character in the PDF and in the EPUB (MuPDF), and in the EPUB in Chromium."""
import html
import json
import os
import re
import zipfile

from report import fresh, run

FORMS = """+44 1632 960001|(020) 7946 0018|(01632) 960 001|+44 (0)1632 960001|(555) 123-4567|-5 °C|±2 mg
01632 960 001 ext. 123|£5.50|<5 mg|≥65|65+|5-10 ml|2-3|5 – 10 ml|500 mg|2 × 250 mg|10–20 %|37.5 °C
1/2|1½|1:1000|1 : 1000|23/11/2026|2026-11-23|8:30 - 17:00|O-|AB+|10^6|5 mg → 10 mg|US$5|5 €|5%|5‰
8:00 a.m.|*100#|5 mg/kg|23 November 2026|.5 mg|120/80 mmHg|٠١٦٣٢ ٩٦٠ ٠٠١|+٤٤ ١٦٣٢ ٩٦٠٠٠١
۰۱۶۳۲ ۹۶۰ ۰۰۱|-۵"""
# Numbers that count the word behind them stand beside it, on the left of the name before them.
COUNTS = {"Panadol 3": "3 Panadol", "Panadol: 3": "3 :Panadol", "Panadol ۳": "۳ Panadol",
          "500 mg 3": "3 500 mg"}
FORMS = [form for line in FORMS.splitlines() for form in line.split("|")] + list(COUNTS)
# A dose that begins its block, and the next one: they stand from right to left all the same.
FIRST, SECOND = "7 mg", "9 mg"
WORDS = {"ar": ("خذ", "الآن"), "he": ("קח", "עכשיו"), "ur": ("لیں", "ابھی"), "fa": ("بگیر", "اکنون")}
# Puts the characters of each paragraph in the order of their left edges.
SCRIPT = """<script>
const lines = [];
for (const p of document.querySelectorAll('p')) {
  const walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT), found = [];
  for (let n; n = walk.nextNode();)
    for (let i = 0; i < n.length; i++) {
      const range = document.createRange();
      range.setStart(n, i);
      range.setEnd(n, i + 1);
      const box = range.getBoundingClientRect();
      if (box.width > 0) found.push([box.left, n.data[i]]);
    }
  lines.push(found.sort((a, b) => a[0] - b[0]).map(c => c[1]).join(''));
}
document.body.textContent = JSON.stringify(lines);
</script>"""


def plain(text):
    return re.sub("[\\s\u034f\u200e\u200f\u2028\u2060\u2066-\u2069]", "", text)


def by_mupdf(path):
    """The lines of a file's pages, each character where it stands."""
    lines, page = {}, 0
    text = run(["mutool", "draw", "-q", "-F", "stext", "-o", "-", path]).text
    for match in re.finditer(r'<page|<char quad="(\S*)[^>]* y="([^"]*)"[^>]* c="([^"]*)"', text):
        if match.group() == "<page":
            page += 1
            continue
        place = (page, round(float(match.group(2))))
        lines.setdefault(place, []).append((float(match.group(1)), html.unescape(match.group(3))))
    return ["".join(c for _, c in sorted(line, key=lambda item: item[0])) for line in lines.values()]


def by_chromium(folder, path):
    with zipfile.ZipFile(path) as book:
        text = book.read("EPUB/leaflet.xhtml").decode()
    text = re.sub(r"<\?xml.*?\?>|<link[^>]*/>", "", text)
    text = re.sub(r"<(span|a) ([^>]*)/>", r"<\1 \2></\1>", text)
    page = os.path.join(folder, os.path.basename(path) + ".html")
    with open(page, "w", encoding="utf-8") as file:
        file.write(text.replace("</body>", SCRIPT + "</body>"))
    done = run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom",
                "file://" + page])
    found = re.search(r"<body[^>]*>(\[.*\])\s*</body>", done.text, re.S)
    return json.loads(html.unescape(found.group(1))) if found else []


def check_lines(report, name, lines):
    lines = [plain(line) for line in lines]
    for form in FORMS:
        seen = plain(COUNTS.get(form, form))
        report.check("%s in %s" % (form, name), any(seen in line for line in lines),
                     "\n".join(line for line in lines if set(form) & set(line) - {" "})[:400])
    first, second = plain(FIRST), plain(SECOND)
    report.check("a dose that begins its block in %s" % name,
                 any(line.endswith(first) and second in line for line in lines),
                 "\n".join(line for line in lines if first in line))


def write(folder, lang, before, after):
    escaped = [form.replace("<", "\\<").replace("*", "\\*") for form in FORMS]
    with open(os.path.join(folder, lang + ".md"), "w", encoding="utf-8") as file:
        file.write("---\ntitle: %s\nlang: %s\npublished: 2026-11-23\nwords: {checked: [%s]}\n---\n"
                   % (before, lang, lang))
        file.write("\n\n".join("%s %s %s" % (before, form, after) for form in escaped) + "\n\n")
        file.write("%s %s %s %s\n" % (FIRST, before, SECOND, after))


def stage(report):
    binary = report.binary()
    if not binary:
        return
    folder = fresh("guard")
    for lang, (before, after) in WORDS.items():
        write(folder, lang, before, after)
    done = run([binary, "build", "-q", "-o", "out"] + [l + ".md" for l in WORDS], cwd=folder)
    report.check("the numbers build", done.code == 0, done.errors)
    mutool, chromium = report.tool("mutool"), report.tool("chromium")
    for lang in WORDS if done.code == 0 else ():
        base = os.path.join(folder, "out", lang)
        for end in ("pdf", "epub") if mutool else ():
            check_lines(report, "%s, %s" % (lang, end), by_mupdf(base + "." + end))
        if chromium:
            check_lines(report, lang + ", epub in Chromium", by_chromium(folder, base + ".epub"))
    if mutool:
        turned = [plain(line)[::-1] for line in by_mupdf(os.path.join(folder, "out", "ar.pdf"))]
        report.check("turned numbers are seen", not any(plain(FORMS[0]) in line for line in turned))
