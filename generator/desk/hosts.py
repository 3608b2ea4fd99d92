"""Where on the web a change is asked to be taken in: what the host says itself, else what its kind of host has."""

import re
from urllib.parse import quote

from generator.urls import split_url

_SHORT_FORM = re.compile(r"(?:[^@/\s]+@)?(?P<host>[^:/\s]+):(?!//)(?P<path>\S+)")
"""How addresses for ssh are often written: ``git@host.example:office/manual.git``."""
_SAID = re.compile(r"https?://[^\s\"'<>]+")
_ASKING = re.compile(r"/pull/new/|/merge_requests/new|/compare/|/pulls/new", re.IGNORECASE)
_KINDS = {
    "github": "/compare/{main}...{branch}?expand=1",
    "gitlab": "/-/merge_requests/new?merge_request%5Bsource_branch%5D={branch}",
    "codeberg": "/compare/{main}...{branch}",
    "forgejo": "/compare/{main}...{branch}",
    "gitea": "/compare/{main}...{branch}",
}
"""By what the name of a host says of its kind, where a request is begun in a repository."""
_WEB = ("http", "https")


def request_address(remote: str, branch: str, main: str, said: str = "") -> str | None:
    """The page on which a pull request of a branch is begun; None where nobody knows it.

    Args:
        remote: the address of the repository, as git knows it; what secrets it holds are left out.
        branch: the branch.
        main: the branch into which it is to go.
        said: what the host said when the branch was sent: most name the page.
    """
    place = _place(remote)
    if place is None:
        return None
    scheme, host, path = place
    for address in _SAID.findall(said):
        parts = split_url(address)
        if parts.hostname == host.partition(":")[0] and _ASKING.search(address) and "@" not in parts.netloc:
            return str(address)
    kind = next((each for each in _KINDS if each in host), None)
    if kind is None or not path:
        return None
    where = _KINDS[kind].format(main=quote(main, safe=""), branch=quote(branch, safe=""))
    return f"{scheme}://{host}/{quote(path)}{where}"


def _place(remote: str) -> tuple[str, str, str] | None:
    """Scheme, host and path of a repository on the web; None where it is in none."""
    parts = split_url(remote)
    if parts.scheme in (*_WEB, "ssh", "git") and parts.hostname:
        is_web = parts.scheme in _WEB
        port = f":{parts.port}" if is_web and parts.port else ""
        scheme, host, path = (parts.scheme if is_web else "https"), f"{parts.hostname}{port}", parts.path
    elif "://" not in remote and (short := _SHORT_FORM.fullmatch(remote)) and len(short["host"]) > 1:
        scheme, host, path = "https", short["host"].lower(), short["path"]
    else:
        return None
    return scheme, host, path.strip("/").removesuffix(".git")
