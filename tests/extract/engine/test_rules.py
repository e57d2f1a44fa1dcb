"""Rules in YAML: what is read, and that every mistake is named with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventgraph.errors import PatternError
from eventgraph.extract.engine.rule import Rule
from eventgraph.extract.engine.rules import load_rules, own_files, rule_files

GOOD = """\
claim: sanction
arguments: {who: one, whom: many}
attributes: [modality, kind]
default: {require: [who, whom], set: {kind: any}}
rules:
  sanctioned:
    about: Ruritania sanctioned two banks.
    trigger: {lemma: [Sanction, blacklist], pos: VERB}
    who: logical_subject
    whom: logical_object
    unless: {object: [law], prep(in): any}
    set: {kind: listed}
    flags: [formal]
"""


def read(tmp_path: Path, text: str) -> tuple[Rule, ...]:
    path = tmp_path / "sanction.yml"
    path.write_text(text, encoding="utf-8")
    return load_rules((path,))


def test_a_rule_is_read(tmp_path: Path) -> None:
    (rule,) = read(tmp_path, GOOD)
    assert (rule.id, rule.required, rule.attributes) == (
        "sanction/sanctioned",
        ("who", "whom"),
        {"kind": "listed"},
    )
    assert rule.trigger.lemma == {"sanction", "blacklist"} and rule.trigger.pos == {"VERB"}
    assert rule.type.arguments == {"who": "one", "whom": "many"} and rule.flags == {"formal"}
    assert [test.text for test in rule.exclusions] == ["object", "prep(in)"]
    assert rule.source.endswith("sanction.yml:6")


@pytest.mark.parametrize(
    ("old", "new", "line", "complaint"),
    [
        ("about:", "abuot:", 7, "unknown key 'abuot'; use about,"),
        ("logical_object", "logical_objekt", 10, "no step 'logical_objekt'"),
        ("kind: listed", "knd: listed", 12, "unknown key 'knd'"),
        ("pos: VERB", "posi: VERB", 8, "unknown key 'posi'"),
        ("lemma: [Sanction, blacklist], ", "", 8, "needs a 'lemma' or a 'lexicon'"),
        ("lemma: [Sanction", "lexicon: nowhere.at.all, lemma: [Sanction", 8, "no lexicon"),
        ("require: [who", "require: [place", 4, "'place' is required but has no path"),
        ("arguments: {who: one", "arguments: {who: two", 2, "'one' entity or 'many'"),
        ("claim: sanction", "claim: communication", 2, "built in"),
        ("arguments: {who: one, whom: many}\n", "", 1, "no claim type 'sanction'"),
        ("unless: {object: [law]", "unless: {object: [law], object: any", 11, "twice"),
        ("rules:", "rules: [", 7, "no YAML"),
    ],
)
def test_a_mistake_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, complaint: str
) -> None:
    with pytest.raises(PatternError, match=rf"sanction\.yml:{line}: .*{complaint}"):
        read(tmp_path, GOOD.replace(old, new, 1))


def test_a_later_rule_of_the_same_name_replaces_the_earlier(tmp_path: Path) -> None:
    paths = [tmp_path / "a.yml", tmp_path / "b.yml"]
    for path, lemma in zip(paths, ("ban", "bar"), strict=True):
        path.write_text(GOOD.replace("[Sanction, blacklist]", lemma), encoding="utf-8")
    (rule,) = load_rules(paths)
    assert rule.trigger.lemma == {"bar"}


def test_two_files_must_agree_on_a_type(tmp_path: Path) -> None:
    paths = [tmp_path / "a.yml", tmp_path / "b.yml"]
    paths[0].write_text(GOOD, encoding="utf-8")
    paths[1].write_text(GOOD.replace("whom: many", "whom: one"), encoding="utf-8")
    with pytest.raises(PatternError, match=r"b\.yml:6: 'sanction' has other arguments in .*a\.yml"):
        load_rules(paths)


def test_a_folder_without_rules_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(PatternError, match=r"no \*\.yml file there"):
        rule_files(tmp_path)


def install(folder: Path, module: str, target: str) -> None:
    """What pip leaves of a package of rules in a folder of sys.path."""
    (folder / f"{module}-1.dist-info").mkdir(parents=True)
    (folder / f"{module}-1.dist-info" / "METADATA").write_text(f"Name: {module}\nVersion: 1\n")
    (folder / f"{module}-1.dist-info" / "entry_points.txt").write_text(
        f"[eventgraph.extractors]\n{module} = {target}\n"
    )
    (folder / module).mkdir()
    (folder / module / "__init__.py").touch()
    (folder / module / "sanction.yml").write_text(GOOD, encoding="utf-8")


def test_rules_of_an_installed_package_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, "rules_of_sanctions", "rules_of_sanctions")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert own_files() == [tmp_path / "rules_of_sanctions" / "sanction.yml"]
    assert rule_files()[-1:] == own_files()


def test_a_package_that_cannot_be_loaded_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, "lost_rules", "nowhere_at_all")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(PatternError, match=r"entry point 'lost_rules' .* can't be loaded"):
        own_files()
