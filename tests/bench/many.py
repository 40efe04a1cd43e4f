"""Many leaflets in one process of a Python tool: many.py typst|weasyprint INPUT... (beside each
input a .pdf is written below the last argument's folder)."""
import os
import sys

tool, out, inputs = sys.argv[1], sys.argv[2], sys.argv[3:]


def target(path):
    return os.path.join(out, os.path.splitext(os.path.basename(path))[0] + ".pdf")


if tool == "typst":
    import typst
    compiler = typst.Compiler(root=os.path.dirname(inputs[0]))
    for path in inputs:
        compiler.compile(input=path, output=target(path))
else:
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration
    fonts = FontConfiguration()
    for path in inputs:
        HTML(path).write_pdf(target(path), font_config=fonts, pdf_tags=True)
