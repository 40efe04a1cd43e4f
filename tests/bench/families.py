"""Families of inputs of any length, for the growth of time and memory: each is a function from a
size (about so many bytes) to the files of a leaflet. Together they hold every construct that
leafset reads; bench/growth.py measures them all, lib/growth.py counts the steps of the worst."""

FRONT = "---\ntitle: T\nlang: en\npublished: 2026-01-01\n%s---\n\n"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c63f80f0001010100" "1bb6ee560000000049454e44ae426082")
FAMILIES = {}


def family(name, body, front="", lang="en"):
    """A Markdown leaflet with a text of so many bytes."""
    head = (FRONT % front).replace("lang: en", "lang: " + lang)
    FAMILIES[name] = lambda n: {"leaflet.md": head + body(n) + "\n"}


def front(name, lines):
    """A leaflet whose front matter grows."""
    FAMILIES[name] = lambda n: {"leaflet.md": FRONT % lines(n) + "Text.\n"}


def plain(name, body):
    FAMILIES["plain: " + name] = lambda n: {"leaflet.txt": "A title\n\n" + body(n) + "\n"}


def files(name, make):
    FAMILIES[name] = make


def rep(unit):
    """A unit over and over."""
    size = len(unit.encode())
    return lambda n: unit * (n // size + 1)


def each(pattern, size, between=""):
    """A pattern with a number in it, %(i)d, for 0, 1, 2 …"""
    return lambda n: between.join(pattern % {"i": i} for i in range(n // size + 1))


def around(before, middle, after, size):
    """Opened n times and closed n times."""
    return lambda n: before * (n // size + 1) + middle + after * (n // size + 1)


def ramp(line, base=1):
    """Lines that get longer and longer: line(i) of about base * i bytes."""
    return lambda n: "".join(line(i) for i in range(int((2 * n / base) ** 0.5) + 1))


# ---- words, lines and paragraphs
family("words", rep("lorem ipsum dolor "))
family("lines of words", rep("lorem ipsum dolor sit amet\n"))
family("paragraphs", rep("a\n\n"))
family("paragraphs of words", rep("lorem ipsum dolor sit amet, consectetur adipiscing elit.\n\n"))
family("letter lines", rep("a\n"))
family("one word", lambda n: "a" * n)
family("words of 500 letters", rep("a" * 500 + " "))
family("word with soft hyphens", rep("a\u00ad"))
family("words with soft hyphens", rep("abc\u00addef "))
family("hyphens in a word", rep("a-"))
family("slashes in a word", rep("a/"))
family("words, justified and hyphenated", rep("internationalisation considerations "),
       "theme:\n  hyphenation: yes\n  align: justified\n")
family("one word, hyphenated", lambda n: "internationalisation" * (n // 20 + 1),
       "theme:\n  hyphenation: yes\n")
family("digits", lambda n: "1" * n)
family("doses", rep("5 mg "))
family("doses without blanks", rep("5mg"))
family("ranges", rep("5-10 mg, "))
family("fractions", rep("1/2 "))
family("decimals in one word", rep("1.5"))
family("thousands", rep("1,000 "))
family("negative numbers", rep("-5 \u2212 5 "))
family("blanks", lambda n: "a" + " " * n + "b")
family("blank lines", lambda n: "a" + "\n" * n + "b")
family("lines of blanks", lambda n: "a\n\n" + "    \n" * (n // 5) + "b")
family("tabs", lambda n: "a" + "\t" * n + "b")
family("no-break spaces", rep("a\u00a0"))
family("only no-break spaces", lambda n: "a" + "\u00a0" * (n // 2) + "b")
family("zero-width spaces", rep("a\u200b"))
family("word joiners", rep("a\u2060"))
family("line separators", rep("a\u2028"))
family("control characters", rep("\x01a "))
family("replacement characters", rep("\ufffd "))
family("hard breaks", rep("a\\\n"))
family("hard breaks by blanks", rep("a  \n"))
family("backslashes", rep("\\"))
family("escapes", rep("\\*"))
family("full stops", rep("."))
family("ellipses", rep("... "))
family("dashes", rep("-- "))
family("dashes in a row", lambda n: "a " + "-" * n + " b")
family("dashes between words", rep("a -- b --- "))
family("underscores in a row", lambda n: "a " + "_" * n + " b")
family("equals signs in a row", lambda n: "a " + "=" * n + " b")
family("double quotes", rep('"'))
family("quoted words", rep('"a" '))
family("opened quotes", rep('"a '))
family("single quotes", rep("'"))
family("apostrophes", rep("it's "))
family("mixed quotes", rep("'\" "))
family("exclamation marks", rep("!"))
family("colons", rep(":"))
family("percent signs", rep("5% "))
family("dollar signs", rep("$a"))
family("at signs", rep("@"))
family("at signs between words", rep("a @ b "))

# ---- emphasis, code, other inline marks
family("emphasis", rep("*a* **b** "))
family("emphasis opened", rep("*a **b "))
family("emphasis in words", rep("a**b*c* "))
family("emphasis by underscores in words", rep("a_b_"))
family("emphasis nested", around("*a ", "b", " a*", 6))
family("emphasis alternating", around("*a _b ", "c", "_ *", 9))
family("emphasis closers", rep("a* b** "))
family("asterisks", rep("*"))
family("underscores", rep("_ "))
family("strikethrough opened", rep("~~a "))
family("strikethrough", rep("~~a~~ "))
family("tildes", rep("~"))
family("code spans", rep("`a` "))
family("code span", lambda n: "`" + "a " * (n // 2) + "`")
family("code spans opened", rep("`a "))
family("backticks, longer and longer", ramp(lambda i: "`" * i + " "))
family("small figures", rep("m^2^ H~2~O "))
family("small figures opened", rep("m^2 H~2 "))
family("carets", rep("^"))
family("highlights", rep("==a== "))
family("inserted", rep("++a++ "))
family("inline mathematics", rep("$x$ "))
family("emoji by name", rep(":smile: "))
family("attributes", rep("[a]{.b} "))
family("attributes opened", rep("[a]{.b "))
family("braces", rep("{"))
family("braces paired", rep("{a} "))
family("heading attributes", each("## a {#h%(i)d}\n\n", 14))
family("one long attribute", lambda n: "## a {" + ".b " * (n // 3) + "}\n\ntext")
family("wiki links", rep("[[a]] "))
family("shortcodes", rep("{{< a >}} "))
family("templates", rep("{{ a }} "))
family("cross references", rep("[@a] "))
family("placeholders", rep("[INSERT NAME] "))
family("fill-in lines", rep("____ "))

# ---- links and addresses
family("links", rep("[a](http://a.example/x) "))
family("links, distinct", each("[w%(i)d](http://a.example/%(i)d) ", 34))
family("links, listed", each("[w%(i)d](http://a.example/%(i)d) ", 34), "print_links: list\n")
family("links, not printed", each("[w%(i)d](http://a.example/%(i)d) ", 34), "print_links: none\n")
family("links, a paragraph each", each("[w%(i)d](http://a.example/%(i)d)\n\n", 35))
family("links without scheme", rep("[a](www.a.example) "))
family("links with titles", rep('[a](http://a.example "t") '))
family("link titles opened", rep('[a](b "'))
family("links opened", rep("[a]("))
family("links in links", around("[a ", "b", "](http://a.example)", 22))
family("brackets", rep("["))
family("brackets closed", rep("]"))
family("brackets paired", rep("[]"))
family("brackets nested", around("[", "a", "]", 2))
family("parentheses in an address", lambda n: "[a](" + "(" * (n // 2) + ")" * (n // 2) + ")")
family("angle brackets in an address", rep("[a](<b"))
family("references", lambda n: "[a][b] " * (n // 7) + "\n\n[b]: http://a.example/\n")
family("references undefined", rep("[a][b] "))
family("references, distinct", lambda n: each("[r%(i)d]: http://a.example/%(i)d\n", 32)(n) + "\n" +
       each("[r%(i)d] ", 16)(n // 2))
family("definitions unused", each("[r%(i)d]: http://a.example/\n", 30))
family("definitions unused, a paragraph each", each("[r%(i)d]: http://a.example/\n\n", 31))
family("definitions, equal", rep("[r]: http://a.example/\n"))
family("definition with a long title", lambda n: "[r]: /a '" + "a " * (n // 2) + "'\n\n[r]")
family("definitions with opened titles", rep("[r]: /a 'b\n"))
family("definitions, labels opened", rep("[r\n"))
family("definition with a long label", lambda n: "[" + "r " * (n // 2) + "]: /a\n")
family("words like definitions", rep("[a]: b c\n"))
family("bare addresses", rep("http://a.example/x "))
family("bare addresses, distinct", each("http://a.example/%(i)d ", 24))
family("bare address", lambda n: "http://a.example/" + "a" * n)
family("bare address with full stops", lambda n: "http://a.example/" + "a." * (n // 2))
family("bare address with slashes", lambda n: "http://a.example/" + "a/" * (n // 2))
family("bare address with parentheses", lambda n: "http://a.example/" + "(a" * (n // 2))
family("bare address with ampersands", lambda n: "http://a.example/?" + "a=b&" * (n // 4))
family("bare address with percents", lambda n: "http://a.example/" + "%41" * (n // 3))
family("bare address, not ASCII", lambda n: "http://a.example/" + "\u00e9" * (n // 2))
family("bare address, stops at the end", lambda n: "http://a.example/a" + "." * n)
family("host names", rep("www.a.example "))
family("host name", lambda n: "www." + "a." * (n // 2) + "example")
family("labels of a host", rep("a."))
family("schemes", rep("http://"))
family("www", rep("www."))
family("mail addresses", rep("ab@c.example "))
family("mail address", lambda n: "a" * n + "@b.example")
family("mail address with full stops", lambda n: "a." * (n // 2) + "a@b.example")
family("mail addresses without blanks", rep("a@b."))
family("autolinks", rep("<http://a.example/> "))
family("autolinks opened", rep("<http://a.example/"))
family("telephone numbers", rep("01632 960 001 "))
family("telephone numbers without words", rep("+44 1632 960001, "))
family("telephone number", rep("01632 "))
family("telephone links", rep("[01632 960 001](tel:+441632960001) "))
family("words equal the address", lambda n: "[%s](http://%sb.example/)" % (
    "a" * (n // 2), "a" * (n // 2)))
family("words nearly the address", lambda n: "[%sc](http://%sb.example/)" % (
    "a" * (n // 2), "a" * (n // 2)))
family("words equal the telephone number", lambda n: "[%s](tel:%s)" % (
    "1" * (n // 2), "1" * (n // 2)))
family("words of an address with blanks", lambda n: "[%s](http://%s)" % (
    "a b" * (n // 6), "a%20b" * (n // 10)))
family("link with many words", lambda n: "[" + "word " * (n // 5) + "](http://a.example/)")
family("link over many lines", lambda n: "[" + "word\n" * (n // 5) + "](http://a.example/)")
family("link with a long address", lambda n: "[word](http://a.example/" + "a" * n + ")")
family("link with a long address, listed", lambda n: "[word](http://a.example/" + "a" * n + ")",
       "print_links: list\n")
family("links to a missing file", rep("[a](b.md) "))
family("links to missing files", each("[a](b%(i)d.md) ", 16))
family("links to pages", rep("[a](/b) "))
family("links to pages of the site", each("[a](/b%(i)d) ", 14), "site: https://a.example/\n")
family("links without address", rep("[a]() "))

# ---- headings and what leads to them
family("titles", rep("# a\n\n"))
family("headings", each("## h%(i)d\n\n", 10))
family("headings, equal", rep("## same\n\n"))
family("headings with text", each("## h%(i)d\n\nSome text.\n\n", 22))
family("headings that clash", each("## a\n\n## a-%(i)d\n\n", 16))
family("headings of all levels", rep("## a\n\n### b\n\n#### c\n\n"))
family("headings, deeper and deeper", rep("# a\n\n###### b\n\n"))
family("headings without blank lines", rep("## a\n"))
family("headings underlined", rep("abc\n---\n\n"))
family("heading of many words", lambda n: "## " + "word " * (n // 5) + "\n\ntext")
family("number signs", rep("#"))
family("number signs on lines", rep("#\n"))
family("headings closed", lambda n: "## a " + "#" * n)
family("paragraphs in bold", rep("**Heading**\n\ntext\n\n"))
family("links to headings", each("## h%(i)d\n\n[x](#h%(i)d)\n\n", 26))
family("links to one heading", lambda n: "## one\n\n" + "[x](#one) " * (n // 10))
family("broken links to headings", each("## heading%(i)d\n\n[x](#hading%(i)d)\n\n", 38))
family("broken links, one heading", lambda n: "## one\n\n" + each("[x](#on%(i)d) ", 14)(n))
family("page breaks", rep("a\n\n\\newpage\n\n"))
family("rules", rep("***\n\n"))
family("rules of dashes", rep("- - -\n\n"))

# ---- footnotes and abbreviations
family("footnotes", each("w[^%(i)d]\n\n[^%(i)d]: n\n\n", 26))
family("footnotes in one paragraph", lambda n: each("w[^%(i)d]", 20, " ")(n) + "\n\n" +
       each("[^%(i)d]: n\n\n", 20)(n))
family("footnotes of many lines", each("para[^%(i)d]\n\n[^%(i)d]: " + "note " * 90 + "\n\n", 480))
family("footnotes of many lines, one paragraph", lambda n:
       each("w[^%(i)d]", 480, " ")(n) + "\n\n" + each("[^%(i)d]: " + "note " * 90 + "\n\n", 480)(n))
family("footnotes in a table", lambda n: "| a | b |\n|---|---|\n" +
       each("| a[^%(i)d] | b |\n", 36)(n) + "\n" + each("[^%(i)d]: n\n\n", 36)(n))
family("footnotes in a list", lambda n: each("- a[^%(i)d]\n", 30)(n) + "\n" +
       each("[^%(i)d]: n\n\n", 30)(n))
family("footnote called often", lambda n: "w[^1] " * (n // 6) + "\n\n[^1]: n\n")
family("footnotes undefined", rep("w[^zz] "))
family("footnotes undefined, distinct", each("w[^%(i)d] ", 12))
family("footnotes unused", each("[^%(i)d]: n\n\n", 14))
family("footnotes defined twice", rep("[^1]: n\n\n"))
family("footnote of many words", lambda n: "w[^1]\n\n[^1]: " + "note text " * (n // 10))
family("footnote of many paragraphs", lambda n: "w[^1]\n\n[^1]: n\n\n" + "    text\n\n" * (n // 10))
family("footnotes calling footnotes", each("[^%(i)d]: n[^1%(i)d]\n\n", 24))
family("inline footnotes", rep("w^[n] "))
family("footnote labels opened", rep("[^a "))
family("footnotes before their calls", lambda n: each("[^%(i)d]: n\n\n", 24)(n) +
       each("w[^%(i)d]\n\n", 24)(n))
family("abbreviations", lambda n: each("*[A%(i)d]: exp\n", 26)(n) + "\n" + each("A%(i)d ", 26)(n))
family("abbreviations that begin alike", lambda n: ramp(lambda i: "*[%s]: e\n" % ("A" * (i + 1)))(
    n // 2) + "\n" + "A" * (n // 2))
family("abbreviation, used often", lambda n: "*[AB]: exp\n\n" + "AB " * (n // 3))
family("abbreviations unused", each("*[A%(i)d]: exp\n", 16))
family("abbreviations, equal", rep("*[A]: exp\n"))
family("abbreviation of many words", lambda n: "*[A]: " + "exp " * (n // 4) + "\n\nA A A")

# ---- lists
family("list", rep("- a\n"))
family("list, loose", rep("- a\n\n"))
family("list, numbered", rep("1. a\n"))
family("list, counted", each("%(i)d. a\n", 9))
family("list, paragraphs", rep("- a\n\n  b\n\n"))
family("list, one long item", lambda n: "- " + "word " * (n // 5))
family("list, one item of many paragraphs", lambda n: "- a\n\n" + "  b\n\n" * (n // 5))
family("lists", rep("- a\n\nb\n\n"))
family("lists in lists", rep("- a\n  - b\n    - c\n"))
family("lists, deeper and deeper", ramp(lambda i: "  " * i + "- a\n", 2))
family("bullets on one line", rep("- " * 95 + "a\n"))
family("bullets, one line", rep("- "))
family("numbers on one line", rep("1. "))
family("tasks", rep("- [ ] a\n"))
family("bullets, changing", rep("- a\n* b\n+ c\n"))
family("letters", rep("a) x\nb) x\nc) x\n\n"))
family("roman numbers", rep("(i) x\n(ii) x\n(iii) x\n\n"))
family("letters, one list", rep("a) x\n"))
family("bullets of Word", rep("\u2022 a\n"))
family("bullets of Word, nested", rep("\u2022 a\n\t\u25aa b\n"))
family("bullets of Word on one line", rep("\u2022 a "))
family("dashes as bullets", rep("\u2013 a\n"))
family("bullets without text", rep("-\n"))
family("steps with doses", rep("1. Take 5 mg.\n2. Wait 10 minutes.\n"))
family("definition list", rep("Term\n: what it means\n\n"))
family("definition list, many meanings", lambda n: "Term\n" + ": meaning\n" * (n // 10))
family("definition list, many terms", lambda n: "Term\n" * (n // 5) + ": meaning\n")
family("definition list, paragraphs", rep("Term\n:   one\n\n    two\n\n"))
family("colons at the start", rep(": a\n"))
family("line blocks", rep("| a\n"))

# ---- quotes and boxes
family("quote", lambda n: "> " + "text " * (n // 5))
family("quote of lines", rep("> a\n"))
family("quote of paragraphs", rep("> a\n>\n"))
family("quotes", rep("> a\n\n"))
family("quotes, lazy", lambda n: "> a\n" + "b\n" * (n // 2))
family("quote markers", lambda n: ">" * n)
family("quote markers with blanks", rep("> "))
family("quote markers on lines", rep(">\n"))
family("quotes nested", rep("> " * 95 + "a\n"))
family("quotes, deeper and deeper", ramp(lambda i: "> " * i + "a\n", 2))
family("quotes and lists nested", rep("> - " * 40 + "a\n"))
family("quotes and lists, one line", rep("> - "))
family("callouts", rep("> [!NOTE]\n> a\n\n"))
family("callouts with titles", rep("> [!WARNING] Do not\n> - a\n\n"))
family("callout", lambda n: "> [!NOTE]\n> " + "text " * (n // 5))
family("callout of paragraphs", lambda n: "> [!NOTE]\n" + "> text\n>\n" * (n // 9))
family("callouts, unknown", rep("> [!FOO]\n> a\n\n"))
family("callouts, deeper and deeper", ramp(lambda i: "> " * i + "[!NOTE]\n", 2))
family("callout tags", rep("> [!NOTE]\n"))
family("boxes of colons", rep(":::note\na\n:::\n\n"))
family("boxes of colons opened", rep(":::note\na\n\n"))
family("boxes of colons nested", around(":::note\n", "a\n", ":::\n", 12))
family("boxes of exclamation marks", rep("!!! note\n    a\n\n"))
family("box titles", lambda n: "!!! note \"" + "a " * (n // 2) + "\"\n    a\n")

# ---- tables
family("table rows", lambda n: "| a | b |\n|---|---|\n" + "| a | b |\n" * (n // 10))
family("table rows, short", lambda n: "| a | b |\n|---|---|\n" + "| a |\n" * (n // 6))
family("table rows, long", lambda n: "| a | b |\n|---|---|\n" + "| a | b | c |\n" * (n // 14))
family("table, long cells", lambda n: "| a | b |\n|---|---|\n| %s | %s |\n" % (
    "word " * (n // 10), "word " * (n // 10)))
family("table, 100 columns", lambda n: "|" + "a|" * 100 + "\n|" + "-|" * 100 + "\n" +
       ("|" + "a|" * 100 + "\n") * (n // 202))
family("table, 12 columns of long words", lambda n: "|" + "a|" * 12 + "\n|" + "-|" * 12 + "\n" +
       ("|" + ("w" * 20 + "|") * 12 + "\n") * (n // 254))
family("table, too many columns", lambda n: "|" + "a|" * (n // 4) + "\n|" + "-|" * (n // 4) + "\n")
family("tables", rep("| a | b |\n|---|---|\n| 1 | 2 |\n\n"))
family("tables with captions", rep("Table: c\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"))
family("tables with captions below", rep("| a | b |\n|---|---|\n| 1 | 2 |\n\nTable: c\n\n"))
family("table captions", rep("Table: c\n\n"))
family("table captions between", rep("| a | b |\n|---|---|\n| 1 | 2 |\n\nTable: c\n\n| a | b |\n"
                                     "|---|---|\n| 1 | 2 |\n\n"))
family("tables, heads only", rep("| a | b |\n|---|---|\n\n"))
family("rows without a table", rep("| a | b |\n"))
family("rows of dashes", rep("|---|---|\n"))
family("bars", rep("|"))
family("bars and words", rep("a | b\n"))
family("rows of tabs", rep("a\tb\tc\n"))
family("rows of tabs, many cells", lambda n: ("a\t" * (n // 4) + "\n") * 2)
family("table with code", lambda n: "| a |\n|---|\n" + "| `a\\|b` |\n" * (n // 11))
family("table with breaks", lambda n: "| a |\n|---|\n| " + "word<br>" * (n // 8) + " |\n")
family("table of columns by dashes", lambda n: "abc    def\n-----  -----\n" +
       "a      b\n" * (n // 9))
family("tables of columns by dashes", rep("abc    def\n-----  -----\na      b\n\n"))
family("columns by dashes, many", lambda n: "a    " * (n // 20) + "\n" + "---- " * (n // 20) +
       "\n" + "a    " * (n // 20) + "\n")
family("dashes only", rep("----- -----\n"))
family("words across columns", lambda n: "abc    def\n-----  -----\n" +
       "a word across\n" * (n // 14))
family("grid table", lambda n: "+---+---+\n| a | b |\n+===+===+\n" +
       "| a | b |\n+---+---+\n" * (n // 20))
family("grid table, one cell", lambda n: "+---+---+\n| a | b |\n+===+===+\n" +
       "| a | b |\n" * (n // 10) + "+---+---+\n")
family("grid tables", rep("+---+---+\n| a | b |\n+---+---+\n\n"))
family("grid lines", rep("+---+---+\n"))
family("grid, many columns", lambda n: "+" + "---+" * (n // 16) + "\n|" + " a |" * (n // 16) +
       "\n+" + "===+" * (n // 16) + "\n|" + " b |" * (n // 16) + "\n+" + "---+" * (n // 16) + "\n")
family("tables of org-mode", rep("| a | b |\n|---+---|\n| 1 | 2 |\n\n"))
family("table of org-mode", lambda n: "| a | b |\n|---+---|\n" + "| 1 | 2 |\n" * (n // 10))
family("loose columns", rep("abc   def   ghi\n"))
family("loose columns, blank lines", rep("abc   def   ghi\n\n"))
family("table rows of footnotes and links", lambda n: "| a | b |\n|---|---|\n" +
       "| [a](http://a.example/) | **b** |\n" * (n // 35))

# ---- code blocks
family("code block", lambda n: "```\n" + "x = 1;\n" * (n // 7) + "```\n")
family("code block, one line", lambda n: "```\n" + "x" * n + "\n```\n")
family("code block, one line of words", lambda n: "```\n" + "x " * (n // 2) + "\n```\n")
family("code block, tabs", lambda n: "```\n" + "\t" * n + "x\n```\n")
family("code block, lines of tabs", lambda n: "```\n" + "\tx\n" * (n // 3) + "```\n")
family("code block, blank lines", lambda n: "```\na" + "\n" * n + "b\n```\n")
family("code blocks", rep("```\na\n```\n\n"))
family("code blocks by blanks", rep("    a\n\nb\n\n"))
family("code block by blanks", rep("    a\n"))
family("fences opened", rep("```\n\n~~~\n\n"))
family("fences, longer and longer", ramp(lambda i: "`" * (i + 3) + "\n"))

# ---- HTML, entities, comments
family("spans nested", around('<span lang="fr">', "a", "</span>", 23))
family("spans", rep('<span lang="fr">a</span> '))
family("subscripts opened", rep("<sub>"))
family("subscripts closed", rep("</sub>"))
family("bold by tags", rep("<b>a</b> "))
family("bdi", rep("<bdi>a</bdi> "))
family("abbr", rep('<abbr title="x">a</abbr> '))
family("breaks", rep("a<br>"))
family("tags unknown", rep("<foo> "))
family("tags unknown, distinct", each("<foo%(i)d> ", 12))
family("less-than signs", rep("<"))
family("less-than signs before numbers", rep("<5 "))
family("greater-than signs", rep("a > b "))
family("comments", rep("a <!-- x --> "))
family("comment", lambda n: "a <!-- " + "x " * (n // 2) + " --> b")
family("comments opened", rep("<!-- "))
family("comments opened with dashes", rep("<!\u2014 "))
family("declarations opened", rep("<!"))
family("comments opened, paragraphs", rep("<!--\n\n"))
family("comments as blocks", rep("<!-- x -->\n\n"))
family("processing instructions", rep("<? "))
family("declarations", rep("<!A "))
family("CDATA", rep("<![CDATA["))
family("attributes of a tag", lambda n: "<span " + "a=b " * (n // 4) + ">x</span>")
family("attribute of a tag", lambda n: '<span title="' + "a " * (n // 2) + '">x</span>')
family("tags with opened quotes", rep('<span title="'))
family("block of HTML", lambda n: "<div>\n" + "<p>a</p>\n" * (n // 9) + "</div>\n")
family("blocks of HTML", rep("<p>a</p>\n\n"))
family("blocks of HTML nested", around("<div>\n", "a\n", "</div>\n", 13))
family("blocks of HTML opened", rep("<div>\n\n"))
family("HTML, one paragraph of words", lambda n: "<p>" + "word " * (n // 5) + "</p>\n")
family("HTML headings", rep("<h2>a</h2>\n\n"))
family("HTML list", lambda n: "<ul>\n" + "<li>a</li>\n" * (n // 11) + "</ul>\n")
family("HTML lists nested", around("<ul><li>a\n", "", "</li></ul>\n", 21))
family("HTML table", lambda n: "<table>\n" + "<tr><td>a</td><td>b</td></tr>\n" * (n // 30) +
       "</table>\n")
family("HTML table, one row", lambda n: "<table>\n<tr>" + "<td>a</td>" * (n // 10) +
       "</tr></table>\n")
family("HTML tables", rep("<table><tr><th>a</th></tr><tr><td>b</td></tr></table>\n\n"))
family("HTML table, spans", lambda n: "<table>\n" +
       '<tr><td colspan="2">a</td></tr>\n<tr><td>b</td><td>c</td></tr>\n' * (n // 62) + "</table>\n")
family("HTML table, long spans", lambda n: "<table>\n" +
       '<tr><td rowspan="1000">a</td></tr>\n' * (n // 35) + "</table>\n")
family("HTML table, wide spans", lambda n: "<table>\n" +
       '<tr><td colspan="1000">a</td></tr>\n' * (n // 35) + "</table>\n")
family("HTML tables nested", around("<table><tr><td>", "a", "</td></tr></table>", 33))
family("HTML cells without a table", rep("<td>a</td>\n"))
family("HTML pictures", rep('<img src="q.png" alt="a"> '))
family("HTML links", rep('<a href="http://a.example/">a</a> '))
family("HTML anchors", each('<a id="a%(i)d"></a>\n\n', 20))
family("HTML with styles", rep('<span style="color:red">a</span> '))
family("scripts", rep("<script>a</script>\n\n"))
family("pre", lambda n: "<pre>\n" + "a\n" * (n // 2) + "</pre>\n")
family("entities", rep("&amp;"))
family("entities by number", rep("&#233;"))
family("entities unknown", rep("&zz;"))
family("entities opened", rep("&amp"))
family("ampersands", rep("&"))

# ---- pictures
family("pictures missing", rep("![a](q.png)\n\n"))
family("pictures missing, distinct", each("![a](q%(i)d.png)\n\n", 18))
family("pictures missing, inline", rep("![a](q.png) "))
family("pictures missing, references", rep("![a][b]"))
family("pictures opened", rep("!["))
family("pictures, addresses opened", rep("![a]("))
family("pictures, paths with blanks", rep("![a](b c d.png) "))


def with_picture(name, body):
    files(name, lambda n: {"leaflet.md": FRONT % "" + body(n) + "\n", "p.png": PNG})


with_picture("picture, often", rep("![a b c](p.png)\n\n"))
with_picture("picture, often, inline", rep("![a b c](p.png) "))
with_picture("picture, captions", rep('![a b c](p.png "Caption")\n\n'))
with_picture("picture, widths", rep("![a b c](p.png){width=50%}\n\n"))
with_picture("picture, long description", lambda n: "![" + "word " * (n // 5) + "](p.png)")
with_picture("picture, missing width", rep("![a b c](p.png){width=\n\n"))


def pictures(n):
    count = n // 100 + 1
    found = {"p%d.png" % i: PNG for i in range(count)}
    found["leaflet.md"] = FRONT % "" + "".join("![a b c](p%d.png)\n\n" % i for i in range(count))
    return found


def pictures_in_a_folder(n):
    found = {"p%d.png" % i: PNG for i in range(n // 20 + 1)}
    found["leaflet.md"] = FRONT % "" + "".join("![a b c](q%d.png)\n\n" % i
                                               for i in range(n // 20 + 1))
    return found


files("pictures, distinct", pictures)
files("pictures missing in a full folder", pictures_in_a_folder)

# ---- scripts, direction, characters that no font has
family("Japanese", rep("\u65e5\u672c\u8a9e"), lang="ja")
family("Thai", rep("\u0e20\u0e32\u0e29\u0e32\u0e44\u0e17\u0e22"), lang="th")
family("Thai with blanks", rep("\u0e20\u0e32\u0e29\u0e32 \u0e44\u0e17\u0e22 "), lang="th")
family("Arabic", rep("\u0645\u0631\u062d\u0628\u0627 "), lang="ar")
family("Arabic, one word", rep("\u0645\u0631\u062d\u0628\u0627"), lang="ar")
family("Arabic with doses", rep("\u0645\u0631\u062d\u0628\u0627 500 mg "), lang="ar")
family("Arabic with doses, one line each", rep("\u0645\u0631\u062d\u0628\u0627 500 mg\n\n"),
       lang="ar")
family("Arabic digits", rep("\u0661\u0662 "), lang="ar")
family("Arabic in English", rep("abc \u0645\u0631\u062d\u0628\u0627 12 (x) "))
family("Arabic with emphasis", rep("\u0645\u0631 **\u062d\u0628** "), lang="ar")
family("Arabic table", lambda n: "| \u0645 | \u0631 |\n|---|---|\n" + "| \u0645 | 5 mg |\n" *
       (n // 13), lang="ar")
family("Hebrew letters and numbers", rep("\u05d0 1 "))
family("Hebrew and Latin letters", rep("\u05d0a"))
family("embeddings", rep("\u202ba"))
family("embeddings closed", rep("\u202ba\u202c "))
family("isolates", rep("\u2067a"))
family("isolates nested", around("\u2067a", "b", "\u2069", 7))
family("direction marks", rep("\u200fa\u200e"))
family("spans of direction nested", around('<span dir="rtl">\u05d0', "b", "</span>", 25))
family("spans of language", rep('<span lang="ar">\u0645\u0631</span> a '))
family("bidi brackets", around("(\u05d0", "a", ")", 4))
family("combining marks", lambda n: "a" + "\u0301" * (n // 2))
family("combining marks, each word", rep("a\u0301\u0302\u0323 "))
family("combining marks, scrambled", lambda n: "a" + "\u0323\u0301" * (n // 4))
family("families of emoji", rep("\U0001f468\u200d\U0001f469\u200d\U0001f467 "))
family("one cluster of emoji", lambda n: "\U0001f468" + "\u200d\U0001f469" * (n // 7))
family("flags", rep("\U0001f1e9\U0001f1ea"))
family("variation selectors", rep("a\ufe0f"))
family("joiners", rep("\u0915\u094d"), lang="hi")
family("Hangul letters", rep("\u1100\u1161\u11a8"))
family("many scripts", rep("a\u0436\u03b1\u05d0\u0627\u0905\u0e01\u3042 "))
family("scripts alternating", rep("a\u0436\u03b1"))
family("character missing", rep("\U00013000 "))
family("character missing, one word", rep("\U00013000"))


def characters(n):
    """Distinct characters that no font is likely to have."""
    points = list(range(0x12000, 0x12380)) + list(range(0x13000, 0x13430)) + \
        list(range(0x14400, 0x14647)) + list(range(0x17000, 0x187f8)) + \
        list(range(0x18800, 0x18cd6)) + list(range(0xf0000, 0xffffd)) + \
        list(range(0x100000, 0x10fffd))
    return [chr(p) for p in points[:n // 5]]


family("characters missing, distinct", lambda n: " ".join(characters(n)))
family("characters missing, paragraphs", lambda n: "\n\n".join(characters(n)))
family("characters of Symbol", rep("\uf0a3 5 "))
family("ligatures", rep("fi fl ffi "))
family("composed and decomposed", rep("e\u0301\u00e9"))

# ---- front matter and settings
front("title", lambda n: "subtitle: " + "w " * (n // 2) + "\n")
front("summary", lambda n: "summary: " + "w " * (n // 2) + "\n")
front("summary, one word", lambda n: "summary: " + "w" * n + "\n")
front("summary, folded lines", lambda n: "summary: >\n" + "  word\n" * (n // 7))
front("summary, escapes", lambda n: 'summary: "' + "\\xe9" * (n // 4) + '"\n')
front("keywords", lambda n: "keywords: [" + ",".join("k%d" % i for i in range(n // 7)) + "]\n")
front("keywords as a list", lambda n: "keywords:\n" + each("  - k%(i)d\n", 11)(n))
front("authors", lambda n: "authors:\n" + each("  - Name %(i)d\n", 17)(n))
front("authors with addresses", lambda n: "authors:\n" + each(
    "  - name: Name %(i)d\n    url: https://a.example/%(i)d\n", 56)(n))
front("sources", lambda n: "sources:\n" + each("  - Title of source %(i)d\n", 28)(n))
front("sources with addresses", lambda n: "sources:\n" + each(
    "  - title: Source %(i)d\n    url: https://a.example/%(i)d\n", 58)(n))
front("keys unknown", each("key%(i)d: v\n", 12))
front("keys misspelt", each("titel%(i)d: v\n", 14))
front("keys, equal", rep("title: v\n"))
front("words of the settings", lambda n: "words:\n" + each("  k%(i)d: v\n", 11)(n))
front("YAML, deep brackets", lambda n: "keywords: " + "[" * (n // 2) + "]" * (n // 2) + "\n")
front("YAML, deep dashes", lambda n: "keywords: " + "- " * (n // 2) + "a\n")
front("YAML, deep lines", ramp(lambda i: " " * i + "a:\n"))
front("YAML, comments", rep("# comment\n"))
front("YAML, comment", lambda n: "# " + "c" * n + "\n")
front("YAML, question marks", each("? a%(i)d\n", 9))
front("YAML, aliases", lambda n: "keywords: [&a x" + ", *a" * (n // 4) + "]\n")
front("YAML, anchors", lambda n: "keywords: [" + each("&a%(i)d x, ", 12)(n) + "y]\n")
front("YAML, blank lines", lambda n: "\n" * n)
front("YAML, colons", lambda n: "summary: " + "a: " * (n // 3) + "\n")
front("YAML, quotes opened", rep('summary: "a\n'))
front("YAML, tabs", rep("\ta: b\n"))
front("YAML, dates", each("published: 2026-01-%(i)d\n", 24))
FAMILIES["front matter without end"] = lambda n: {"leaflet.md": "---\ntitle: T\n" + "a\n" * (n // 2)}
FAMILIES["front matter of dashes"] = lambda n: {"leaflet.md": "---\n" * (n // 4)}
FAMILIES["front matter of TOML"] = lambda n: {"leaflet.md": "+++\n" + 'a = "b"\n' * (n // 8) + "+++\n"}
FAMILIES["front matter of JSON"] = lambda n: {
    "leaflet.md": "{\n" + each('"a%(i)d": "b",\n', 16)(n) + '"c": "d"}\n\nText.\n'}


def settings(name, lines):
    files("settings: " + name, lambda n: {"leaflet.md": FRONT % "" + "Text.\n",
                                          "clinic.yml": lines(n)})


settings("name", lambda n: "name: " + "w " * (n // 2) + "\n")
settings("address", lambda n: "address: |\n" + "  line\n" * (n // 7))
settings("hours", lambda n: "hours: " + "9-5, " * (n // 5) + "\n")
settings("keys unknown", each("key%(i)d: v\n", 12))
settings("comments", rep("# comment\n"))
settings("telephone", lambda n: "phone: " + "01632 " * (n // 6) + "\n")

# ---- plain text
plain("words", rep("lorem ipsum dolor "))
plain("lines", rep("Lorem ipsum dolor sit amet, consectetur adipiscing elit sed do.\n"))
plain("short lines", rep("a\n"))
plain("paragraphs", rep("Lorem ipsum dolor sit amet.\n\n"))
plain("sentences on lines", rep("Take it with food.\n"))
plain("headings", rep("What it is\n\nText of it.\n\n"))
plain("capitals", rep("WHAT IT IS\n"))
plain("bullets", rep("- a\n"))
plain("bullets, paragraphs", rep("- a\n\n"))
plain("bullets of Word", rep("\u2022 a\n"))
plain("bullets, deeper and deeper", ramp(lambda i: "  " * i + "- a\n", 2))
plain("bullets on one line", rep("\u2022 a "))
plain("numbers", each("%(i)d. Step\n", 12))
plain("letters", rep("a) x\nb) x\n"))
plain("indents", rep("    a\n  b\n"))
plain("indents, deeper and deeper", ramp(lambda i: " " * i + "a\n"))
plain("one word", lambda n: "a" * n)
plain("digits", lambda n: "1" * n)
plain("blanks", lambda n: "a" + " " * n + "b")
plain("blank lines", lambda n: "a" + "\n" * n + "b")
plain("columns", rep("Name      Dose     Time\n"))
plain("columns by tabs", rep("Name\tDose\tTime\n"))
plain("columns of numbers", rep("10  20  30\n"))
plain("doses", rep("Take 5 mg of it.\n"))
plain("addresses", rep("Call 01632 960 001 or see www.a.example.\n"))
plain("address", lambda n: "http://a.example/" + "a" * n)
plain("labels", rep("Phone: 01632 960 001\n"))
plain("label lines", rep("a:\n"))
plain("colons", rep("a: b: "))
plain("page feet", rep("Some text of a page.\n\nPage 1 of 9\n\n\f"))
plain("page numbers", each("Some text of a page.\n\n%(i)d\n\n", 28))
plain("form feeds", rep("a\f"))
plain("hyphens at the end", rep("a treat-\nment\n"))
plain("questions", rep("What is it?\n"))
plain("questions and answers", rep("What is it?\nIt is a thing that is used.\n"))
plain("quotes", rep('"a" '))
plain("rules", rep("-----\n"))
plain("underlined", rep("Heading\n-------\n"))
plain("asterisks", rep("*a* **b** "))
plain("marks of Markdown", rep("# a\n\n> b\n\n[c](d)\n\n"))
plain("carriage returns", rep("a\r\n"))
plain("no-break spaces", rep("a\u00a0b "))
plain("characters missing", rep("\U00013000 "))

# ---- many messages, many leaflets
family("many messages", rep("[a](#b) ![](c.png) <foo> [^z]\n\n"))
family("many messages, one line", rep("[a](#b) <foo> [^z] "))


def leaflets(link):
    """A folder of leaflets that link to each other; link(i, count): the goals of leaflet i."""
    def make(n):
        count = n // 100 + 2
        return {"f/l%d.md" % i: (FRONT % "").replace("title: T", "title: T%d" % i) + "".join(
            "[a](l%d.md)\n\n" % goal for goal in link(i, count)) for i in range(count)}
    return make


files("folder of leaflets", leaflets(lambda i, count: []))
files("leaflets that link to the next", leaflets(lambda i, count: [(i + 1) % count]))
files("leaflets that link to the first", leaflets(lambda i, count: [0]))
files("leaflets that link to missing ones", leaflets(lambda i, count: [count + i]))
files("a leaflet that links to all", leaflets(lambda i, count: range(count) if i == 0 else []))


def folder_beside(n):
    found = {"n%d.md" % i: "" for i in range(n // 20 + 1)}
    found["leaflet.md"] = FRONT % "" + each("[a](m%(i)d.md) ", 20)(n)
    return found


files("links to missing leaflets in a full folder", folder_beside)
