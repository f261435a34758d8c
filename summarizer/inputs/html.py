"""HTML to the text of a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.errors import InputError
from summarizer.inputs.decode import decode

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,4}=\s{0,4}[\"']?\s{0,4}([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE
)
_HEAD = re.compile(
    rb"^[\s\xef\xbb\xbf]{0,200}(?:<\?xml[^>]{0,200}\?>\s{0,20})?<(?:!doctype\s{1,20})?html", re.IGNORECASE
)

# Never read by a visitor as text of the page.
_HIDDEN = (
    "script, style, noscript, template, svg, math, iframe, object, canvas, select, textarea, button, [hidden]"
)
# Of the site, not of the page; left out, and said so.
_AROUND = "nav, body > header, body > footer, [role=navigation], [role=banner], [role=contentinfo]"
# Where a line ends in a browser, and how many line ends stand between a block and its neighbour.
# fmt: off
_BLOCKS = {
    **dict.fromkeys((
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "article", "section", "main", "blockquote", "table", "ul",
        "ol", "dl", "figure", "pre", "header", "footer", "aside", "form", "hr", "address", "details",
        "fieldset",
    ), 2),
    **dict.fromkeys((
        "div", "li", "tr", "dt", "dd", "figcaption", "caption", "summary", "legend", "body", "center",
    ), 1),
}
_INLINE = {"br": "\n", "td": "\t", "th": "\t"}
# Elements that never hold others, or that end by themselves: unclosed, they don't nest.
_FLAT = frozenset((
    "area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "p", "li",
    "td", "th", "tr", "dt", "dd", "option", "thead", "tbody", "tfoot", "colgroup",
))
# fmt: on
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]{0,30})")
# The parser's time grows with the square of the depth; browsers stop at 512.
_DEEPEST = 4096
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")


def looks_like_html(data: bytes) -> bool:
    """Return whether `data` begins as an HTML document does."""
    return _HEAD.match(data[:1024]) is not None


def html_text(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """Return the readable text of an HTML page, its encoding, and notes on what was left out.

    Paragraphs and headings are set apart by a blank line, other blocks by a line end. Raises InputError.
    """
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError as error:
        raise InputError("an HTML file needs one more package: pip install 'summarizer[html]'") from error
    found = _DECLARED.search(data[:4096])
    markup, encoding = decode(data, found[1].decode("ascii") if found else None)
    if _depth(markup) > _DEEPEST:
        raise InputError(f"an HTML file nested more than {_DEEPEST} elements deep: no browser would show it")
    tree = LexborHTMLParser(markup)
    body = tree.body
    if body is None:
        raise InputError("an HTML file without a body: nothing to summarise")
    for node in body.css(_HIDDEN):
        node.decompose()
    left_out = _drop_surroundings(body)
    text = _tidy(_pieces(body))
    if not text.strip():
        raise InputError("an HTML file without readable text: save the page as the browser shows it")
    notes = (f"left out {left_out} characters of navigation, site header and footer",) if left_out else ()
    return text, encoding, notes


def _depth(markup: str) -> int:
    depth = deepest = 0
    for slash, name in _TAG.findall(markup):
        if name.lower() not in _FLAT:
            depth = max(0, depth - 1) if slash else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _drop_surroundings(body: LexborNode) -> int:
    lost = 0
    for node in body.css(_AROUND):
        if node.css_first("h1, article") is None:
            lost += len("".join(node.text().split()))
            node.decompose()
    return lost


def _pieces(root: LexborNode) -> list[str | int]:
    """Return texts and line ends in document order, without recursion: nesting can be deep."""
    pieces: list[str | int] = []
    stack: list[LexborNode | int] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, int):
            pieces.append(node)
            continue
        tag = node.tag or ""
        if node.is_text_node:
            content = node.text_content or ""
            pieces.append(content if _in_pre(node) else _BLANKS.sub(" ", content))
            continue
        edge = _BLOCKS.get(tag, 0)
        pieces.append(edge or _INLINE.get(tag, ""))
        if edge:
            stack.append(edge)
        child = node.last_child
        while child is not None:
            if child.is_text_node or child.is_element_node:
                stack.append(child)
            child = child.prev
    return pieces


def _in_pre(node: LexborNode) -> bool:
    return node.parent is not None and node.parent.tag == "pre"


def _tidy(pieces: list[str | int]) -> str:
    """Join the pieces: no blanks at line ends, no more than one empty line."""
    joined: list[str] = []
    ends = 0
    for piece in pieces:
        if isinstance(piece, int):
            ends = max(ends, piece)
        elif not ends or piece.strip(" \t"):
            joined += ["\n" * ends, piece]
            ends = 0
    lines = (line.strip(" \t") for line in "".join(joined).split("\n"))
    out: list[str] = []
    for line in lines:
        if line or (out and out[-1]):
            out.append(line)
    return "\n".join(out).strip("\n") + "\n"
