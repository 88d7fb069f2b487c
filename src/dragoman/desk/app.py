"""The desk as an application: its routes, its handlers and what stands before them."""

from __future__ import annotations

from fastapi import APIRouter, Depends, FastAPI
from starlette.middleware.gzip import GZipMiddleware

from dragoman import __version__
from dragoman.desk import assets, errors
from dragoman.desk.accounts import forgery, opening
from dragoman.desk.api import routes
from dragoman.desk.api.metrics import Measured, Metrics
from dragoman.desk.context import Desk
from dragoman.desk.heads import AnsweredHeads
from dragoman.desk.pages import (
    actor,
    actors,
    adding,
    alerts,
    article,
    articles,
    brief,
    brief_editing,
    briefs,
    comparison,
    contacts,
    crises,
    crisis,
    days,
    editing,
    exports,
    fact,
    giving,
    guide,
    identities,
    judging,
    outreach,
    pointing,
    review,
    sources,
    standings,
    statements,
    themes,
    timeline,
    words,
    workload,
)
from dragoman.desk.pages.accounts import router as accounts_router
from dragoman.desk.pages.elsewhere import router as elsewhere_router
from dragoman.desk.pages.settings import router as settings_router
from dragoman.desk.pages.signing import router as signing_router
from dragoman.desk.safety import installing
from dragoman.desk.serving import BuiltFiles
from dragoman.settings import Settings
from dragoman.store import Store

PAGES: tuple[APIRouter, ...] = (
    actor.router,
    actors.router,
    adding.router,
    alerts.router,
    giving.router,  # ahead of article, whose last part of a path is any id
    article.router,
    articles.router,
    brief.router,
    brief_editing.router,
    briefs.router,
    comparison.router,
    contacts.router,
    crises.router,
    crisis.router,
    days.router,
    editing.router,
    exports.router,
    fact.router,
    guide.router,
    identities.router,
    judging.router,
    outreach.router,
    pointing.router,
    workload.router,  # ahead of review, whose last part of a path is any id
    review.router,
    sources.router,
    standings.router,
    statements.router,
    themes.router,
    timeline.router,
    words.router,
)
"""The routes of all pages; a new page adds its router here, and its line to the menu."""

SELF: tuple[APIRouter, ...] = (
    signing_router,
    elsewhere_router,
    settings_router,
    accounts_router,
)
"""The pages on whoever is at the desk: in no menu."""

_LEAST_TO_COMPRESS = 600


def create_app(
    store: Store, *, settings: Settings | None = None, built: assets.Assets | None = None
) -> FastAPI:
    """Return the desk on a store.

    Args:
        store: The ledger; whoever opened it closes it.
        settings: By default what the environment says.
        built: The front end; by default the one in the package.

    Raises:
        DeskError: The front end is not built.
    """
    settings = Settings.load() if settings is None else settings
    app = FastAPI(
        title="Dragoman",
        version=__version__,
        description=routes.ABOUT,
        openapi_url=routes.DESCRIPTION,
        openapi_tags=routes.TAGS,
        docs_url=None,
        redoc_url=None,
        dependencies=[Depends(forgery.guard)],
    )
    app.state.desk = Desk(
        store=store,
        settings=settings,
        assets=assets.Assets.load() if built is None else built,
        visiting=opening.visit,
    )
    errors.install(app)
    installing.install(app, store, settings)
    app.add_middleware(GZipMiddleware, minimum_size=_LEAST_TO_COMPRESS)
    app.state.metrics = Metrics()
    app.add_middleware(Measured, metrics=app.state.metrics)
    app.add_middleware(AnsweredHeads)
    for router in routes.ROUTERS:
        app.include_router(router)
    for router in (*PAGES, *SELF):
        app.include_router(router, include_in_schema=False)
    app.mount(assets.MOUNT, BuiltFiles(directory=assets.STATIC), name="static")
    return app
