"""GitLab's REST API, version 4, as far as its documentation describes repositories, commits and merge requests."""

import base64
from collections.abc import Mapping
from typing import Any, ClassVar

from tests.support.git_hosts.host import TOKEN, Asked, HostStub, RefusedError, text_of

_PROJECT = "projects/office%2Fmanual"
_DEVELOPER, _REPORTER = 30, 20


class GitLabStub(HostStub):
    """A server of GitLab's kind."""

    api: ClassVar[str] = "/api/v4"
    authorize: ClassVar[str] = "/oauth/authorize"
    token_path: ClassVar[str] = "/oauth/token"  # noqa: S105 - where one is asked for
    exposed: ClassVar[str] = "Link, X-Total, X-Total-Pages, X-Per-Page, X-Page, X-Next-Page, X-Prev-Page"
    allowed_headers: ClassVar[str] = "authorization, content-type, private-token"

    def is_known(self, headers: Mapping[str, str]) -> bool:
        """A token of its own kind, or a bearer."""
        return TOKEN in {
            headers.get("private-token"),
            headers.get("authorization", "").removeprefix("Bearer "),
        }

    def answer(self, asked: Asked) -> tuple[int, object]:
        """What the host answers."""
        kept, body = self.kept, asked.body
        if asked.match("GET", _PROJECT):
            level = _DEVELOPER if self.may_write else _REPORTER
            return 200, {
                "default_branch": "main",
                "permissions": {"project_access": {"access_level": level}, "group_access": None},
            }
        if found := asked.match("GET", f"{_PROJECT}/repository/branches/(.+)"):
            name = text_of(found[1])
            if "/" in found[1] or name not in kept.branches:
                raise RefusedError(404, "404 Branch Not Found")
            return 200, {"name": name, "commit": {"id": kept.branches[name]}}
        if asked.match("GET", f"{_PROJECT}/repository/tree"):
            return 200, self._tree(asked.query)
        if found := asked.match("GET", f"{_PROJECT}/repository/blobs/([0-9a-f]+)"):
            return 200, {"encoding": "base64", "content": base64.b64encode(kept.blobs[found[1]]).decode()}
        if asked.match("POST", f"{_PROJECT}/repository/commits"):
            return 201, {"id": self._commit(body)}
        return self._requests(asked)

    def _tree(self, query: Mapping[str, str]) -> list[dict[str, str]]:
        folder, count, page = query["path"], int(query["per_page"]), int(query["page"])
        files = self.kept.commits[query["ref"]].tree
        found = [
            {"id": each, "path": path, "name": path.rpartition("/")[2], "type": "blob", "mode": "100644"}
            for path, each in sorted(files.items())
            if path.startswith(f"{folder}/")
        ]
        if not found:
            raise RefusedError(404, "404 Tree Not Found")
        return found[(page - 1) * count : page * count]

    def _commit(self, body: dict[str, Any]) -> str:
        kept, branch, start = self.kept, body["branch"], body.get("start_sha")
        if start and branch in kept.branches:
            raise RefusedError(
                400,
                f"A branch called '{branch}' already exists. Switch to that branch in order to make changes",
            )
        if not start and branch not in kept.branches:
            raise RefusedError(400, "You can only create or edit files when you are on a branch")
        parent = start or kept.branches[branch]
        tree = dict(kept.commits[parent].tree)
        for each in body["actions"]:
            path, action = each["file_path"], each["action"]
            if (action == "create") == (path in tree):
                raise RefusedError(
                    400,
                    "A file with this name already exists"
                    if path in tree
                    else "A file with this name doesn't exist",
                )
            if action == "delete":
                tree.pop(path)
            else:
                assert each["encoding"] == "base64"
                tree[path] = kept.blob(base64.b64decode(each["content"], validate=True))
        kept.branches[branch] = kept.commit(tree, (parent,), body["commit_message"])
        return kept.branches[branch]

    def _requests(self, asked: Asked) -> tuple[int, object]:
        kept, body = self.kept, asked.body
        if asked.match("POST", f"{_PROJECT}/merge_requests"):
            head = body["source_branch"]
            if there := kept.open_request(head):
                raise RefusedError(
                    409,
                    f"Another open merge request already exists for this source branch: !{there['number']}",
                )
            return 201, self._told(
                kept.request(head, body["target_branch"], body["title"], body["description"])
            )
        if asked.match("GET", f"{_PROJECT}/merge_requests"):
            there = kept.open_request(asked.query["source_branch"])
            return 200, [self._told(there)] if there else []
        if found := asked.match("GET", rf"{_PROJECT}/merge_requests/(\d+)"):
            return 200, self._told(kept.requests[int(found[1]) - 1])
        if asked.match("GET", f"{_PROJECT}/repository/commits/[0-9a-f]+/statuses"):
            states = {"good": "success", "bad": "failed", "running": "running"}
            address = f"{self.address}/office/manual/-/jobs/1"
            return 200, [
                {
                    "name": each["name"],
                    "status": states[each["state"]],
                    "target_url": each.get("address", address),
                }
                for each in kept.checks
            ]
        return self.no_such(asked)

    def _told(self, request: dict[str, Any]) -> dict[str, object]:
        states = {"open": "opened", "accepted": "merged", "closed": "closed"}
        return {
            "iid": request["number"],
            "web_url": request.get(
                "address", f"{self.address}/office/manual/-/merge_requests/{request['number']}"
            ),
            "state": states[request["state"]],
            "sha": self.kept.branches.get(request["head"]),
        }
