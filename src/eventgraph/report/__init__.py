"""The graph to read: who acts, who met whom and when, where sources differ, what was left out and why."""

from eventgraph.report.html import write_html
from eventgraph.report.markdown import write_markdown
from eventgraph.report.report import Report, make_report

__all__ = ["Report", "make_report", "write_html", "write_markdown"]
