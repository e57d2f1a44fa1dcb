"""Files of each format, made by programs that are not ours."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.parquet as pq
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

WIDTH, HEIGHT = A4
MADE = "2021-05-12T23:30:00Z"


def make_parquet(**columns: Sequence[object] | pa.Array) -> bytes:
    """Made by pyarrow."""
    buffer = io.BytesIO()
    pq.write_table(pa.table(columns), buffer)
    return buffer.getvalue()


def make_page(text: str, more: str = "") -> bytes:
    """A page that says nothing of itself but `more`."""
    article = f"<article><p>{text}</p></article>"
    return f"<!doctype html><html><head>{more}</head><body>{article}</body></html>".encode()


def make_warc(
    *pages: bytes, gzip: bool = True, kind: str = "text/html; charset=utf-8", status: str = "200 OK"
) -> bytes:
    """Made by warcio: answers of example.org, after the record of the crawl that comes first."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=gzip)
    writer.write_record(writer.create_warcinfo_record("crawl.warc.gz", {"software": "tests"}))
    for number, page in enumerate(pages, 1):
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            f"https://example.org/{number}",
            "response",
            payload=io.BytesIO(page),
            length=len(page),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": MADE},
        )
        writer.write_record(record)
    return buffer.getvalue()


def make_columns(headline: str, *paragraphs: str) -> bytes:
    """Made by ReportLab: two columns, the paper's name above and the page's number below."""
    buffer, styles = io.BytesIO(), getSampleStyleSheet()
    document = BaseDocTemplate(buffer, pagesize=A4, title="Talks in Oslo", author="Jane Doe; John Roe")

    def furnish(canvas: Canvas, _: object) -> None:
        canvas.drawString(60, HEIGHT - 30, "THE DAILY")
        canvas.drawString(300, 20, f"Page {canvas.getPageNumber()}")

    columns = [Frame(x, 60, 240, HEIGHT - 120, id=str(x)) for x in (40, 300)]
    document.addPageTemplates(PageTemplate(frames=columns, onPage=furnish))
    document.build(
        [Paragraph(headline, styles["Title"]), *(Paragraph(p, styles["BodyText"]) for p in paragraphs)]
    )
    return buffer.getvalue()


def make_lines(*lines: str, password: str = "", owner: str = "") -> bytes:
    """Made by ReportLab: one page, its lines as they are; encrypted if there is a password."""
    buffer = io.BytesIO()
    locked = StandardEncryption(password, owner or password) if password or owner else None
    canvas = Canvas(buffer, encrypt=locked)
    for number, line in enumerate(lines):
        canvas.drawString(60, HEIGHT - 60 - 14 * number, line)
    canvas.save()
    return buffer.getvalue()


def make_scan() -> bytes:
    """Made by ReportLab: a page that is a picture."""
    from PIL import Image

    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.drawImage(ImageReader(Image.new("L", (100, 140), 200)), 0, 0, WIDTH, HEIGHT)
    canvas.save()
    return buffer.getvalue()
