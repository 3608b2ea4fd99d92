"""Hosts of git as their public documentation describes them: each answers its own REST API over one kept repository."""

from tests.support.git_hosts.forgejo import ForgejoStub
from tests.support.git_hosts.github import GitHubStub
from tests.support.git_hosts.gitlab import GitLabStub
from tests.support.git_hosts.host import Fault, HostStub
from tests.support.git_hosts.kept import Kept

STUBS: dict[str, type[HostStub]] = {"github": GitHubStub, "gitlab": GitLabStub, "forgejo": ForgejoStub}
"""The stubs by the kind of host."""

__all__ = ["STUBS", "Fault", "ForgejoStub", "GitHubStub", "GitLabStub", "HostStub", "Kept"]
