"""A change is proposed: with git as a commit on a branch of its own, without it as files to hand on.

Neither the main branch nor anybody's uncommitted work is touched: what is proposed is the last commit with the chosen
files as they stand in the working copy, and the charts of theirs that are kept as pictures drawn anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.assembly import read_editions
from generator.charts import LayoutError, write_charts
from generator.desk.allowed_files import require_allowed
from generator.desk.checking import CHARTS
from generator.desk.comparing import Comparison, reports
from generator.desk.hosts import request_address
from generator.desk.keeping import DESK, write_ignored
from generator.desk.patches import patch_between
from generator.desk.refusals import Refusal, refused
from generator.desk.session import Session
from generator.desk.telling import Json
from generator.model import to_identifier
from generator.project import AREA_STEM
from generator.revisions import State, committed_state, working_copy
from generator.storage import (
    Author,
    GitError,
    author_of,
    bytes_there,
    commit_beside,
    committed_content,
    committed_files,
    drafted,
    is_folder,
    is_there,
    last_commit,
    main_branch_of,
    patch_of,
    push_branch,
    reason_of_failure,
    remote_of,
    temporary_folder,
    write_file,
)
from generator.today import build_day
from generator.words import words_of

PROPOSALS = f"{DESK}/proposals"
"""Where proposals lie that nobody could be sent to."""
_PATCH, _REPORT = "change.patch", "report.html"
_LONGEST_REASON, _LONGEST_NAME = 200, 100
_MOST_SAME = 1000


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody proposes.

    Attributes:
        why: in one line.
        name: who proposes it.
        paths: the files that belong to it, as they stand in the working copy.
        email: their address; empty for what git knows, or none.
        edition: the id of the edition of which the report tells; None for all.
    """

    why: str
    name: str
    paths: tuple[str, ...]
    email: str = ""
    edition: str | None = None


def propose(session: Session, proposal: Proposal) -> Json:
    """Propose a change.

    Args:
        session: the project.
        proposal: what, why and who.

    Returns:
        With git ``branch`` and ``commit``; where it could be sent somewhere also ``is_sent``, and the ``address`` at
        which a pull request is asked for, as far as it is known. Where it could not, ``patch``, ``report`` (unless a
        state is too broken for one) and the ``folder`` that holds both, and with a remote ``told``: why not.

    Raises:
        Refusal: when something is missing, nothing differs, or nothing can be written. Then nothing is.
    """
    why, author = _checked(proposal)
    with session.lock:
        paths = [require_allowed(session.root, each) for each in dict.fromkeys(proposal.paths)]
        if not session.keeper.is_git_there:
            return _handed_on(session, proposal, paths, f"{why}\n")
        try:
            return _committed(session, proposal, paths, why, author)
        except GitError as error:
            raise refused("git", 500, said=error.said) from error


def _checked(proposal: Proposal) -> tuple[str, Author]:
    """Why and who, fit for a commit."""
    why, name = (" ".join(each.split()) for each in (proposal.why, proposal.name))
    if not why:
        raise refused("no-reason", 422)
    if not name:
        raise refused("no-name", 422)
    if not proposal.paths:
        raise refused("nothing-chosen", 422)
    email = proposal.email.strip()
    for text, most in ((why, _LONGEST_REASON), (name, _LONGEST_NAME), (email, _LONGEST_NAME)):
        if len(text) > most:
            raise refused("too-long", 422, text=text, most=most)
        if not text.isprintable():
            raise refused("unprintable", 422, text=text)
    if set("<>") & set(name + email) or " " in email:
        raise refused("bad-name", 422)
    return why, Author(name, email)


def _committed(session: Session, proposal: Proposal, paths: list[str], why: str, author: Author) -> Json:
    """Commit, and send what is committed where there is somewhere to send it to."""
    root, before = session.root, last_commit(session.root)
    contents = {path: bytes_there(root, path) for path in paths}
    contents |= _drawn(session, contents)
    author = Author(author.name, author.email or author_of(root).email)
    made = commit_beside(root, contents, f"{why}\n", author, _branch(paths))
    if made is None:
        raise refused("nothing-changed", 422)
    branch, commit = made
    session.keeper.note_proposed(paths, branch)
    told: Json = {"branch": branch, "commit": commit, "is_sent": False}
    remote = remote_of(root)
    if remote is not None:
        try:
            said = push_branch(root, remote[0], branch)
        except GitError as error:
            told["told"] = words_of("desk")["not-sent"].format(branch=branch, said=error.said)
        else:
            address = request_address(remote[1], branch, main_branch_of(root, remote[0]), said)
            return {**told, "is_sent": True, **({"address": address} if address else {})}
    return {**told, **_committed_report(root, proposal, before, commit, branch)}


def _committed_report(root: Path, proposal: Proposal, before: str | None, commit: str, branch: str) -> Json:
    """Write what a commit changed."""
    with temporary_folder() as one, temporary_folder() as other:
        after = committed_state(root, commit, other)
        was = committed_state(root, before, one) if before is not None else after
        report = _report(was, after, proposal)
    return _written(root, branch, patch_of(root, commit), report)


def _branch(paths: list[str]) -> str:
    """What a branch is called: by the day, and by the first procedure or other file that it changes."""
    path = PurePosixPath(max(paths, key=lambda each: each.count("/")))
    name = path.parent.name if path.stem == AREA_STEM else path.stem
    return f"edit-{build_day().isoformat()}-{to_identifier(name) or 'manual'}"


def _drawn(session: Session, contents: Mapping[str, bytes | None]) -> dict[str, bytes | None]:
    """The charts that are kept as pictures and are others once it is committed; of editions that keep theirs."""
    root = session.root
    if not is_folder(root, CHARTS) or (root / CHARTS).is_symlink():
        return {}
    kept = committed_files(root, (CHARTS, "procedures", "docs"))
    others = {
        path: committed_content(root, each)
        for path, each in kept.items()
        if path not in contents and not each.holds(bytes_there(root, path) or b"")
    }
    with drafted(root, {**others, **contents}) as drafts:
        editions = read_editions(root)
        before = dict(drafts.contents)
        try:
            for each in editions.ids:
                manual = editions.manual(each) if is_folder(root, f"{CHARTS}/{each}") else None
                if manual is not None:
                    write_charts(root, manual)
        except (LayoutError, OSError):
            return {}  # a check of the request will tell
        return {
            path: content
            for path, content in drafts.contents.items()
            if path.startswith(f"{CHARTS}/") and (path not in before or before[path] != content)
        }


def _handed_on(session: Session, proposal: Proposal, paths: list[str], message: str) -> Json:
    """Write what was changed since the last time as a patch and a report; take it as proposed."""
    root, known = session.root, session.keeper.before_proposal()
    before = {path: known[path] for path in paths if path in known}
    if not before:
        raise refused("nothing-changed", 422)
    patch = patch_between(before, {path: bytes_there(root, path) for path in before}, message)
    with Comparison(session).before(before) as was:
        report = _report(was, working_copy(root), proposal)
    told = _written(root, _branch(list(before)), patch, report)
    session.keeper.note_proposed(list(before))
    return told


def _report(before: State, after: State, proposal: Proposal) -> str | None:
    """What changed, to be printed; None where either state is too broken to tell."""
    try:
        return reports(before, after, proposal.edition)[1]
    except Refusal:
        return None


def _written(root: Path, name: str, patch: bytes, report: str | None) -> Json:
    """Write a patch and a report into a folder of their own, and say where."""
    names = (name, *(f"{name}-{number}" for number in range(2, _MOST_SAME)))
    folder = next(place for each in names if not is_there(root, place := f"{PROPOSALS}/{each}"))
    try:
        write_ignored(root)
        write_file(root, f"{folder}/{_PATCH}", patch)
        if report is not None:
            write_file(root, f"{folder}/{_REPORT}", report.encode("utf-8"))
    except OSError as failure:
        raise refused("not-written", 500, file=folder, reason=reason_of_failure(failure)) from failure
    told: Json = {"folder": str(root / folder), "patch": f"{folder}/{_PATCH}"}
    return told if report is None else {**told, "report": f"{folder}/{_REPORT}"}
