"""Every address of the desk, in one place; templates call these, and no template writes one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from urllib.parse import quote, urlencode, urlsplit

from dragoman.desk.filters import Filters

NOTHING = Filters()

Pairs = Iterable[tuple[str, str]]
"""Names and values of a query."""


def crises(**more: object) -> str:
    """The list of crises, where one comes in."""
    return _with("/", NOTHING, **more)


def crisis(identity: str, filters: Filters = NOTHING, **more: object) -> str:
    """One crisis."""
    return _with(f"/crises/{_part(identity)}", filters.but(crisis=None), **more)


def overview(filters: Filters = NOTHING) -> str:
    """The crisis of the filters, or the list where they name none."""
    return crisis(filters.crisis, filters) if filters.crisis else crises()


def edit_crisis(identity: str, deed: str) -> str:
    """Where a form sends what is to become of a crisis: ``name``, ``merge``, ``split``, ``pin``."""
    return f"/crises/{_part(identity)}/{_part(deed)}"


def undo() -> str:
    """Where a form sends a judgement on stories or crises that is to be taken back."""
    return "/undo"


def theme() -> str:
    """Where a form sends the theme that is wanted."""
    return "/theme"


def days(filters: Filters = NOTHING) -> str:
    """How many facts there are on which day, for the time brush of the filters."""
    return _with("/days", filters)


def timeline(filters: Filters = NOTHING, **more: object) -> str:
    """What was on which day."""
    return _with("/timeline", filters, **more)


def standings(filters: Filters = NOTHING, **more: object) -> str:
    """Who stands where."""
    return _with("/standings", filters, **more)


def outreach(filters: Filters = NOTHING, **more: object) -> str:
    """Who contacted whom."""
    return _with("/outreach", filters, **more)


def contacts(filters: Filters = NOTHING, **more: object) -> str:
    """Some contacts with their words: of one, of two, by a channel, by what became of them."""
    return _with("/outreach/contacts", filters, **more)


def statements(filters: Filters = NOTHING, **more: object) -> str:
    """Who said what."""
    return _with("/statements", filters, **more)


def articles(filters: Filters = NOTHING, **more: object) -> str:
    """The articles."""
    return _with("/articles", filters, **more)


def new_article() -> str:
    """Where an article is pasted, uploaded or given by its URL."""
    return "/articles/new"


def article(identity: str, *, fact: str | None = None, **more: object) -> str:
    """One article; with a fact, its words are highlighted."""
    query = {name: value for name, value in {"fact": fact, **more}.items() if value is not None}
    return f"/articles/{_part(identity)}{'?' if query else ''}{urlencode(query)}" + (
        "#words" if fact is not None else ""
    )


def add_fact(identity: str, **more: object) -> str:
    """Adding a fact to an article by its words."""
    return _with(f"/articles/{_part(identity)}/add", NOTHING, **more)


def point(identity: str, **more: object) -> str:
    """Saying which words of an article a fact rests on."""
    return _with(f"/articles/{_part(identity)}/point", NOTHING, **more)


def compare(one: str, other: str) -> str:
    """Two versions or near-copies of an article, side by side."""
    return f"/articles/{_part(one)}/compare/{_part(other)}"


def give(way: str) -> str:
    """Where a form sends what is to be read: ``paste``, ``upload``, ``address``."""
    return f"/articles/new/{_part(way)}"


def job(number: int, **more: object) -> str:
    """How far the reading of what was given has come."""
    return _with(f"/articles/new/{number}", NOTHING, **more)


def job_again(number: int) -> str:
    """Where a form sends that what was given up is to be tried again."""
    return f"/articles/new/{number}/again"


def entry(identity: str) -> str:
    """One fact of the ledger, with all its reports."""
    return f"/facts/{_part(identity)}"


def words(identities: Iterable[str]) -> str:
    """Some facts of the ledger with the words they rest on."""
    return f"/words?{urlencode([('entry', each) for each in identities])}"


def actors(filters: Filters = NOTHING, **more: object) -> str:
    """Persons, states and bodies."""
    return _with("/actors", filters, **more)


def actor(identity: str, filters: Filters = NOTHING, **more: object) -> str:
    """One person, state or body, by id or code."""
    return _with(f"/actors/{_part(identity)}", filters, **more)


def edit_actor(identity: str, deed: str) -> str:
    """Where a form says who is who: ``merge``, ``split``."""
    return f"/actors/{_part(identity)}/{_part(deed)}"


def undo_identity() -> str:
    """Where a form sends a judgement on who is who that is to be taken back."""
    return "/actors/undo"


def review(filters: Filters = NOTHING, **more: object) -> str:
    """The queue of what is to be reviewed."""
    return _with("/review", filters, **more)


def review_of(identity: str, filters: Filters = NOTHING, **more: object) -> str:
    """One fact to be reviewed."""
    return _with(f"/review/{_part(identity)}", filters, **more)


def review_undo(filters: Filters = NOTHING) -> str:
    """Where a form sends judgements on facts that are to be taken back."""
    return _with("/review/undo", filters)


def workload(filters: Filters = NOTHING) -> str:
    """Who reviewed how much, and how far they agree."""
    return _with("/review/work", filters)


def brief(filters: Filters = NOTHING, **more: object) -> str:
    """Making a brief."""
    return _with("/brief", filters, **more)


def brief_document(form: str, filters: Filters = NOTHING, more: Pairs = ()) -> str:
    """A brief that is not saved, as ``markdown``, ``html`` or ``pdf``."""
    return _with_pairs(f"/brief/document/{_part(form)}", (*filters.pairs(), *more))


def wished_brief(filters: Filters = NOTHING, more: Pairs = ()) -> str:
    """Making a brief, with what it is asked for as names and values."""
    return _with_pairs("/brief", (*filters.pairs(), *more))


def briefs(**more: object) -> str:
    """The briefs that are saved."""
    return _with("/briefs", NOTHING, **more)


def save_brief(filters: Filters = NOTHING, more: Pairs = ()) -> str:
    """Where a form sends a brief to be saved."""
    return _with_pairs("/briefs", (*filters.pairs(), *more))


def saved_brief(identity: int | str, *, line: int | None = None, **more: object) -> str:
    """A brief that was saved; with a line, at that line."""
    place = f"#line-{line}" if line is not None else ""
    return _with(f"/briefs/{_part(str(identity))}", NOTHING, **more) + place


def saved_document(identity: int, form: str, **more: object) -> str:
    """A saved brief as ``markdown``, ``html`` or ``pdf``."""
    return _with(f"/briefs/{identity}/document/{_part(form)}", NOTHING, **more)


def compare_versions(identity: int, **more: object) -> str:
    """Two versions of a saved brief, side by side."""
    return _with(f"/briefs/{identity}/compare", NOTHING, **more)


def edit_brief(identity: int, deed: str) -> str:
    """Where a form sends what is to become of a saved brief: ``reword``, ``restore`` and more."""
    return f"/briefs/{identity}/{_part(deed)}"


def exports(filters: Filters = NOTHING, **more: object) -> str:
    """What can be taken along, and in which forms."""
    return _with("/exports", filters, **more)


def sources(**more: object) -> str:
    """Where articles come from, and whether they do."""
    return _with("/sources", NOTHING, **more)


def sources_deed(deed: str) -> str:
    """Where a form says what is to be done about sources: ``retry``."""
    return f"/sources/{_part(deed)}"


def alerts(**more: object) -> str:
    """Questions that are asked again and again."""
    return _with("/alerts", NOTHING, **more)


def alerts_deed(deed: str) -> str:
    """Where a form says what is to be done about questions: ``add``, ``remove``, ``look``."""
    return f"/alerts/{_part(deed)}"


def settings() -> str:
    """One's own settings, and those of the desk."""
    return "/settings"


def settings_deed(deed: str) -> str:
    """Where a form of one's own settings sends: ``password``, ``sessions``, ``tokens``."""
    return f"/settings/{_part(deed)}"


def accounts(**more: object) -> str:
    """Who may use the desk."""
    return _with("/settings/accounts", NOTHING, **more)


def accounts_deed(deed: str) -> str:
    """Where a form on accounts sends: ``add``, ``role``, ``password`` and more."""
    return f"/settings/accounts/{_part(deed)}"


def trail(**more: object) -> str:
    """What was done, when and by whom."""
    return _with("/settings/trail", NOTHING, **more)


def help_page(section: str | None = None) -> str:
    """How to use the desk, and the codebook."""
    return f"/help{'#' if section else ''}{_part(section or '')}"


def sign_in(then: str | None = None) -> str:
    """Where one signs in; ``then`` is where it goes from there."""
    return "/sign-in" + (f"?{urlencode({'then': safe(then)})}" if then else "")


def sign_in_elsewhere(then: str | None = None) -> str:
    """Where signing in by the provider of OpenID Connect begins."""
    return "/sign-in/elsewhere" + (f"?{urlencode({'then': safe(then)})}" if then else "")


def signed_in_elsewhere() -> str:
    """Where the provider of OpenID Connect sends a browser back to."""
    return "/sign-in/back"


def sign_out() -> str:
    """Where a form signs out."""
    return "/sign-out"


def api(path: str, filters: Filters = NOTHING, **more: object) -> str:
    """An address of the API, by its path below ``/api/v1``."""
    return _with(f"/api/v1/{path.lstrip('/')}", filters, **more)


def safe(then: str | None) -> str:
    r"""Return an address to go on to if it is one of this desk, else the first page.

    A browser takes ``//host``, ``/\host`` and addresses with control signs for other sites'.
    """
    if then is None or not then.startswith("/") or "\\" in then:
        return crises()
    if any(ord(each) <= 32 or ord(each) == 127 for each in then):
        return crises()
    try:
        parts = urlsplit(then)
    except ValueError:
        return crises()
    return crises() if then.startswith("//") or parts.scheme or parts.netloc else then


def _part(text: str) -> str:
    return quote(text, safe="")


def _with(path: str, filters: Filters, **more: object) -> str:
    told = {name: _plain(value) for name, value in more.items()}
    query = filters.query(**told)
    return f"{path}?{query}" if query else path


def _with_pairs(path: str, pairs: Pairs) -> str:
    query = urlencode(list(pairs))
    return f"{path}?{query}" if query else path


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
