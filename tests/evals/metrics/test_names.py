import pytest

from evals.metrics.names import fold, is_pronoun, same_description, same_name, same_person


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("The Élysée's", ("elysee",)),
        ("Łukasz Żółty", ("lukasz", "zolty")),
        ("Recep Tayyip Erdoğan", ("recep", "tayyip", "erdogan")),
        ("Sa'ar", ("saar",)),
        ("the", ("the",)),
        ("", ()),
    ],
)
def test_names_are_folded(text: str, folded: tuple[str, ...]) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("al-Sisi", "Alsisi", True),
        ("The African Union", "African Union", True),
        ("African Union", "European Union", False),
        ("", "", False),
    ],
)
def test_same_name(left: str, right: str, same: bool) -> None:
    assert same_name(left, right) is same


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Ana Petrović", "Petrovic", True),
        ("Annie Petrovic", "Ana Petrović", True),
        ("Kim Jong-un", "Kim", True),
        ("Omar Reyes Jr.", "Omar Reyes", True),
        ("Omar Reyes", "Omar Ruiz", False),
        ("Omar", "Reyes", False),
        ("", "Reyes", False),
    ],
)
def test_same_person(left: str, right: str, same: bool) -> None:
    assert same_person(left, right) is same
    assert same_person(right, left) is same


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("some of the neighbours", "neighbours", True),
        ("European reaction", "Europe", True),
        ("the Europeans", "Europe", True),
        ("Iran", "Iranian envoys in the region", False),
        ("envoys", "envoys from all over the wide world", True),
        ("old envoys", "envoys from all over the wide world", False),
        ("world", "envoys from all over the wide world", False),
        ("US", "the bus drivers", False),
        ("of the", "in the", False),
    ],
)
def test_same_description(left: str, right: str, same: bool) -> None:
    assert same_description(left, right) is same
    assert same_description(right, left) is same


@pytest.mark.parametrize(
    ("text", "is_one"), [("us", True), ("US", False), ("I", True), ("Iran", False)]
)
def test_pronouns(text: str, is_one: bool) -> None:
    assert is_pronoun(text) is is_one
