"""Pages of the help: a little Markdown (headings, paragraphs, tables, lists, code) as HTML in the theme's colours.

Examples in the first columns of tables become links ``example:...``, which open them as documents. No Qt here.
"""

from __future__ import annotations

import re
from html import escape
from urllib.parse import quote, unquote

from gradviz.gui.theme import Theme
from gradviz.gui.worker.rules import declared_text

__all__ = ["EXAMPLE", "example_of", "live_text", "page_html"]

EXAMPLE = "example:"
_CELLS = re.compile(r"(?<= )\|(?= )")
_CODE = re.compile(r"`([^`]+)`")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")


def page_html(source: str, theme: Theme, *, live: bool = False) -> str:
    """A page; with `live` examples are links."""
    html: list[str] = []
    for block in re.split(r"\n\s*\n", source.strip()):
        lines = block.split("\n")
        if lines[0].startswith("#"):
            level = len(lines[0]) - len(lines[0].lstrip("#"))
            html.append(f"<h{level}>{_inline(lines[0].lstrip('# '), theme)}</h{level}>")
            lines = lines[1:]
        if not lines:
            continue
        if lines[0].startswith("|"):
            html.append(_table(lines, theme, live))
        elif lines[0].startswith("- "):
            items = re.split(r"\n- ", "\n".join(lines)[2:])
            html.append("<ul>" + "".join(f"<li>{_inline(' '.join(i.split()), theme)}</li>" for i in items) + "</ul>")
        else:
            html.append(f"<p>{_inline(' '.join(lines), theme)}</p>")
    return "".join(html)


def example_of(url: str) -> str:
    """The example that a link stands for; "" for any other link."""
    return unquote(url[len(EXAMPLE) :]) if url.startswith(EXAMPLE) else ""


def live_text(example: str) -> str:
    """An example as a whole document: with declarations, and with a function where it has none."""
    if "\n" in example or " in R" in example.partition(",")[2]:
        return example
    for pattern, rest in _USES:
        if re.match(pattern, example):
            return f"{example}\n{rest}"
    return declared_text(example, example) if _LETTERS_ARE_USUAL.search(example) is None else example


_LETTERS_ARE_USUAL = re.compile(r"[_\[∑∇L\\;‖Σμβ]|sum_|=|x\.T|W |unvec|1/n|\bn\b")
"""Signs of an example whose sizes the language had better infer itself."""
_USES = (
    (r"A in ", "x in R^m\nA x"),
    (r"x in ", "log(x)' x"),
    (r"S in S", "x' S x"),
    (r"S in ", "x in R^n\nx' S x"),
    (r"u = ", "u' u"),
    (r"h\(t\) = ", "h(a' x)"),
    (r"(A symmetric|A = A'|let A)", "x' A x"),
    (r"t > 0", "log(t)"),
    (r"Σ ≻ 0", "x' Σ^-1 x"),
    (r"L: ", "L(x)"),
    (r"#", "x' x"),
)
"""Lines that are no function, and a function that uses them."""


def _table(lines: list[str], theme: Theme, live: bool) -> str:
    rows = [_CELLS.split(line.strip().removeprefix("|").removesuffix("|")) for line in lines]
    head, body = rows[0], rows[2:]
    html = [f"<table cellspacing='0' cellpadding='5' width='100%' style='border-color:{theme.border}'><tr>"]
    html += [f"<th align='left' style='color:{theme.muted}'>{_inline(cell.strip(), theme)}</th>" for cell in head]
    html.append("</tr>")
    for number, row in enumerate(body):
        shade = f" bgcolor='{theme.sunken}'" if number % 2 == 0 else ""
        html.append(f"<tr{shade}>")
        for column, cell in enumerate(row):
            examples = live and column < max(1, len(row) - 1)
            html.append(f"<td valign='top'>{_inline(cell.strip(), theme, live=examples)}</td>")
        html.append("</tr>")
    return "".join([*html, "</table>"])


def _inline(text: str, theme: Theme, *, live: bool = False) -> str:
    parts = _CODE.split(text)
    html = []
    for number, part in enumerate(parts):
        if number % 2 == 0:
            plain = _BOLD.sub(r"<b>\1</b>", escape(part, quote=False))
            html.append(_LINK.sub(r"\1", plain))
            continue
        code = f"<code style='font-family:monospace'>{escape(part, quote=False)}</code>"
        link = f"<a href='{EXAMPLE}{quote(part)}' style='color:{theme.accent}; text-decoration:none'>{code}</a>"
        html.append(link if live else code)
    return "".join(html)
