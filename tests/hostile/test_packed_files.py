"""Word files, PDFs and pages made to fill the memory, to run for ever, or to open what is not theirs."""

from __future__ import annotations

import io
import zipfile
import zlib

import docx
import pytest

from analysis.text.reading import ReadingError, limits, read_bytes

PARAGRAPH = "She said that the ferry would leave at noon and nobody came back. "
ARTICLE = f"<p>{PARAGRAPH}</p>" * 5


def page(body: str, head: str = "<html>") -> bytes:
    return f"{head}<body>{body}</body></html>".encode()


def read(data: bytes, name: str) -> str:
    """The text; a refusal is told as what it says, and anything else fails the test."""
    try:
        return read_bytes(data, name).text
    except ReadingError as error:
        return f"refused: {error}"


LAUGHS = (
    "<!DOCTYPE html [<!ENTITY a 'ha ha ha ha ha'>"
    + "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><html>"
)


@pytest.mark.parametrize(
    ("data", "beginning"),
    [
        (page(f"<p>&i;</p>{ARTICLE}", LAUGHS), "&i;"),
        (page("<div>" * 50_000 + ARTICLE), "refused: a.html holds no article"),
        (page("<div><p>" * 5_000 + ARTICLE), "refused: a.html holds no article"),
        (page("<blockquote>" * 200 + ARTICLE), "She said"),
        (page(f"<p class='{'a ' * 500_000}'>{PARAGRAPH}</p>{ARTICLE}"), "She said"),
        (page(f"<script>{'x=1;' * 100_000}</script>"), "refused: a.html holds no article"),
        (page("<!--" * 100_000 + ARTICLE), "refused: a.html holds no article"),
        (page("<i>a</i>" * 61_000), "refused: a.html has 61,0"),
    ],
    ids=[
        "laughs", "deep", "unclosed", "nested quotes", "attribute", "only script", "open comments", "elements"
    ],
)  # fmt: skip
def test_a_page_is_read_or_refused(data: bytes, beginning: str) -> None:
    assert read(data, "a.html").startswith(beginning)


def test_nested_quotes_give_their_words_once() -> None:
    assert read(page("<blockquote>" * 200 + ARTICLE), "a.html").count("ferry") == 5


@pytest.mark.parametrize("piece", ["![", "[", "[a](", "**a*", "_a", "&", "`a``", ">", "|a", "- ", "<a "])
def test_markdown_of_one_sign_ends(piece: str) -> None:
    assert read(("Word. " + piece * 5_000).encode(), "a.md").startswith("Word.")


def word(**changes: bytes) -> bytes:
    """A Word file with parts added or changed; two underscores in a name are a slash."""
    file, content = docx.Document(), io.BytesIO()
    file.add_paragraph(PARAGRAPH)
    file.save(content)
    new = {name.replace("__", "/"): part for name, part in changes.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for member in old.namelist():
            if member not in new:
                package.writestr(member, old.read(member))
        for name, part in new.items():
            package.writestr(name, part)
    return out.getvalue()


def test_a_word_file_that_swells_is_refused() -> None:
    assert "unpacks to 3" in read(word(**{"word__a.bin": bytes(30_000_000)}), "a.docx")


def test_a_word_file_with_one_huge_part_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.text.reading.word_file.MAX_XML_BYTES", 1_000)
    assert "unpacks to" in read(word(), "a.docx")


def test_a_word_file_of_very_many_parts_is_refused() -> None:
    parts = {f"word__p{n}.bin": b"a" for n in range(limits.MAX_MEMBERS)}
    assert "unpacks to" in read(word(**parts), "a.docx")


def test_a_path_out_of_the_folder_writes_nothing(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "inside").mkdir()
    monkeypatch.chdir(tmp_path / "inside")
    assert read(word(**{"..__evil.txt": b"evil"}), "a.docx") == PARAGRAPH.strip()
    assert [path.name for path in tmp_path.rglob("*")] == ["inside"]


def test_macros_are_not_run_and_the_file_is_refused() -> None:
    with zipfile.ZipFile(io.BytesIO(word())) as package:
        types = package.read("[Content_Types].xml")
    macro = types.replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert macro != types
    assert "save it again as .docx" in read(word(**{"[Content_Types].xml": macro}), "a.docm")


def test_entities_in_a_word_file_do_not_multiply() -> None:
    with zipfile.ZipFile(io.BytesIO(word())) as package:
        body = package.read("word/document.xml").decode()
    entities = LAUGHS.removesuffix("<html>").replace("html", "w:document")
    body = body.replace("<w:document", f"{entities}<w:document", 1).replace("She said", "&i;")
    assert len(read(word(**{"word__document.xml": body.encode()}), "a.docx")) < 1_000


def pdf(content: bytes, *, n_pages: int = 1, form: bytes = b"null") -> bytes:
    """A PDF of these drawing commands, written by hand."""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (n_pages, b"3 0 R " * n_pages),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        form,
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"xref\n0 7\n0000000000 65535 f \n%strailer<</Size 7/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (table, len(out))
    )


SHOWN = b"BT /F 12 Tf 20 700 Td (Hello ferries.) Tj ET"
FIGURE = (
    b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>"
    b"/Length %d>>stream\n%s\nendstream"
)


@pytest.mark.parametrize(
    ("data", "beginning"),
    [
        (pdf(SHOWN), "Hello ferries."),
        (pdf(SHOWN)[:300], "refused: a.pdf"),
        (pdf(SHOWN, n_pages=100_000), "Hello ferries."),
        (pdf(SHOWN).replace(b"3 0 R ]", b"2 0 R ]"), "Hello ferries."),
        (pdf(b"/X Do", form=FIGURE % (5, b"/X Do")), "refused: a.pdf has no text layer"),
        (pdf(b"BT /F 0 Tf (Hello) Tj ET"), "refused: a.pdf has no text layer"),
        (pdf(b"BT /F 1e300 Tf 1e300 9e999 Td (Hello) Tj ET"), "Hello"),
        (pdf(b"BT /F 1 Tf 0 700 Td (" + b"a" * 100_000 + b") Tj ET"), "aaaa"),
        (
            b"%PDF-1.7\n1 0 obj <</Filter /FlateDecode>> stream\n"
            + zlib.compress(bytes(110_000_000), 1) + b"\nendstream endobj\n",
            "refused: a.pdf unpacks to more than",
        ),
    ],
    ids=[
        "sound", "torn", "one page 100,000 times", "cyclic pages", "cyclic figure", "size 0", "huge numbers",
        "one long word", "swelling",
    ],
)  # fmt: skip
def test_a_pdf_is_read_or_refused(data: bytes, beginning: str) -> None:
    assert read(data, "a.pdf").startswith(beginning)


@pytest.mark.parametrize(
    ("limit", "sentence"),
    [
        ("MAX_PDF_COMMANDS", "draws more than an article"),
        ("MAX_PDF_CHARACTERS", "has more than 5 characters"),
    ],
)
def test_a_pdf_beyond_a_limit_is_refused(limit: str, sentence: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, limit, 5)
    assert sentence in read(pdf(SHOWN), "a.pdf")


SCATTERED = b"".join(b"1 0 0 1 %d %d Tm (ab) Tj " % (i % 4 * 140, 50 + i // 4 * 140) for i in range(20))


def test_a_pdf_page_of_too_many_lines_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PDF_PAGE_LINES", 19)
    assert "a page of more than 19 lines" in read(pdf(b"BT /F 9 Tf " + SCATTERED + b"ET"), "a.pdf")


def test_very_many_blocks_on_a_page_stay_in_the_order_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PDF_PAGE_BLOCKS", 5)
    assert read(pdf(b"BT /F 9 Tf " + SCATTERED + b"ET"), "a.pdf").count("ab") == 20


def test_the_libraries_notes_stay_off_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    for data, name in ((pdf(SHOWN)[:300], "a.pdf"), (page("<p>a</p>"), "a.html")):
        assert read(data, name).startswith("refused")
    assert capfd.readouterr() == ("", "")
