"""GitHub's REST API, version 2022-11-28, as far as its documentation describes git data, pull requests and checks."""

import base64
import re
from collections.abc import Mapping
from typing import Any, ClassVar

from tests.support.git_hosts.host import TOKEN, Asked, HostStub, RefusedError

_REPOSITORY = "repos/office/manual"
_MODES = {"100644", "100755", "040000", "160000", "120000"}


class GitHubStub(HostStub):
    """A server of GitHub's kind."""

    api: ClassVar[str] = "/api/v3"
    exposed: ClassVar[str] = (
        "ETag, Link, Location, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset"
    )
    allowed_headers: ClassVar[str] = (
        "Authorization, Content-Type, If-Match, If-None-Match, X-Requested-With, X-GitHub-Api-Version"
    )

    def __init__(self, *arguments: Any) -> None:  # noqa: ANN401 - as its base
        """Begin without trees of its own."""
        super().__init__(*arguments)
        self.trees: dict[str, Mapping[str, str]] = {}
        self.truncates = False

    def is_known(self, headers: Mapping[str, str]) -> bool:
        """A bearer."""
        return headers.get("authorization") == f"Bearer {TOKEN}"

    def answer(self, asked: Asked) -> tuple[int, object]:  # noqa: C901, PLR0911 - one case for each address
        """What the host answers."""
        kept, body = self.kept, asked.body
        if asked.match("GET", _REPOSITORY):
            return 200, {"default_branch": "main", "permissions": {"push": self.may_write, "pull": True}}
        if found := asked.match("GET", f"{_REPOSITORY}/git/ref/heads/(.+)"):
            if found[1] not in kept.branches:
                raise RefusedError(404, "Not Found")
            return 200, {
                "ref": f"refs/heads/{found[1]}",
                "object": {"type": "commit", "sha": kept.branches[found[1]]},
            }
        if found := asked.match("GET", f"{_REPOSITORY}/git/trees/([0-9a-f]+)"):
            return 200, self._tree(found[1], "recursive" in asked.query)
        if found := asked.match("GET", f"{_REPOSITORY}/git/blobs/([0-9a-f]+)"):
            content = base64.encodebytes(kept.blobs[found[1]]).decode()
            return 200, {"sha": found[1], "encoding": "base64", "content": content}
        if asked.match("POST", f"{_REPOSITORY}/git/blobs"):
            return 201, {"sha": kept.blob(base64.b64decode(body["content"], validate=True))}
        if found := asked.match("GET", f"{_REPOSITORY}/git/commits/([0-9a-f]+)"):
            return 200, {"sha": found[1], "tree": {"sha": self._known_tree(kept.commits[found[1]].tree)}}
        if asked.match("POST", f"{_REPOSITORY}/git/trees"):
            return 201, {"sha": self._known_tree(self._changed(body["base_tree"], body["tree"]))}
        if asked.match("POST", f"{_REPOSITORY}/git/commits"):
            return 201, {
                "sha": kept.commit(self.trees[body["tree"]], tuple(body["parents"]), body["message"])
            }
        if asked.match("POST", f"{_REPOSITORY}/git/refs"):
            return self._new_branch(body)
        if found := asked.match("PATCH", f"{_REPOSITORY}/git/refs/heads/(.+)"):
            if kept.branches[found[1]] not in kept.commits[body["sha"]].parents:
                raise RefusedError(422, "Update is not a fast forward")
            kept.branches[found[1]] = body["sha"]
            return 200, {"object": {"sha": body["sha"]}}
        return self._requests(asked)

    def _new_branch(self, body: dict[str, str]) -> tuple[int, object]:
        name = body["ref"].removeprefix("refs/heads/")
        if not body["ref"].startswith("refs/heads/") or name in self.kept.branches:
            raise RefusedError(422, "Reference already exists")
        self.kept.branches[name] = body["sha"]
        return 201, {"ref": body["ref"]}

    def _requests(self, asked: Asked) -> tuple[int, object]:  # noqa: PLR0911 - one case for each address
        kept, body = self.kept, asked.body
        if asked.match("POST", f"{_REPOSITORY}/pulls"):
            if kept.open_request(body["head"]):
                raise RefusedError(422, "Validation Failed")
            return 201, self._told(kept.request(body["head"], body["base"], body["title"], body["body"]))
        if asked.match("GET", f"{_REPOSITORY}/pulls"):
            owner, _, head = asked.query["head"].partition(":")
            there = kept.open_request(head) if owner == "office" else None
            return 200, [self._told(there)] if there else []
        if found := asked.match("GET", rf"{_REPOSITORY}/pulls/(\d+)"):
            return 200, self._told(kept.requests[int(found[1]) - 1])
        if asked.match("GET", f"{_REPOSITORY}/commits/[0-9a-f]+/check-runs"):
            runs = [self._run(each) for each in kept.checks]
            return 200, {"total_count": len(runs), "check_runs": runs}
        if asked.match("GET", f"{_REPOSITORY}/actions/runs"):
            assert asked.query["head_sha"] in kept.commits
            return 200, {"workflow_runs": [self._run(each) for each in kept.checks]}
        if asked.match("GET", f"{_REPOSITORY}/commits/[0-9a-f]+/status"):
            return 200, {"state": "pending", "statuses": []}
        return self.no_such(asked)

    def _run(self, check: dict[str, str]) -> dict[str, object]:
        ends = {"good": "success", "bad": "failure"}
        end = ends.get(check["state"])
        return {
            "name": check["name"],
            "status": "completed" if end else "in_progress",
            "conclusion": end,
            "html_url": check.get("address", f"{self.address}/office/manual/runs/1"),
        }

    def _told(self, request: dict[str, Any]) -> dict[str, object]:
        return {
            "number": request["number"],
            "html_url": request.get("address", f"{self.address}/office/manual/pull/{request['number']}"),
            "state": "open" if request["state"] == "open" else "closed",
            "merged_at": "2026-01-01T00:00:00Z" if request["state"] == "accepted" else None,
            "head": {"ref": request["head"], "sha": self.kept.branches.get(request["head"])},
        }

    def _known_tree(self, tree: Mapping[str, str]) -> str:
        name = self.kept.blob(repr(sorted(tree.items())).encode())
        self.trees[name] = dict(tree)
        return name

    def _files(self, name: str) -> Mapping[str, str]:
        return self.trees[name] if name in self.trees else self.kept.commits[name].tree

    def _tree(self, name: str, is_whole: bool) -> dict[str, object]:
        files = self._files(name)
        if is_whole and not (self.truncates and any("/" in path for path in files)):
            return {"tree": [_blob(path, each) for path, each in files.items()], "truncated": False}
        if is_whole:
            return {"tree": [_blob(path, each) for path, each in [*files.items()][:1]], "truncated": True}
        below: dict[str, dict[str, str]] = {}
        entries: list[dict[str, str]] = []
        for path, each in files.items():
            folder, _, rest = path.partition("/")
            if rest:
                below.setdefault(folder, {})[rest] = each
            else:
                entries.append(_blob(path, each))
        entries += [
            {"path": folder, "mode": "040000", "type": "tree", "sha": self._known_tree(files)}
            for folder, files in below.items()
        ]
        return {"tree": entries, "truncated": False}

    def _changed(self, base: str, changes: list[dict[str, str | None]]) -> Mapping[str, str]:
        tree = dict(self.trees[base])
        for each in changes:
            path, sha = str(each["path"]), each["sha"]
            if each["mode"] not in _MODES or each["type"] != "blob" or re.match(r"/|.*//|.*\.\.", path):
                raise RefusedError(422, "Invalid tree info")
            if sha is None:
                tree.pop(path)
            else:
                tree[path] = sha
        return tree


def _blob(path: str, name: str) -> dict[str, str]:
    return {"path": path, "mode": "100644", "type": "blob", "sha": name}
