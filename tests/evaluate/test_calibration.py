"""Confidence is counted, drawn towards its type, and its error measured on articles left out."""

from eventgraph.evaluate.calibration import Outcome, calibration_error, cross_validated, fit, reliability


def many(article: str, rule: str, right: int, wrong: int, linked: bool = False) -> list[Outcome]:
    return [Outcome(article, "role", rule, linked, i < right) for i in range(right + wrong)]


def test_a_rule_with_few_claims_is_drawn_to_its_type() -> None:
    table = fit([*many("a", "role/good", 90, 10), *many("a", "role/rare", 0, 1)])
    assert 0.85 < table["rules"]["role/good"] < 0.92
    assert 0.6 < table["rules"]["role/rare"] < table["types"]["role"]


def test_linked_claims_have_odds_of_their_own() -> None:
    table = fit([*many("a", "role/x", 90, 10), *many("a", "role/x", 50, 50, linked=True)])
    assert table["linked"] < 0.2


def test_error_is_small_where_articles_agree_and_large_where_they_do_not() -> None:
    alike = [o for name in "abcde" for o in many(name, "role/x", 8, 2)]
    apart = [*many("a", "role/x", 40, 0), *many("b", "role/x", 0, 40)]
    assert calibration_error(reliability(cross_validated(alike))) < 0.05
    assert calibration_error(reliability(cross_validated(apart))) > 0.5
