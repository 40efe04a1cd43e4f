"""The text of PDF files as PDFium gives it: pdfium.py FILE... prints one JSON list of strings."""
import json
import sys

import pypdfium2


def text(path):
    with pypdfium2.PdfDocument(path) as file:
        pages = [page.get_textpage().get_text_bounded() for page in file]
    return "\n".join(pages).replace("\r\n", "\n")


print(json.dumps([text(path) for path in sys.argv[1:]]))
