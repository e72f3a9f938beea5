"""Markdown: the words without the markup."""

from __future__ import annotations

import re
from collections import Counter

from analysis.text.reading.extracts import Extract, counted, join_paragraphs

# What stands between two lines of dashes at the very beginning: "title: …", "author: …".
_FRONT = re.compile(r"\A---[ \t]*\r?\n(.{0,5000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z]+):[ \t]*(.*?)[ \t]*$", re.MULTILINE)


def read_markdown(text: str, name: str) -> Extract:
    """The paragraphs, headings and list items of a Markdown text.

    Limits: an indented line is code in Markdown; here it is a paragraph, since articles hold no code.
    """
    from markdown_it import MarkdownIt

    front = _FRONT.match(text)
    fields = {key.lower(): value.strip("\"'") for key, value in _FIELD.findall(front[1])} if front else {}
    tokens = MarkdownIt("commonmark").enable("table").parse(text[front.end() :] if front else text)
    cut: Counter[str] = Counter()
    paragraphs: list[str] = []
    title, in_table = fields.get("title"), False
    for at, token in enumerate(tokens):
        if token.type in ("table_open", "table_close"):
            in_table = token.type == "table_open"
            cut["tables"] += in_table
        elif token.type == "inline" and not in_table:
            paragraphs.append(_inline(token.children or (), cut))
            if title is None and tokens[at - 1].type == "heading_open" and tokens[at - 1].tag == "h1":
                title = " ".join(paragraphs[-1].split())
        elif token.type == "code_block":
            paragraphs.append(token.content)
        elif token.type == "fence":
            cut["code blocks"] += 1
        elif token.type == "html_block":
            cut["pieces of HTML"] += 1
    return Extract(
        join_paragraphs(paragraphs),
        "Markdown",
        title=title or None,
        author=fields.get("author") or None,
        date=fields.get("date") or None,
        url=fields.get("url") or None,
        cut=counted(cut),
    )


def _inline(children: object, cut: Counter[str]) -> str:
    """The words of one paragraph; a picture's words are its caption, and go."""
    words: list[str] = []
    for child in children:  # type: ignore[attr-defined]
        if child.type in ("text", "code_inline"):
            words.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            words.append(" ")
        elif child.type == "image":
            cut["pictures"] += 1
        elif child.type == "html_inline":
            cut["pieces of HTML"] += 1
    return "".join(words)
