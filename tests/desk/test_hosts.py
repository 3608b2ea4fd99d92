"""Where a pull request is begun, on every kind of host, however its repository is named."""

import pytest

from generator.desk.hosts import request_address

BRANCH = "edit-2026-11-30-budget"


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        (
            "https://github.com/office/manual.git",
            f"https://github.com/office/manual/compare/main...{BRANCH}?expand=1",
        ),
        (
            "git@github.com:office/manual.git",
            f"https://github.com/office/manual/compare/main...{BRANCH}?expand=1",
        ),
        (
            "ssh://git@gitlab.example.go.th:2222/a/b/manual.git",
            f"https://gitlab.example.go.th/a/b/manual/-/merge_requests/new?merge_request%5Bsource_branch%5D={BRANCH}",
        ),
        ("https://codeberg.org/office/manual", f"https://codeberg.org/office/manual/compare/main...{BRANCH}"),
        ("http://forgejo.local:3000/a/b.git", f"http://forgejo.local:3000/a/b/compare/main...{BRANCH}"),
        ("https://git.office.example/a/b.git", None),
        ("/srv/git/manual.git", None),
        ("C:\\git\\manual.git", None),
        ("C:/git/manual.git", None),
        ("file:///srv/manual.git", None),
        ("", None),
        ("https://[::1", None),
    ],
)
def test_a_request_is_begun_where_the_host_has_it(remote: str, address: str | None) -> None:
    assert request_address(remote, BRANCH, "main") == address


def test_a_secret_in_an_address_is_not_told() -> None:
    address = request_address("https://me:secret@github.com/office/manual.git", BRANCH, "main")
    assert address is not None
    assert "secret" not in address
    assert "@" not in address


def test_what_the_host_says_itself_goes_first() -> None:
    said = (
        "remote: Create a new pull request for 'x':\n"
        "remote:   https://git.office.example/a/b/compare/main...x\n"
        "remote: see https://elsewhere.example/pull/new/x\n"
    )
    remote = "ssh://git@git.office.example/a/b.git"
    assert request_address(remote, BRANCH, "main", said) == "https://git.office.example/a/b/compare/main...x"
    assert request_address(remote, BRANCH, "main", said.replace("git.office", "evil")) is None
