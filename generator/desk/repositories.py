"""Where a manual's files are kept on the web: which host, which repository, which branch, and how that host is asked.

Read from what a site's settings say of its repository. A host that nobody knows is no place: nothing is guessed.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote

from generator.project import DOCS_FOLDER
from generator.urls import split_url

KINDS = ("github", "gitlab", "forgejo", "gitea")
"""How settings may name the kind of a host; Gitea is asked as Forgejo is, which comes from it."""
_BY_NAME = {
    "github": "github",
    "gitlab": "gitlab",
    "forgejo": "forgejo",
    "codeberg": "forgejo",
    "gitea": "forgejo",
}
"""By what the name of a host says of its kind."""
_PUBLIC_GITHUB, _PUBLIC_GITHUB_API = "github.com", "https://api.github.com"
_APIS = {"github": "/api/v3", "gitlab": "/api/v4", "forgejo": "/api/v1"}
_TOKENS = {
    "github": "/settings/personal-access-tokens/new",
    "gitlab": "/{repository}/-/settings/access_tokens",
    "forgejo": "/user/settings/applications",
}
"""Where a person makes a token."""
_EDITED = re.compile(
    r"^/?(?:-/)?(?:edit|_edit|blob|tree|raw|src/branch|src)/(?P<branch>[^/?#]+)/(?P<folder>[^?#{]*)"
)
"""How the addresses of files begin: what is done with them, the branch, the folder of the documents."""
_LOOPBACK = ("localhost", "127.0.0.1")
_HOST = re.compile(r"[a-z0-9.-]+(?::[0-9]+)?")
"""What stands in a policy as it is: a name of a host, perhaps with its port, and nothing that ends a directive."""
_NAMES = re.compile(r"[\w.\-~]+(?:/[\w.\-~]+)+")


@dataclass(frozen=True, slots=True)
class HostedRepository:
    """A repository at a host.

    Attributes:
        kind: of the host: ``github``, ``gitlab`` or ``forgejo``.
        api: the address under which the host is asked.
        repository: its path at the host: ``office/manual``.
        branch: the main branch; empty where only the host knows it.
        prefix: the folder of the project in it, with a slash at its end; empty where it is the whole repository.
        tokens: the address of the page on which a person makes a token.
    """

    kind: str
    api: str
    repository: str
    branch: str
    prefix: str
    tokens: str

    @property
    def origin(self) -> str:
        """The origin of the API, as a policy names it."""
        parts = split_url(self.api)
        return f"{parts.scheme}://{parts.netloc}"


def hosted_repository(
    address: str | None, edited: str | None, kind: str | None = None
) -> HostedRepository | None:
    """The place of a repository.

    Args:
        address: of the repository on the web.
        edited: how the addresses of its documents go on (``edit/main/docs/``).
        kind: of the host, one of `KINDS`; by default what its name says.

    Returns:
        None where the address is none of a repository, the host is of no known kind, or it is not asked safely.
    """
    parts = split_url((address or "").strip())
    host = (parts.hostname or "").lower()
    named = _BY_NAME.get(kind or "") or next(
        (found for name, found in _BY_NAME.items() if name in host), None
    )
    repository = parts.path.strip("/").removesuffix(".git")
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and host in _LOOPBACK)
    if (
        named is None
        or not is_safe
        or not _HOST.fullmatch(parts.netloc.lower())
        or not _NAMES.fullmatch(repository)
    ):
        return None
    if named != "gitlab" and repository.count("/") != 1:
        return None
    root = f"{parts.scheme}://{parts.netloc.lower()}"
    branch, prefix = _branch_and_folder(edited or "")
    return HostedRepository(
        kind=named,
        api=_PUBLIC_GITHUB_API if host in {_PUBLIC_GITHUB, f"www.{_PUBLIC_GITHUB}"} else root + _APIS[named],
        repository=repository,
        branch=branch,
        prefix=prefix,
        tokens=root + _TOKENS[named].format(repository=quote(repository)),
    )


def _branch_and_folder(edited: str) -> tuple[str, str]:
    """The branch, and the folder of the project, of how addresses of documents go on."""
    found = _EDITED.match(edited)
    if found is None:
        return "", ""
    folder = found["folder"].strip("/")
    names = folder.split("/") if folder else []
    inside = names[:-1] if names and names[-1] == DOCS_FOLDER else []
    return found["branch"], "".join(f"{each}/" for each in inside)
