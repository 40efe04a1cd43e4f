"""Generated leaflets and books, the same for every tool: Markdown, HTML, groff -ms and Typst.
Seeded: the same text on every machine."""
import random

WORDS = """the of and to in is you that it for on are as with they be at this have from or one had by
but not what all were we when your can said there use an each which she do how their if will up
other about out many then them these so some her would make like him into time has look two more
write go see number no way could people than first water been call who oil its now find long down
day did get come made may part after before treatment appointment skin clinic doctor nurse patient
medicine tablet dose hospital letter telephone minutes hours weeks months pain swelling redness
allergy infection bleeding bruise sunlight temperature blood pressure breathing pregnancy diabetes
condition information question consent consultation practitioner anaesthetic inflammation
antibiotic antihistamine moisturiser paracetamol ibuprofen recovery afterwards immediately usually
sometimes normally gently thoroughly carefully possible important necessary different available
comfortable sensitive temporary permanent reception reschedule identification prescription
responsibility improvement appearance examination recommendation effectiveness""".split()


class Text:
    """Words by a falling frequency, sentences, paragraphs."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.weights = [1 / (rank + 3) for rank in range(len(WORDS))]
        self.store = []

    def words(self, count):
        while len(self.store) < count:
            self.store += self.random.choices(WORDS, self.weights, k=4096)
        taken, self.store = self.store[:count], self.store[count:]
        return taken

    def phrase(self, low, high):
        return " ".join(self.words(self.random.randint(low, high))).capitalize()

    def sentence(self):
        words = self.words(self.random.randint(6, 22))
        if len(words) > 12:
            words[5] += ","
        return " ".join(words).capitalize() + "."

    def paragraph(self):
        return " ".join(self.sentence() for _ in range(self.random.randint(3, 6)))


def section(text, level):
    """Blocks of a section: heading, paragraphs, now and then a list or a table."""
    yield "heading", level, text.phrase(2, 6)
    for _ in range(text.random.randint(3, 5)):
        yield "paragraph", text.paragraph()
    if text.random.random() < 0.4:
        yield "list", [text.phrase(4, 14) for _ in range(text.random.randint(3, 6))]
    if text.random.random() < 0.06:
        yield "table", [[text.phrase(1, 3) for _ in range(3)]
                        for _ in range(text.random.randint(3, 7))]


def count(block):
    kind, content = block[0], block[-1]
    if kind == "list":
        return sum(len(item.split()) for item in content)
    if kind == "table":
        return sum(len(cell.split()) for row in content for cell in row)
    return len(content.split())


def document(seed, words):
    """(title, blocks) with about so many words: chapters of about 2,500."""
    text = Text(seed)
    title = text.phrase(3, 6) + " %d" % seed
    blocks, total, sections = [], 0, 0
    while total < words:
        for block in section(text, 2 if sections % 8 == 0 else 3):
            blocks.append(block)
            total += count(block)
            if total >= words:
                break
        sections += 1
    return title, blocks


def markdown(title, blocks):
    out = ["---\ntitle: %s\nlang: en-GB\npublished: 2026-01-15\n---\n" % title]
    for block in blocks:
        kind, content = block[0], block[-1]
        if kind == "heading":
            out.append("#" * block[1] + " " + content + "\n")
        elif kind == "paragraph":
            out.append(content + "\n")
        elif kind == "list":
            out.append("".join("- %s\n" % item for item in content))
        else:
            rows = ["| " + " | ".join(row) + " |\n" for row in content]
            out.append(rows[0] + "|---|---|---|\n" + "".join(rows[1:]))
    return "\n".join(out)


def html(title, blocks):
    out = ['<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>%s</title>'
           '<style>body{font-family:"Noto Sans",sans-serif;font-size:11pt;line-height:1.4}'
           '@page{size:A4;margin:22mm;@bottom-center{content:counter(page)}}</style></head><body>'
           '<h1>%s</h1>\n' % (title, title)]
    for block in blocks:
        kind, content = block[0], block[-1]
        if kind == "heading":
            out.append("<h%d>%s</h%d>\n" % (block[1], content, block[1]))
        elif kind == "paragraph":
            out.append("<p>%s</p>\n" % content)
        elif kind == "list":
            out.append("<ul>%s</ul>\n" % "".join("<li>%s</li>\n" % item for item in content))
        else:
            rows = ["<tr>%s</tr>\n" % "".join("<%s>%s</%s>" % (t, c, t) for c in row)
                    for n, row in enumerate(content) for t in ["th" if n == 0 else "td"]]
            out.append("<table border=1>%s</table>\n" % "".join(rows))
    return "".join(out) + "</body></html>\n"


def roff(title, blocks):
    out = [".TL\n%s\n" % title]
    for block in blocks:
        kind, content = block[0], block[-1]
        if kind == "heading":
            out.append(".SH %d\n%s\n" % (block[1], content))
        elif kind == "paragraph":
            out.append(".LP\n%s\n" % content.replace(". ", ".\n"))
        elif kind == "list":
            out.append("".join(".IP \\(bu 2\n%s\n" % item for item in content))
        else:
            out.append(".TS\nallbox;\nlb lb lb\nl l l.\n%s.TE\n" % "".join(
                "\t".join(row) + "\n" for row in content))
    return "".join(out)


def typst(title, blocks, head=""):
    out = ['#set document(title: "%s")\n#set page(paper: "a4", margin: 22mm, numbering: "1")\n'
           '#set text(font: "Noto Sans", size: 11pt, lang: "en", region: "gb")\n%s'
           '= %s\n\n' % (title, head, title)]
    for block in blocks:
        kind, content = block[0], block[-1]
        if kind == "heading":
            out.append("=" * block[1] + " " + content + "\n\n")
        elif kind == "paragraph":
            out.append(content + "\n\n")
        elif kind == "list":
            out.append("".join("- %s\n" % item for item in content) + "\n")
        else:
            cells = "".join("".join("[%s]," % cell for cell in row) + "\n" for row in content[1:])
            out.append("#table(columns: 3, table.header(%s),\n%s)\n\n" % (
                "".join("[*%s*]," % cell for cell in content[0]), cells))
    return "".join(out)


WRITERS = {"md": markdown, "html": html, "ms": roff, "typ": typst}


def write(folder, name, seed, words, ends=tuple(WRITERS)):
    title, blocks = document(seed, words)
    for end in ends:
        with open("%s/%s/%s.%s" % (folder, end, name, end), "w", encoding="utf-8") as file:
            file.write(WRITERS[end](title, blocks))
    return sum(count(block) for block in blocks)
