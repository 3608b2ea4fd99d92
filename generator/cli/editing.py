"""The commands that write authored files: something new, or an edition's acceptance of the shared text."""

import sys
from pathlib import Path
from typing import Any

import click

from generator.cli.common import (
    EXIT_PROBLEMS,
    TEXTS,
    editing_errors,
    edition_procedure_root,
    find_project,
    require_project,
    root_argument,
)
from generator.diagnostics import closest
from generator.model import ItemKind


class NewGroup(click.Group):
    """``khumue new AREA/ID`` is short for ``khumue new procedure AREA/ID``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take what is no command for a procedure; what is nearly one is told."""
        if args and args[0] not in {*self.commands, *ctx.help_option_names}:
            meant = closest(args[0], self.commands)
            if meant is not None and not args[0].startswith("-") and "/" not in args[0]:
                raise click.UsageError(TEXTS["new"]["unknown"].format(given=args[0], meant=meant), ctx)
            args = ["procedure", *args]
        return super().parse_args(ctx, args)


@click.group(cls=NewGroup, help=TEXTS["new"]["help"], subcommand_metavar=TEXTS["new"]["target"])
def new() -> None:
    """Start something new."""


@new.command("procedure", help=TEXTS["new"]["procedure"]["help"], epilog=TEXTS["root"])
@click.argument("target", metavar="AREA/ID")
@click.option("--edition", metavar="EDITION", help=TEXTS["new"]["procedure"]["edition"])
@root_argument
def new_procedure(root: Path, target: str, edition: str | None) -> None:
    """Start a new procedure."""
    from generator.scaffold import start_procedure  # noqa: PLC0415  # this command's own

    require_project(root, None)
    with editing_errors():
        click.echo(start_procedure(root, target, edition).report)


@new.command("edition", help=TEXTS["new"]["edition"]["help"], epilog=TEXTS["root"])
@click.argument("edition", metavar="EDITION")
@click.option("--office", metavar="NAME", help=TEXTS["new"]["edition"]["office"])
@click.option("--short", metavar="NAME", help=TEXTS["new"]["edition"]["short"])
@click.option("--year", metavar="YEAR", help=TEXTS["new"]["edition"]["year"])
@click.option("--value", "values", metavar="NAME=TEXT", multiple=True, help=TEXTS["new"]["edition"]["value"])
@root_argument
def new_edition(
    *,
    root: Path,
    edition: str,
    office: str | None,
    short: str | None,
    year: str | None,
    values: tuple[str, ...],
) -> None:
    """Start the edition of another office."""
    from generator.scaffold import (  # noqa: PLC0415  # this command's own
        draft_edition,
        parse_values,
        start_edition,
    )

    require_project(root, None)
    with editing_errors():
        draft = draft_edition(root, edition)
        given = parse_values(draft, values)
        if sys.stdin.isatty():
            questions = TEXTS["new"]["edition"]["questions"]
            is_asked = office is None
            office = office or click.prompt(questions["office"])
            short = short or (_ask(questions["short"], "") if is_asked else None)
            year = year or (_ask(questions["year"], "") if is_asked else None)
            for each in draft.values:
                if each.name not in given and (is_asked or each.default is None):
                    question = questions["value"].format(name=each.name, sample=each.sample)
                    answer = _ask(question, each.default)
                    given |= {each.name: answer} if answer != each.default else {}
        click.echo(start_edition(draft, office or "", short or "", year or "", given).report)


@new.command("knowledge", help=TEXTS["new"]["knowledge"]["help"], epilog=TEXTS["root"])
@click.argument("title", metavar="TITLE")
@click.option(
    "--kind",
    metavar="KIND",
    default=ItemKind.LESSON.value,
    help=TEXTS["new"]["knowledge"]["kind"].format(kinds=", ".join(ItemKind)),
)
@click.option(
    "--procedure",
    "procedures",
    metavar="ID[#STEP]",
    multiple=True,
    help=TEXTS["new"]["knowledge"]["procedure"],
)
@click.option("--tag", "tags", metavar="WORD", multiple=True, help=TEXTS["new"]["knowledge"]["tag"])
@click.option("--contributor", metavar="ROLE", default="", help=TEXTS["new"]["knowledge"]["contributor"])
@click.option("--id", metavar="ID", default="", help=TEXTS["new"]["knowledge"]["id"])
@click.option("--edition", metavar="EDITION", default="", help=TEXTS["new"]["knowledge"]["edition"])
@root_argument
def new_knowledge(root: Path, **answers: Any) -> None:  # noqa: ANN401  # the options, as `KnowledgeAnswers` types them
    """Start a new item of knowledge."""
    from generator.scaffold import KnowledgeAnswers, start_knowledge  # noqa: PLC0415  # this command's own

    require_project(root, None)
    with editing_errors():
        click.echo(start_knowledge(root, KnowledgeAnswers(**answers)).report)


@new.command("path", help=TEXTS["new"]["path"]["help"], epilog=TEXTS["root"])
@click.argument("role", metavar="ROLE")
@click.option("--id", "identifier", metavar="ID", default="", help=TEXTS["new"]["path"]["id"])
@click.option("--edition", metavar="EDITION", default="", help=TEXTS["new"]["path"]["edition"])
@root_argument
def new_path(root: Path, role: str, identifier: str, edition: str) -> None:
    """Start a new learning path."""
    from generator.scaffold import start_path  # noqa: PLC0415  # this command's own

    require_project(root, None)
    with editing_errors():
        click.echo(start_path(root, role, identifier, edition).report)


@click.command(help=TEXTS["accept"]["help"], epilog=TEXTS["accept"]["root"])
@click.argument("names", metavar="[EDITION [PROCEDURE]] [ROOT]", nargs=-1)
@click.option("--dry-run", is_flag=True, help=TEXTS["accept"]["dry-run"])
def accept(names: tuple[str, ...], dry_run: bool) -> None:
    """Accept the shared text as it is now."""
    from generator.scaffold import accept_changes  # noqa: PLC0415  # this command's own

    edition, procedure, start = edition_procedure_root(names)
    root = find_project(start, edition)
    with editing_errors():
        accepted = accept_changes(root, edition, procedure, dry_run)
    click.echo(accepted.report)
    if accepted.refused:
        sys.exit(EXIT_PROBLEMS)


@click.command(help=TEXTS["init"]["help"])
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--language", metavar="LANGUAGE", help=TEXTS["init"]["language"])
@click.option("--office", metavar="NAME", help=TEXTS["init"]["office"])
@click.option("--group", metavar="NAME", help=TEXTS["init"]["group"])
@click.option("--title", metavar="NAME", help=TEXTS["init"]["title"])
@click.option("--edition", metavar="EDITION", help=TEXTS["init"]["edition"])
@click.option("--program", metavar="ADDRESS", default="", help=TEXTS["init"]["program"])
@click.option("--host", type=click.Choice(["github", "gitlab"]), default="github", help=TEXTS["init"]["host"])
def init(directory: Path, program: str, host: str, **given: str | None) -> None:
    """Lay out a new manual."""
    from generator.scaffold import (  # noqa: PLC0415  # this command's own
        default_answers,
        init_project,
        require_free,
    )

    with editing_errors():
        require_free(directory)
        is_asked = sys.stdin.isatty()
        if is_asked and given["language"] is None:
            given["language"] = _ask(TEXTS["init"]["questions"]["language"], default_answers()["language"])
        answers = default_answers(given)
        if is_asked:
            asked = {key: each for key, each in answers.items() if given[key] is None}
            answers |= {key: _ask(TEXTS["init"]["questions"][key], default) for key, default in asked.items()}
        click.echo(init_project(directory, answers, program, host).report)


@click.command(help=TEXTS["reference"]["help"])
@click.option(
    "-o",
    "--output",
    default="khumue-reference.md",
    show_default=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help=TEXTS["reference"]["output"],
)
def reference(output: Path) -> None:
    """Write the author's reference of this version."""
    from generator.lint import author_reference  # noqa: PLC0415  # this command's own
    from generator.storage import (  # noqa: PLC0415  # likewise
        NotOursError,
        reason_of_failure,
        write_over_own,
    )

    text = author_reference(is_alone=True)
    try:
        write_over_own(output, text, head="\n".join(text.splitlines()[:2]))
    except NotOursError as error:
        raise click.UsageError(TEXTS["errors"]["other-file"].format(file=output)) from error
    except OSError as error:
        reason = reason_of_failure(error)
        raise click.ClickException(
            TEXTS["errors"]["not-written"].format(path=output, reason=reason)
        ) from error
    click.echo(TEXTS["reference"]["done"].format(file=output))


def _ask(question: str, default: str | None) -> str:
    """An answer typed at a terminal; Enter alone gives the default, if there is one."""
    answer: str = click.prompt(question, default=default, show_default=bool(default))
    return answer
