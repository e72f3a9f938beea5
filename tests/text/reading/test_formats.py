"""One article in five formats is one article; a file that holds none is refused in one sentence."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import matplotlib as mpl
import openpyxl
import pytest
from fpdf import FPDF

from analysis.findings.reading import find_all, measure_all
from analysis.text.document import Document
from analysis.text.reading import ReadingError, read_bytes

TITLE = "Ferry stops for good"
PARAGRAPHS = [
    "“We lost everything,” said Ada Brook, who has run the ferry for nine years. “Nobody asked us – nobody "
    "at all.”",
    "The council’s decision is a shameful failure, she claimed. It must be taken back before the well-known "
    "summer season begins, when 3,000 visitors cross the bay each week.",
    "Ben Gray, who speaks for the council, said that the boat was old and that the repair would have cost "
    "more than a new one.",
    "The last ferry left on Sunday. It was full, and hundreds stood on the pier.",
]
FONT = Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title} | The Bay Post</title>
<meta name="author" content="Cleo Marsh"><meta property="article:published_time" content="2024-05-02">
<meta property="og:site_name" content="The Bay Post"><link rel="canonical" href="https://news.example/ferry"></head>
<body><header><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav></header>
<div id="cookie-banner">We use cookies. <button>Accept</button></div>
<article><h1>{title}</h1><p>{body}</p>
<figure><img src="a.jpg"><figcaption>The pier on Sunday. Photo: D. Hill</figcaption></figure></article>
<script>document.write("scripted words")</script>
<footer>About us · Imprint · Subscribe to our letter</footer></body></html>"""


def as_text() -> bytes:
    return "\n\n".join([TITLE, *PARAGRAPHS]).encode()


def as_markdown() -> bytes:
    first, *others = PARAGRAPHS
    marked = first.replace("nine years", "**nine years**").replace(
        "Ada Brook", "[Ada Brook](https://a.example)"
    )
    picture = "![The pier on Sunday](pier.jpg)"
    return "\n\n".join([f"# {TITLE}", marked.replace(" who ", "\nwho "), picture, *others]).encode()


def as_page(encoding: str = "utf-8") -> bytes:
    html = PAGE.format(title=TITLE, body="</p>\n<p>".join(PARAGRAPHS)).replace("utf-8", encoding)
    return html.encode(encoding)


def as_word() -> bytes:
    file = docx.Document()
    file.add_heading(TITLE, level=0)
    for text in PARAGRAPHS:
        paragraph = file.add_paragraph(text[:20])
        paragraph.add_run(text[20:]).bold = True
    file.add_paragraph("The pier on Sunday", style="Caption")
    file.add_table(rows=1, cols=1).cell(0, 0).text = "Fares"
    content = io.BytesIO()
    file.save(content)
    return content.getvalue()


def as_pdf(*, password: str = "", empty: bool = False, justify: bool = False) -> bytes:
    class Paper(FPDF):
        def header(self) -> None:
            self.set_font("DejaVu", size=8)
            self.cell(0, 8, "The Bay Post, 2 May", new_x="LMARGIN", new_y="NEXT")

        def footer(self) -> None:
            self.set_y(-15)
            self.set_font("DejaVu", size=8)
            self.cell(0, 8, str(self.page_no()), align="C")

    paper = FPDF() if empty else Paper(format=(150, 110))
    if not empty:
        paper.add_font("DejaVu", fname=str(FONT))
        paper.set_auto_page_break(True, margin=20)
    paper.add_page()
    if not empty:
        paper.set_font("DejaVu", size=16)
        paper.cell(0, 12, TITLE, new_x="LMARGIN", new_y="NEXT")
        for text in PARAGRAPHS:
            paper.set_font("DejaVu", size=11)
            paper.multi_cell(0, 6, text, align="J" if justify else "L", new_x="LMARGIN", new_y="NEXT")
            paper.ln(4)
    if password:
        paper.set_encryption(owner_password="owner", user_password=password)
    return bytes(paper.output())


FILES = {
    "a.txt": as_text(),
    "a.md": as_markdown(),
    "a.html": as_page(),
    "latin.html": as_page("windows-1252"),
    "a.docx": as_word(),
    "a.pdf": as_pdf(),
    "justified.pdf": as_pdf(justify=True),
}


def card_of(name: str) -> tuple[Document, dict[str, object]]:
    doc = read_bytes(FILES[name], name)
    assert doc.source is not None
    return doc, {field: getattr(doc.source, field) for field in doc.source.__dataclass_fields__}


@pytest.mark.parametrize("name", FILES)
def test_one_article_in_every_format_gives_the_same_paragraphs(name: str) -> None:
    doc = read_bytes(FILES[name], name)
    found = [" ".join(doc.text[start:end].split()) for start, end in doc.paragraphs]
    assert found == [TITLE, *PARAGRAPHS]


@pytest.mark.parametrize("name", FILES)
def test_one_article_in_every_format_gives_the_same_figures(name: str) -> None:
    wanted, found = (measure_all(find_all(read_bytes(FILES[file], file))) for file in ("a.txt", name))
    for table in ("voices", "quotation_share", "tone", "framing", "calls", "loaded"):
        columns = [column for column in wanted[table].columns if column not in ("start", "end")]
        assert found[table][columns].equals(wanted[table][columns]), table


def test_a_page_tells_where_it_comes_from_and_what_was_cut_away() -> None:
    doc, card = card_of("a.html")
    assert card["format"] == "web page"
    assert (card["title"], card["author"], card["outlet"]) == (TITLE, "Cleo Marsh", "The Bay Post")
    assert (card["date"], card["url"]) == ("2024-05-02", "https://news.example/ferry")
    cut = dict(card["cut"])  # type: ignore[call-overload]
    assert (cut["menus"], cut["captions"], cut["footers"]) == (1, 1, 1)
    assert cut["words outside of the article"] > 10
    assert "scripted words" not in doc.text


def test_a_page_in_another_encoding_says_so() -> None:
    doc, card = card_of("latin.html")
    assert card["encoding"] == "windows-1252"
    assert any("windows-1252" in warning for warning in doc.warnings)


def test_a_word_file_counts_what_is_no_paragraph() -> None:
    _, card = card_of("a.docx")
    assert card["format"] == "Word file"
    assert card["title"] == TITLE
    assert dict(card["cut"]) == {"tables": 1, "captions": 1}  # type: ignore[call-overload]


def test_a_pdf_loses_its_running_heads_and_page_numbers() -> None:
    doc, card = card_of("a.pdf")
    n_pages = card["n_pages"]
    assert isinstance(n_pages, int)
    assert n_pages > 1
    cut = dict(card["cut"])  # type: ignore[call-overload]
    assert cut == {"page numbers": n_pages, "running heads and feet": n_pages}
    assert "Bay Post" not in doc.text


def test_markdown_front_matter_fills_the_card() -> None:
    front = '---\ntitle: "Ferries"\nauthor: Ada Brook\n---\n\n'
    data = f"{front}# Other\n\nA *short* text, with `code`.\n\n- one\n- two".encode()
    doc = read_bytes(data, "a.md")
    assert doc.text == "Other\n\nA short text, with code.\n\none\n\ntwo"
    assert doc.source is not None
    assert (doc.source.title, doc.source.author) == ("Ferries", "Ada Brook")


def test_words_that_were_inserted_and_links_stay_and_deleted_ones_go() -> None:
    def change(xml: str) -> str:
        new = '<w:ins w:author="x"><w:r><w:t xml:space="preserve">Boldly. </w:t></w:r></w:ins>'
        old = '<w:del w:author="x"><w:r><w:delText>meekly </w:delText></w:r></w:del>'
        return re.sub(r"(<w:r>\s*<w:t[^>]*>The last)", new + old + r"\1", xml, count=1)

    doc = read_bytes(repack(as_word(), {"word/document.xml": change}), "a.docx")
    assert "Boldly. The last ferry" in doc.text
    assert "meekly" not in doc.text


def repack(data: bytes, changes: dict[str, object]) -> bytes:
    """A packed file with some of its parts changed; a new part is added as it is."""
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            part = old.read(member)
            change = changes.get(member.filename)
            new.writestr(member.filename, change(part.decode()) if callable(change) else part)
        for name, part in changes.items():
            if isinstance(part, bytes):
                new.writestr(name, part)
    return content.getvalue()


def spreadsheet() -> bytes:
    content = io.BytesIO()
    openpyxl.Workbook().save(content)
    return content.getvalue()


def scanned() -> bytes:
    paper = FPDF()
    paper.add_page()
    paper.rect(20, 20, 100, 100, style="F")
    return bytes(paper.output())


BOMB = repack(as_word(), {"word/media/a.bin": b"\0" * 30_000_000})
MENU = "<a href='/a'>News</a> " * 30


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("scan.pdf", scanned(), "has no text layer"),
        ("empty.pdf", as_pdf(empty=True), "has no text layer"),
        ("locked.pdf", as_pdf(password="secret"), "has a password"),
        ("torn.pdf", b"%PDF-1.7\n1 0 obj\n<<", "is damaged or no PDF"),
        ("sheet.docx", spreadsheet(), "is a spreadsheet, not a Word file"),
        (
            "bomb.docx",
            repack(as_word(), {"word/media/a.bin": b"\0" * 30_000_000}),
            "unpacks to 3\\d,\\d{3},\\d{3} bytes",
        ),
        ("torn.docx", as_word()[:2000], "is a damaged packed file"),
        (
            "hollow.docx",
            repack(as_word(), {"word/document.xml": lambda xml: "<w:p"}),
            "is damaged or no Word file",
        ),
        ("menu.html", f"<html><body><nav>{MENU}</nav></body></html>".encode(), "holds no article"),
        ("empty.html", b"<!DOCTYPE html><html><head></head><body></body></html>", "holds no article"),
        (
            "login.html",
            b"<html><body><h1>Sign in</h1><form><input><input type='password'></form></body></html>",
            "is a login page",
        ),
        ("huge.html", b"<html><body>" + b"<p>word word</p>" * 400_000, "more than the 5,000,000 of a page"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value else "",
)
def test_a_file_without_an_article_is_refused_in_one_sentence(name: str, data: bytes, sentence: str) -> None:
    with pytest.raises(ReadingError, match=sentence) as refusal:
        read_bytes(data, name)
    assert str(refusal.value).startswith(name)
    assert "\n" not in str(refusal.value)
    assert not re.search(r"\.$", str(refusal.value))


def test_external_entities_are_never_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words", encoding="utf-8")
    entity = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    page = (
        as_page().decode().replace("<!DOCTYPE html>", entity).replace("The last ferry", "&x; The last ferry")
    )
    assert "secret words" not in read_bytes(page.encode(), "a.html").text

    def attack(xml: str) -> str:
        return xml.replace("?>", f"?>{entity.replace('html', 'w')}", 1).replace(
            ">The last", ">&x;The last", 1
        )

    attacked = repack(as_word(), {"word/document.xml": attack})
    try:
        text = read_bytes(attacked, "a.docx").text
    except ReadingError:
        text = ""
    assert "secret words" not in text


def test_a_page_saved_as_a_single_file_is_read_too() -> None:
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=xyz\r\n\r\n"
    part = b"--xyz\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    doc = read_bytes(head + part + as_page() + b"\r\n--xyz--\r\n", "a.mhtml")
    assert len(doc.paragraphs) == 1 + len(PARAGRAPHS)
