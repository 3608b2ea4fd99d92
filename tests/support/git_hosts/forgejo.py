"""Forgejo's REST API, version 1, as its description of the API has it: Gitea's is the same in these parts."""

import base64
from collections.abc import Mapping
from typing import Any, ClassVar

from tests.support.git_hosts.host import TOKEN, Asked, HostStub, RefusedError

_REPOSITORY = "repos/office/manual"


class ForgejoStub(HostStub):
    """A server of Forgejo's kind."""

    api: ClassVar[str] = "/api/v1"
    authorize: ClassVar[str] = "/login/oauth/authorize"
    token_path: ClassVar[str] = "/login/oauth/access_token"  # noqa: S105 - where one is asked for
    exposed: ClassVar[str] = "Link, X-Total-Count"
    allowed_headers: ClassVar[str] = "Authorization, X-Gitea-OTP, X-Forgejo-OTP, Content-Type, User-Agent"

    def is_known(self, headers: Mapping[str, str]) -> bool:
        """A token after its own word, or a bearer."""
        return headers.get("authorization") in {f"token {TOKEN}", f"Bearer {TOKEN}"}

    def answer(self, asked: Asked) -> tuple[int, object]:
        """What the host answers."""
        kept = self.kept
        if asked.match("GET", _REPOSITORY):
            return 200, {
                "default_branch": "main",
                "permissions": {"push": self.may_write, "pull": True, "admin": False},
            }
        if found := asked.match("GET", f"{_REPOSITORY}/branches/(.+)"):
            if found[1] not in kept.branches:
                raise RefusedError(404, "The target couldn't be found.")
            return 200, {"name": found[1], "commit": {"id": kept.branches[found[1]]}}
        if found := asked.match("GET", f"{_REPOSITORY}/git/trees/([0-9a-f]+)"):
            return 200, self._tree(kept.commits[found[1]].tree, int(asked.query["page"]))
        if found := asked.match("GET", f"{_REPOSITORY}/git/blobs/([0-9a-f]+)"):
            content = base64.b64encode(kept.blobs[found[1]]).decode()
            return 200, {"sha": found[1], "encoding": "base64", "content": content}
        if asked.match("POST", f"{_REPOSITORY}/contents"):
            return 201, {"commit": {"sha": self._commit(asked.body)}, "files": []}
        return self._requests(asked)

    def _tree(self, tree: Mapping[str, str], page: int) -> dict[str, object]:
        """A page of the files: pages are short here, so that there are several."""
        count = 3
        files = [
            {"path": path, "mode": "100644", "type": "blob", "sha": each}
            for path, each in sorted(tree.items())
        ]
        shown = files[(page - 1) * count : page * count]
        return {
            "tree": shown,
            "page": page,
            "total_count": len(files),
            "truncated": page * count < len(files),
        }

    def _commit(self, body: dict[str, Any]) -> str:
        kept, base, branch = self.kept, body["branch"], body.get("new_branch") or body["branch"]
        if branch != base and branch in kept.branches:
            raise RefusedError(422, f"branch already exists [name: {branch}]")
        if base not in kept.branches:
            raise RefusedError(404, "branch does not exist")
        tree = dict(kept.tree(base))
        for each in body["files"]:
            path, operation = each["path"], each["operation"]
            if operation == "create":
                if path in tree:
                    raise RefusedError(422, f"repository file already exists [path: {path}]")
            elif tree.get(path) != each["sha"]:
                raise RefusedError(
                    422, f"sha does not match [given: {each['sha']}, expected: {tree.get(path)}]"
                )
            if operation == "delete":
                tree.pop(path)
            else:
                tree[path] = kept.blob(base64.b64decode(each["content"], validate=True))
        kept.branches[branch] = kept.commit(tree, (kept.branches[base],), body["message"])
        return kept.branches[branch]

    def _requests(self, asked: Asked) -> tuple[int, object]:
        kept, body = self.kept, asked.body
        if asked.match("POST", f"{_REPOSITORY}/pulls"):
            if there := kept.open_request(body["head"]):
                raise RefusedError(
                    409, f"pull request already exists for these targets [id: {there['number']}]"
                )
            return 201, self._told(kept.request(body["head"], body["base"], body["title"], body["body"]))
        if asked.match("GET", f"{_REPOSITORY}/pulls"):
            return 200, [self._told(each) for each in kept.requests if each["state"] == "open"]
        if found := asked.match("GET", rf"{_REPOSITORY}/pulls/(\d+)"):
            return 200, self._told(kept.requests[int(found[1]) - 1])
        if asked.match("GET", f"{_REPOSITORY}/commits/[0-9a-f]+/status"):
            states = {"good": "success", "bad": "failure", "running": "pending"}
            address = f"{self.address}/office/manual/actions/runs/1"
            statuses = [
                {
                    "context": each["name"],
                    "status": states[each["state"]],
                    "target_url": each.get("address", address),
                }
                for each in kept.checks
            ]
            return 200, {"state": "pending", "statuses": statuses}
        return self.no_such(asked)

    def _told(self, request: dict[str, Any]) -> dict[str, object]:
        return {
            "number": request["number"],
            "html_url": request.get("address", f"{self.address}/office/manual/pulls/{request['number']}"),
            "state": "open" if request["state"] == "open" else "closed",
            "merged": request["state"] == "accepted",
            "head": {"ref": request["head"], "sha": self.kept.branches.get(request["head"])},
        }
