"""The report as one HTML page."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader

from eventgraph.report.section import Report
from eventgraph.view.page import digest


def write_html(report: Report) -> str:
    """Self-contained, without a script; to be written as UTF-8 once lone surrogates are replaced."""
    environment = Environment(loader=PackageLoader("eventgraph", "report"), autoescape=True, trim_blocks=True)
    environment.filters["digest"] = digest
    text = environment.get_template("report.html").render(report=report)
    return text.encode("utf-8", "replace").decode()
