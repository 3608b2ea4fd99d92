"""The answers of the desk: each address under ``/api/`` is one question of the page, answered as JSON."""

import mimetypes
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from generator.charts import chart_styles, dark_chart_styles, role_styles
from generator.desk.allowed_files import NotAllowedError
from generator.desk.comparing import Comparison
from generator.desk.drawing import PageMaker, told_chart, told_page
from generator.desk.files import ChangedMeanwhileError, FileText, read_text, save_texts, version_of
from generator.desk.lighter_files import APP
from generator.desk.making import (
    Accepting,
    Approving,
    BrokenError,
    NewEdition,
    NewKnowledge,
    NewPath,
    NewProcedure,
    Renaming,
    made,
    told_broken,
)
from generator.desk.page_files import PageFiles
from generator.desk.previews import Previews
from generator.desk.proposing import Proposal, propose
from generator.desk.refusals import Refusal, refused
from generator.desk.schemas import describe_forms
from generator.desk.session import Session
from generator.desk.telling import Json, told_catalogues, told_problems, told_project
from generator.diagnostics import tell_unexpected
from generator.words import DEFAULT, speaking

Body = TypeVar("Body")
SiteShower = Callable[[Path, str | None], str]
"""Shows the whole site of an edition on this machine, and gives its address."""
_JSON = "application/json"
_SCRIPT, _SUFFIXES = "text/javascript", (".js", ".mjs")


@dataclass(frozen=True, slots=True)
class Saved:
    """A text to be saved, and the version that it was made of; None for a new file."""

    path: str
    text: str
    version: str | None = None


@dataclass(frozen=True, slots=True)
class Drafted:
    """Drafts, and of what is asked with them over the project."""

    files: dict[str, str | None] = field(default_factory=dict)
    edition: str | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """Drafts that are compared with what was before, and the only files to look at; None for all."""

    files: dict[str, str | None] = field(default_factory=dict)
    edition: str | None = None
    paths: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """Drafts, and the procedure that is to be shown."""

    edition: str
    procedure: str
    files: dict[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Site:
    """The edition whose whole site is to be shown; None for the main one."""

    edition: str | None = None


_NEW = {"procedure": NewProcedure, "knowledge": NewKnowledge, "path": NewPath, "edition": NewEdition}


def desk_app(
    session: Session, make_page: PageMaker, show_site: SiteShower, fonts: Path | None = None
) -> Starlette:
    """The application that answers the page; who may ask is looked at before, see `generator.desk.gate`.

    Args:
        session: the project.
        make_page: makes the page that readers will see.
        show_site: shows the whole site.
        fonts: the folder of the letters that the page is set in; by default those of the machine are taken.
    """
    for suffix in _SUFFIXES:
        mimetypes.add_type(_SCRIPT, suffix)  # some machines take scripts for plain text
    comparison = Comparison(session)
    previews = Previews()
    asked: dict[str, Callable[..., Json]] = {
        "check": _with(Drafted, lambda body: {"problems": told_problems(session, body.files, body.edition)}),
        "catalogues": _with(Drafted, lambda body: told_catalogues(session, body.files)),
        "chart": _with(Shown, lambda body: told_chart(session, body.files, body.edition, body.procedure)),
        "page": _with(
            Shown,
            lambda body: previews.kept(
                told_page(session, body.files, body.edition, body.procedure, make_page)
            ),
        ),
        "changes": _with(Compared, lambda body: comparison.told(body.files, body.edition, body.paths)),
        "new": lambda content: made(session, _new(content)),
        "rename": _with(Renaming, partial(made, session)),
        "accept": _with(Accepting, partial(made, session)),
        "approve": _with(Approving, partial(made, session)),
        "propose": _with(Proposal, partial(propose, session)),
        "site": _with(Site, lambda body: {"address": show_site(session.root, body.edition)}),
    }
    routes = [Route(f"/api/{name}", _posted(answer), methods=["POST"]) for name, answer in asked.items()]
    routes += [
        Route("/api/project", _got(lambda _: {**told_project(session), "git": session.keeper.told()})),
        Route("/api/forms", _got(lambda _: describe_forms())),
        Route("/api/catalogues", _got(lambda _: told_catalogues(session, {}))),
        Route("/api/file", _got(lambda request: _file(session, request)), methods=["GET"]),
        Route("/api/file", _posted(_with(Saved, partial(_saved, session))), methods=["PUT"]),
    ]
    return Starlette(
        routes=[
            *routes,
            Route("/", lambda _: RedirectResponse("/desk/")),
            Route("/desk/charts.css", lambda _: Response(_chart_styles(), media_type="text/css")),
            Route("/preview/{name}", previews.shown),
            *([Mount("/desk/fonts", StaticFiles(directory=fonts))] if fonts is not None else []),
            Mount("/desk", PageFiles(directory=APP, html=True, check_dir=False)),
        ],
        exception_handlers={HTTPException: _unknown_address},
    )


def _chart_styles() -> str:
    return chart_styles() + dark_chart_styles() + role_styles()


def _file(session: Session, request: Request) -> Json:
    with session.lock:
        return _told_text(read_text(session.root, request.query_params.get("path", "")))


def _saved(session: Session, body: Saved) -> Json:
    with session.lock:
        before = save_texts(session.root, {body.path: body.text}, {body.path: body.version})
        session.keeper.keep({path: each for path, each in before.items() if each != body.text.encode()})
    return {"version": version_of(body.text.encode())}


def _told_text(text: FileText) -> Json:
    return {"path": text.path, "text": text.text, "version": text.version}


def _new(content: bytes) -> NewProcedure | NewKnowledge | NewPath | NewEdition:
    """What is to be new, by its kind."""
    kind = _read(dict[str, object], content).get("kind")
    if kind not in _NEW:
        raise refused("wrong-request", what="kind")
    return _read(_NEW[kind], content)


def _with(shape: type[Body], answer: Callable[[Body], Json]) -> Callable[[bytes], Json]:
    """An answer to what a request says in some shape."""
    return lambda content: answer(_read(shape, content))


def _read(shape: type[Body], content: bytes) -> Body:
    """What a request says.

    Raises:
        Refusal: when it is no JSON, or says something else.
    """
    try:
        return TypeAdapter(shape).validate_json(content)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        if first["type"] == "json_invalid":
            raise refused("no-json") from error
        raise refused("wrong-request", what=".".join(map(str, first["loc"]))) from error


def _got(answer: Callable[[Request], Json]) -> Callable[[Request], object]:
    """Answers what is only asked."""

    async def answered(request: Request) -> Response:
        return await run_in_threadpool(_answer, lambda: answer(request))

    return answered


def _posted(answer: Callable[[bytes], Json]) -> Callable[[Request], object]:
    """Answers what is sent along."""

    async def answered(request: Request) -> Response:
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _JSON:
            return _refusal(refused("no-json", HTTPStatus.UNSUPPORTED_MEDIA_TYPE))
        try:
            content = await request.body()
        except ClientDisconnect:
            return _refusal(refused("no-json", HTTPStatus.REQUEST_ENTITY_TOO_LARGE))
        return await run_in_threadpool(_answer, lambda: answer(content))

    return answered


def _answer(give: Callable[[], Json]) -> Response:
    """An answer, whatever happens: nothing but a sentence is told of what went wrong."""
    with speaking(DEFAULT):
        try:
            return JSONResponse(give())
        except Refusal as error:
            return _refusal(error)
        except NotAllowedError as error:
            return _refusal(refused("no-place", HTTPStatus.BAD_REQUEST, file=error.path))
        except ChangedMeanwhileError as error:
            return JSONResponse(_told_text(error.now), status_code=HTTPStatus.CONFLICT)
        except BrokenError as error:
            return JSONResponse(told_broken(error), status_code=HTTPStatus.UNPROCESSABLE_ENTITY)
        except Exception as error:  # noqa: BLE001 - whatever it was, it is told in words
            told = tell_unexpected(error, "edit")
            return _refusal(refused("unexpected", HTTPStatus.INTERNAL_SERVER_ERROR, told=told))


def _refusal(error: Refusal) -> Response:
    return JSONResponse({"error": error.message}, status_code=error.status)


def _unknown_address(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.NOT_FOUND
    reason = "no-method" if status == HTTPStatus.METHOD_NOT_ALLOWED else "no-address"
    return _refusal(refused(reason, status))
