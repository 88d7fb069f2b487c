"""Ships of navies by name: "HMS Argyll", "USS Mason and USS Laboon".

The letters before the name say whose ship it is. A ship acts for its state; taggers often miss it,
and parsers break its name in two.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from dragoman.coding.cast import ActorDraft
from dragoman.coding.mending import mend_name
from dragoman.coding.stretches import printed
from dragoman.world.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from dragoman.coding.scene import Scene

_FILE = "vessel_prefixes.tsv"
_COLUMNS = ("prefix", "country")
_LONGEST = 3
_KIND = "vessel"


@cache
def vessel_prefixes() -> dict[str, str | None]:
    """The table that ships with the package, read once: letters to country, if they tell one.

    Raises:
        DataError: The table is wrong; the message names file and line.
    """
    return read_prefixes(resources.files("dragoman.coding") / "data")


def read_prefixes(folder: Traversable) -> dict[str, str | None]:
    """Read and check the table in a folder.

    Raises:
        DataError: Letters are listed twice.
    """
    found: dict[str, str | None] = {}
    for row in read_table(folder, _FILE, _COLUMNS):
        if row["prefix"] in found:
            raise row.wrong(f"{row['prefix']!r} is listed twice")
        found[row["prefix"]] = row.optional("country")
    return found


def add_vessels(scene: Scene) -> None:
    """Add the ships that an article names; the tree is mended where it breaks a name in two."""
    for start, end in _named(scene):
        mend_name(scene.tree, start, end)
        name = printed(scene.tree, start, end)
        country = vessel_prefixes()[scene.tree.words[start]]
        draft = ActorDraft(name, "organization", country, sectors=("MIL",),
                           key=(_KIND, name.lower()))  # fmt: skip
        scene.cast.add_mention(scene.cast.add_actor(draft), start, end, kind="name")
        scene.take(start, end)


def is_vessel(draft: ActorDraft) -> bool:
    """Whether an actor is a ship by name."""
    return draft.key[:1] == (_KIND,)


def _named(scene: Scene) -> Iterator[tuple[int, int]]:
    """The stretches of tokens that name a ship: the letters and the capitalised words behind."""
    tree = scene.tree
    for token, word in enumerate(tree.words):
        if word not in vessel_prefixes() or scene.hidden[token] or not scene.free(token, token + 1):
            continue
        last = min(tree.sentence(token)[1], token + 1 + _LONGEST)
        end = token + 1
        while end < last and tree.tags[end] == "PROPN" and tree.words[end][:1].isupper():
            end += 1
        if end > token + 1:
            yield token, end
