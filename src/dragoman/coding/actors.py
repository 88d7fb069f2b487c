"""The stages that make the cast of an article, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.authors import link_authors
from dragoman.coding.homes import add_states, settle_homes
from dragoman.coding.mending import mend_clauses
from dragoman.coding.nominals import add_titles
from dragoman.coding.persons import add_persons
from dragoman.coding.references import add_references
from dragoman.coding.scene import Scene
from dragoman.coding.sectors import add_sectors
from dragoman.coding.sides import add_sides
from dragoman.coding.titles import find_titles
from dragoman.coding.tree import tree_of
from dragoman.coding.vessels import add_vessels

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.coding.cast import Cast
    from dragoman.world import World


def build_cast(doc: Doc, world: World) -> Cast:
    """Find all actors of an article and every mention of them.

    The tree is mended first. Ships come first, since their names look like those of persons;
    then names of persons, with their titles; then titles that stand alone; then states, bodies
    and organisations; then other nouns, groups and pronouns, which may refer to the rest.
    Countries of offices and sectors that no word tells follow; those in whose name the whole
    text speaks, if it does, come last.

    Args:
        doc: A parsed Doc with named entities and ``doc._.article``.
        world: What is known before reading.

    Returns:
        The cast; a builder until :meth:`~dragoman.coding.cast.Cast.finish`.
    """
    mend_clauses(tree_of(doc))
    scene = Scene(doc, world)
    add_vessels(scene)
    titles = find_titles(scene)
    portraits, alone = add_persons(scene, titles)
    add_titles(scene, alone, portraits)
    add_sides(scene)
    add_references(scene)
    settle_homes(scene, titles)
    add_states(scene)
    add_sectors(scene)
    link_authors(scene.tree, scene.cast)
    return scene.cast
