"""Random documents, the same for the same seed: every kind of block and of inline mark, nested, in
several languages and directions, with titles that must be escaped. `document(seed)` is Markdown;
pictures are those that `pictures(folder)` writes. By hand: python3 tests/lib/documents.py SEED."""
import os
import random
import struct
import sys
import zlib

WORDS = {
    "en-GB": "the nurse will clean your skin and put a small dressing over it rest drink water "
             "after three days you may wash gently with soap call us when it hurts".split(),
    "de": "die Pflegekraft reinigt Ihre Haut und legt einen kleinen Verband darüber ruhen Sie "
          "trinken Wasser nach drei Tagen dürfen Sie sich vorsichtig waschen".split(),
    "fr": "l’infirmière nettoie votre peau et pose un petit pansement reposez buvez de l’eau après "
          "trois jours vous pouvez vous laver doucement".split(),
    "ru": "медсестра очистит вашу кожу и наложит небольшую повязку отдыхайте пейте воду через три "
          "дня можно осторожно мыться".split(),
    "ar": "ستنظف الممرضة جلدك وتضع ضمادة صغيرة عليه استرح واشرب الماء بعد ثلاثة أيام يمكنك أن تغتسل "
          "برفق".split(),
    "he": "האחות תנקה את העור שלך ותניח תחבושת קטנה נוח ושתה מים אחרי שלושה ימים מותר לך להתרחץ "
          "בעדינות".split(),
    "hi": "नर्स आपकी त्वचा साफ़ करेगी और उस पर छोटी पट्टी लगाएगी आराम करें पानी पिएँ तीन दिन बाद आप "
          "धीरे से धो सकते हैं".split(),
    "vi": "điều dưỡng sẽ làm sạch da và đặt một miếng băng nhỏ hãy nghỉ ngơi uống nước sau ba ngày "
          "bạn có thể rửa nhẹ nhàng".split(),
}
NUMBERS = ["5 mg", "250 mg", "+44 1632 960 001", "-5 °C", "38.5 °C", "£5.50", "10:30", "2 tablets",
           "½", "24/7", "3–5 ml", "(020) 7946 0018"]
TITLES = ["{w} {w}", 'A <b>"{w}" & {w}]]>', "{w}: {w} 'n' {w}", "100% {w} / {w}", "{w}\\_{w} #1"]


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lang = self.random.choice(list(WORDS))
        self.notes, self.lines, self.level, self.captions = [], [], 1, 0

    def pick(self, *items):
        return self.random.choice(items)

    def chance(self, share):
        return self.random.random() < share

    def words(self, least, most, lang=None):
        return " ".join(self.random.choice(WORDS[lang or self.lang])
                        for _ in range(self.random.randint(least, most)))

    # ---- inside a line

    def inline(self, depth=0):
        kinds = [self.plain, self.plain, self.plain, self.emphasis, self.number, self.link,
                 self.foreign, self.code, self.raised, self.note, self.picture]
        return self.random.choice(kinds)(depth)

    def plain(self, depth):
        return self.words(2, 8)

    def emphasis(self, depth):
        mark = self.pick("*", "**", "~~")
        return mark + self.words(1, 3) + mark

    def number(self, depth):
        return self.random.choice(NUMBERS)

    def link(self, depth):
        goal = self.pick("https://www.example.org/a?b=1&c=2", "tel:01632960001", "#top",
                         "mailto:a@b.example")
        return "[%s](%s)" % (self.words(1, 3), goal)

    def foreign(self, depth):
        lang = self.random.choice([l for l in WORDS if l != self.lang])
        return '<span lang="%s">%s</span>' % (lang, self.words(1, 4, lang))

    def code(self, depth):
        return self.pick("`x < y && z`", "`a-b_c`", "<kbd>Ctrl</kbd>", "`]]>`")

    def raised(self, depth):
        return self.pick("H<sub>2</sub>O", "10<sup>9</sup>")

    def note(self, depth):
        if depth > 0 or len(self.notes) > 8:
            return self.plain(depth)
        self.notes.append(self.line(1))
        return self.words(1, 2) + "[^n%d]" % len(self.notes)

    def picture(self, depth):
        if depth > 0:
            return self.plain(depth)
        return "![%s](%s)" % (self.words(1, 5), self.pick("square.png", "wide.png"))

    def line(self, depth=0):
        return " ".join(self.inline(depth) for _ in range(self.random.randint(1, 6))) + "."

    # ---- blocks

    def put(self, indent, *lines):
        self.lines += [(indent + line).rstrip() for line in lines] + [indent.rstrip()]

    def block(self, indent, depth):
        kinds = [self.paragraph, self.paragraph, self.bullets, self.numbers, self.quote, self.fence,
                 self.callout]
        if depth == 0:
            kinds += [self.heading, self.heading, self.table, self.table, self.definitions,
                      self.figure, self.rule, self.tasks, self.break_page, self.div]
        self.random.choice(kinds)(indent, depth)

    def paragraph(self, indent, depth):
        lines = [self.line(depth) for _ in range(self.random.randint(1, 3))]
        self.put(indent, *lines)

    def heading(self, indent, depth):
        self.level = self.random.randint(2, min(self.level + 1, 6))
        words = self.random.choice(TITLES).replace("{w}", "%s") if self.chance(.2) else "%s"
        text = words % tuple(self.words(1, 4) for _ in range(words.count("%s"))) \
            if "100%" not in words else "100% " + self.words(1, 3)
        self.put(indent, "#" * self.level + " " + text.replace("<b>", "&lt;b&gt;"))
        self.paragraph(indent, depth)

    def items(self, indent, depth, marks):
        loose = self.chance(.3)
        for mark in marks:
            self.lines.append(indent + mark + self.line(1))
            if depth < 2 and self.chance(.25):
                self.lines.append(indent.rstrip())
                self.block(indent + " " * len(mark), depth + 1)
            elif loose:
                self.lines.append(indent.rstrip())
        self.put(indent)

    def bullets(self, indent, depth):
        self.items(indent, depth, ["- "] * self.random.randint(1, 5))

    def numbers(self, indent, depth):
        first = self.pick(1, 1, 3)
        self.items(indent, depth, ["%d. " % n for n in range(first, first + self.random.randint(1, 4))])

    def tasks(self, indent, depth):
        self.items(indent, 9, [self.pick("- [ ] ", "- [x] ") for _ in range(3)])

    def quote(self, indent, depth):
        self.put(indent, "> " + self.line(1))

    def callout(self, indent, depth):
        kind = self.pick("note", "tip", "important", "warning", "emergency", "urgent", "routine")
        if indent:
            return self.quote(indent, depth)
        self.put(indent, "> [!%s]" % kind, "> " + self.line(1), ">", "> " + self.line(1))

    def fence(self, indent, depth):
        self.put(indent, "```", "if (a < b && c) { return \"]]>\"; }", "```")

    def table(self, indent, depth):
        columns, rows = self.random.randint(1, 5), self.random.randint(1, 6)
        cell = lambda: self.pick(self.words(1, 3), self.random.choice(NUMBERS), self.words(1, 8))
        self.captions += 1
        self.put(indent, "Table: %s %d" % (self.words(2, 5), self.captions))
        row = lambda: "| " + " | ".join(cell() for _ in range(columns)) + " |"
        self.put(indent, row(), "|" + "|".join(self.pick("---", ":--", "--:", ":-:")
                                               for _ in range(columns)) + "|",
                 *[row() for _ in range(rows)])

    def definitions(self, indent, depth):
        for _ in range(self.random.randint(1, 3)):
            self.put(indent, self.words(1, 3), ": " + self.line(1))

    def figure(self, indent, depth):
        self.put(indent, '![%s](wide.png "%s")' % (self.words(1, 5), self.words(2, 6)))

    def rule(self, indent, depth):
        self.put(indent, "***")

    def break_page(self, indent, depth):
        self.put(indent, "<!-- pagebreak -->")

    def div(self, indent, depth):
        lang = self.random.choice([l for l in WORDS if l != self.lang])
        self.put(indent, '<div lang="%s">' % lang, "", self.words(4, 20, lang) + ".", "", "</div>")

    # ---- the whole

    def document(self):
        title = "%s %s" % (self.words(1, 4), self.pick("<b> & ]]>", "“&”", "100 %", "")) \
            if self.chance(.5) else self.words(1, 6)
        front = ["---", "title: '%s'" % title.replace("'", "''").strip(), "lang: " + self.lang,
                 "published: 2026-11-23", "words: {checked: [%s]}" % self.lang]
        if self.chance(.3):
            front.append("summary: '%s'" % self.words(5, 15).replace("'", "''"))
        if self.chance(.3):
            front.append("rights: © 2026, A & B")
        self.put("", *front, "---")
        self.lines[-1:] = ["", "## Top", ""]
        self.level = 2
        self.paragraph("", 0)
        for _ in range(self.random.randint(3, 22)):
            self.block("", 0)
        for number, text in enumerate(self.notes, 1):
            self.put("", "[^n%d]: %s" % (number, text))
        return "\n".join(self.lines) + "\n"


def document(seed):
    return Writer(seed).document()


def png(width, height):
    rows = b"".join(b"\0" + bytes((x * 7 + y * 3) & 255 for x in range(width)) for y in range(height))
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + \
        struct.pack(">I", zlib.crc32(kind + data))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) \
        + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def pictures(folder):
    for name, width, height in (("square.png", 300, 300), ("wide.png", 1200, 500)):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(png(width, height))


if __name__ == "__main__":
    sys.stdout.write(document(int(sys.argv[1])))
