import io
import zipfile

import pytest
from docx import Document
from docx.oxml import OxmlElement
from pypdf import PdfReader, PdfWriter

from factcheck.articles.formats.incoming import ImportRefused, NotAnArticle
from factcheck.articles.formats.pages import text_and_pages
from factcheck.articles.intake.batches import import_file
from factcheck.articles.models import Article
from tests.articles.formats.reading_files import rows_of

FIRST_PAGE = [
    "The lock at Brennow will stay closed until further notice, the canal",
    "board said on Tuesday. Divers are looking at its lower gate.",
    "",
    "The board denied that a barge had struck the gate, and said that the",
    "gate had been",
    "1",
]
SECOND_PAGE = ["weak since the spring.", "", "Boats can go round by Ostrin.", "Page 2 of 2"]
TEXT = (
    "The lock at Brennow will stay closed until further notice, the canal board said on Tuesday. Divers are looking at "
    "its lower gate.\n\nThe board denied that a barge had struck the gate, and said that the gate had been weak since "
    "the spring.\n\nBoats can go round by Ostrin."
)


def pdf(*pages):
    """A PDF document whose pages hold these lines."""
    streams = [_stream(lines) for lines in pages]
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    for at, stream in enumerate(streams):
        resources = "/Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 612 792]"
        objects.append(f"<< /Type /Page /Parent 2 0 R {resources} /Contents {5 + 2 * at} 0 R >>")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    return _file(objects)


def _stream(lines):
    shown = [f"1 0 0 1 50 {740 - 14 * at} Tm ({line}) Tj" for at, line in enumerate(lines) if line]
    return "BT /F1 10 Tf\n" + "\n".join(shown) + "\nET"


def _file(objects):
    out, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return f"{out}xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode()


def docx(fill):
    document, out = Document(), io.BytesIO()
    fill(document)
    document.save(out)
    return out.getvalue()


def changed(paragraph, tag, words, *, text="w:t"):
    """Words that are inserted or deleted in a paragraph, and tracked."""
    change, run, inside = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text)
    inside.text = words
    run.append(inside)
    change.append(run)
    paragraph._p.append(change)


def encrypted(content):
    writer, out = PdfWriter(PdfReader(io.BytesIO(content))), io.BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def test_a_pdf_document_gives_its_paragraphs_across_lines_and_pages(tmp_path):
    [row] = rows_of(tmp_path, "release.pdf", pdf(FIRST_PAGE, SECOND_PAGE))

    assert row.received == TEXT
    assert [row.received[start:][:8] for start in row.pages] == ["The lock", "weak sin"]


@pytest.mark.django_db
def test_an_article_out_of_a_pdf_document_tells_on_which_page_a_part_stands(tmp_path):
    path = tmp_path / "release.pdf"
    path.write_bytes(pdf(FIRST_PAGE, SECOND_PAGE))

    import_file(path, actor=None)

    article = Article.objects.get()
    pages = [finding for finding in article.findings if finding["what"] == "page"]
    assert [page["value"] for page in pages] == ["1", "2"]
    assert pages[1]["because"].startswith("of the document's 2; it begins “weak since the spring.")
    assert article.received[pages[1]["start"] : pages[1]["end"]].startswith("weak since the spring.")


def test_a_word_document_gives_its_paragraphs_tables_and_inserted_words(tmp_path):
    def fill(document):
        paragraph = document.add_paragraph("The lock will ")
        changed(paragraph, "w:del", "open", text="w:delText")
        changed(paragraph, "w:ins", "stay closed.")
        document.add_table(1, 1).cell(0, 0).text = "Boats: 41"
        document.add_paragraph("The board denied it.").runs[0]._r.insert(0, OxmlElement("w:lastRenderedPageBreak"))

    [row] = rows_of(tmp_path, "statement.docx", docx(fill))

    assert row.received == "The lock will stay closed.\n\nBoats: 41\n\nThe board denied it."
    assert [row.received[start:][:9] for start in row.pages] == ["The lock ", "The board"]


def test_a_word_documents_text_box_is_read_after_its_paragraph(tmp_path):
    def fill(document):
        paragraph = document.add_paragraph("Before.")
        box, inside = OxmlElement("w:txbxContent"), OxmlElement("w:p")
        run, words = OxmlElement("w:r"), OxmlElement("w:t")
        words.text = "In the box."
        run.append(words)
        inside.append(run)
        box.append(inside)
        paragraph.runs[0]._r.append(box)

    [row] = rows_of(tmp_path, "statement.docx", docx(fill))

    assert row.received == "Before.\n\nIn the box."


def swollen():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 30_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("scan.pdf", pdf([]), "Its 1 pages hold no text, only pictures of it."),
        ("secret.pdf", encrypted(pdf(FIRST_PAGE)), "It is encrypted with a password."),
        ("broken.pdf", b"%PDF-1.4\nrubbish", "It is a broken PDF document"),
        ("bomb.pdf", pdf(["The lock is shut. " * 300_000]), "A page of it is drawn by more than 5 MB of strokes."),
        ("cut.pdf", pdf(FIRST_PAGE)[:300], "It is a broken PDF document"),
        ("empty.docx", docx(lambda document: None), "The document has no text."),
        ("broken.docx", b"PK\x03\x04rubbish", "It is a broken Word document"),
        ("bomb.docx", swollen(), "would swell"),
    ],
)
def test_a_document_without_text_or_that_is_broken_is_refused_in_a_sentence(name, content, sentence, tmp_path):
    [refusal] = rows_of(tmp_path, name, content)

    assert isinstance(refusal, ImportRefused)
    assert sentence in str(refusal)


def test_a_scan_holds_up_no_other_file_of_an_archive(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("scan.pdf", pdf([]))
        archive.writestr("release.pdf", pdf(FIRST_PAGE, SECOND_PAGE))

    refusal, row = rows_of(tmp_path, "files.zip", out.getvalue())

    assert isinstance(refusal, NotAnArticle)
    assert (row.file, row.received) == ("release.pdf", TEXT)


def test_pages_join_where_a_sentence_goes_on_and_part_where_none_does():
    assert text_and_pages([["A b"], [], ["c d.", "E."], ["F."]]) == ("A b c d.\n\nE.\n\nF.", (0, 3, 4, 14))
