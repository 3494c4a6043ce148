"""Looks at a PDF as it will be printed and writes JSON: per page its text, how far ink reaches from
each edge of the sheet in millimetres, and how much of its height has ink.

usage: paper.py FILE.pdf
"""

import json
import sys

import pypdfium2

DOTS_PER_MILLIMETRE = 2
# The margins of print.css; below the lower one is the foot.
UPPER, LOWER = 18, 20


def margins(page):
    """The distance of the outermost ink from the left, top, right and bottom edge; the filled share."""
    bitmap = page.render(scale=DOTS_PER_MILLIMETRE * 25.4 / 72, grayscale=True)
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    pixels = bytes(bitmap.buffer)
    rows = [pixels[y * stride:y * stride + width] for y in range(height)]
    blank = b"\xff" * width
    inked = [y for y, row in enumerate(rows) if row != blank]
    if not inked:
        return None, 0
    upper, lower = UPPER * DOTS_PER_MILLIMETRE, height - LOWER * DOTS_PER_MILLIMETRE
    last = max((y for y in inked if y < lower), default=upper)
    left = min(width - len(rows[y].lstrip(b"\xff")) for y in inked)
    right = min(width - len(rows[y].rstrip(b"\xff")) for y in inked)
    edges = (left, inked[0], right, height - 1 - inked[-1])
    return [edge / DOTS_PER_MILLIMETRE for edge in edges], (last - upper) / (lower - upper)


def main(path):
    pages = []
    for page in pypdfium2.PdfDocument(path):
        text = page.get_textpage().get_text_bounded()
        edges, fill = margins(page)
        pages.append({"text": text, "margins": edges, "fill": fill})
    json.dump(pages, sys.stdout)


main(sys.argv[1])
