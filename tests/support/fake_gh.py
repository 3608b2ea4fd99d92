"""GitHub's command line as the workflows use it, on a file: ``$FAKE_GH`` holds what the host has, as JSON.

It knows the calls of `tests.support.hosting` and ends with an error at any other, as the host does.
"""

import json
import os
import re
import sys
from pathlib import Path
from typing import Any

BOT = {"login": "github-actions[bot]"}


def main(arguments: list[str]) -> None:
    """Answer one call, and keep what it changed."""
    file = Path(os.environ["FAKE_GH"])
    host: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    if not os.environ.get("GH_TOKEN"):
        sys.exit("gh: not logged in")
    if arguments[:2] == ["auth", "setup-git"]:
        return
    if arguments[:2] == ["pr", "list"]:
        head = option(arguments, "--head")
        sys.stdout.write(f"{sum(each['head'] == head for each in host['proposed'])}\n")
    elif arguments[:2] == ["pr", "create"]:
        if not host["may_propose"]:
            sys.exit("gh: GitHub Actions is not permitted to create or approve pull requests")
        host["proposed"].append({"head": option(arguments, "--head"), "base": option(arguments, "--base")})
    elif arguments[0] == "api":
        api(host, arguments[1:])
    else:
        sys.exit(f"gh: unknown call {arguments}")
    file.write_text(json.dumps(host), encoding="utf-8")


def api(host: dict[str, Any], arguments: list[str]) -> None:
    """Answer a request."""
    path = next(each for each in arguments if each.startswith("repos/")).removeprefix("repos/office/manual/")
    method = option(arguments, "--method") or "GET"
    body: dict[str, Any] = {}
    if given := option(arguments, "--input"):
        body = json.loads(Path(given).read_text(encoding="utf-8"))
    if given := option(arguments, "-f"):
        name, _, value = given.partition("=")
        body = {name: value}
    if (method, path) == ("GET", "actions/runs/1/artifacts?name=report"):
        show({"artifacts": host["artifacts"]})
    elif (method, path) == ("GET", "actions/artifacts/5/zip"):
        sys.stdout.buffer.write(Path(host["zip"]).read_bytes())
    elif method == "GET" and path in host["pulls"]:
        show(host["pulls"][path])
    elif match := re.fullmatch(r"issues/(\d+)/comments(\?per_page=100)?", path):
        entries(host["comments"].setdefault(match[1], []), method, body)
    elif match := re.fullmatch(r"issues/comments/(\d+)", path):
        edit([each for some in host["comments"].values() for each in some], match[1], method, body)
    elif path in ("issues", "issues?state=open&per_page=100"):
        entries([each for each in host["issues"] if each["state"] == "open"], method, body, host["issues"])
    elif match := re.fullmatch(r"issues/(\d+)", path):
        edit(host["issues"], match[1], method, body)
    else:
        sys.exit(f"gh: Not Found {method} {path}")


def entries(shown: list[Any], method: str, body: dict[str, Any], kept: list[Any] | None = None) -> None:
    """List what is there, or add to it."""
    if method == "GET":
        show(shown)
        return
    everything = shown if kept is None else kept
    number = 101 + len(everything)
    everything.append({"id": number, "number": number, "user": BOT, "state": "open", **body})


def edit(entries: list[Any], number: str, method: str, body: dict[str, Any]) -> None:
    """Change one."""
    (entry,) = (each for each in entries if each["id"] == int(number))
    if method != "PATCH":
        sys.exit(f"gh: {method}")
    entry |= body


def show(data: object) -> None:
    """Print an answer."""
    sys.stdout.write(json.dumps(data))


def option(arguments: list[str], name: str) -> str:
    """The value of an option; empty where it is not given."""
    return arguments[arguments.index(name) + 1] if name in arguments else ""


if __name__ == "__main__":
    main(sys.argv[1:])
