"""Meetings, calls and letters by date; and what is planned, possible or denied, kept apart from them."""

from __future__ import annotations

from eventgraph.report.section import Section
from eventgraph.report.told import Event, Told

UNSURE = ("planned", "possible", "negated")
LINES = 500  # at most in a section


def contacts(told: Told) -> Section:
    """Who met, called and wrote to whom, as stated facts."""
    found = [told.line(event) for event in told.where(lambda one: told.is_contact(one) and not one.mark)]
    return Section(
        "Meetings, calls and letters by date", "Stated as facts; those without a date come last.",
        tuple(found[:LINES]), rest(len(found)),
    )  # fmt: skip


def unsure(told: Told) -> Section:
    """What the articles say will be, may be, or did not happen."""

    def wanted(event: Event) -> bool:
        return event.mark in UNSURE

    found = [told.line(event) for event in told.where(wanted)]
    about = "What the articles call planned, possible, or denied. None of it is a fact of the graph."
    return Section("Planned, possible, denied", about, tuple(found[:LINES]), rest(len(found)))


def rest(count: int) -> str:
    """What is said where there are too many lines."""
    return f"{count - LINES:,} more are in the graph." if count > LINES else ""
