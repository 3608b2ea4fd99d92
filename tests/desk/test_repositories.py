"""Where files are kept: read from what settings say of a repository, and nothing guessed."""

import pytest

from generator.desk.repositories import HostedRepository, hosted_repository


@pytest.mark.parametrize(
    ("address", "edited", "kind", "told"),
    [
        (
            "https://github.com/office/manual",
            "edit/main/docs/",
            None,
            ("github", "https://api.github.com", "main", ""),
        ),
        (
            "https://github.com/office/manual.git/",
            "blob/main/docs",
            None,
            ("github", "https://api.github.com", "main", ""),
        ),
        (
            "https://github.office.example/office/manual",
            "edit/work/a/b/docs/",
            None,
            ("github", "https://github.office.example/api/v3", "work", "a/b/"),
        ),
        (
            "https://gitlab.com/office/manual",
            "-/edit/main/docs/{path}",
            None,
            ("gitlab", "https://gitlab.com/api/v4", "main", ""),
        ),
        (
            "https://codeberg.org/office/manual",
            "_edit/main/docs/",
            None,
            ("forgejo", "https://codeberg.org/api/v1", "main", ""),
        ),
        (
            "https://git.example:8443/office/manual",
            "src/branch/main/docs/",
            "gitea",
            ("forgejo", "https://git.example:8443/api/v1", "main", ""),
        ),
        ("https://github.com/office/manual", None, None, ("github", "https://api.github.com", "", "")),
        (
            "http://127.0.0.1:3000/office/manual",
            "",
            "forgejo",
            ("forgejo", "http://127.0.0.1:3000/api/v1", "", ""),
        ),
    ],
)
def test_a_repository_is_known_by_its_address(
    address: str, edited: str | None, kind: str | None, told: tuple[str, str, str, str]
) -> None:
    place = hosted_repository(address, edited, kind)
    assert place is not None
    assert (place.kind, place.api, place.branch, place.prefix) == told
    assert place.repository == "office/manual"


def test_gitlab_has_groups_in_groups() -> None:
    place = hosted_repository("https://gitlab.com/ministry/office/manual", "")
    assert place is not None
    assert place.repository == "ministry/office/manual"
    assert hosted_repository("https://github.com/ministry/office/manual", "") is None


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "https://git.example/office/manual",
        "http://github.com/office/manual",
        "https://somebody@github.com/office/manual",
        "https://github.com/office",
        "https://github.com/",
        "git@github.com:office/manual.git",
        "javascript:github.com/office/manual",
        "https://github.com/office/manual'; script-src *",
        "https://github.com/office/ma%20nual",
    ],
)
def test_what_is_no_known_repository_is_none(address: str | None) -> None:
    assert hosted_repository(address, "edit/main/docs/") is None


@pytest.mark.parametrize("host", ["github.com;x", "github.com *", "git hub.com", 'github.com"x'])
def test_no_policy_is_widened_by_a_host(host: str) -> None:
    place = hosted_repository(f"https://{host}/office/manual", "")
    assert place is None or not set(place.origin) & set(" ;,\"'*")


def test_tokens_are_made_at_the_host() -> None:
    places = [
        hosted_repository(f"https://{host}/office/manual", "")
        for host in ("github.com", "gitlab.com", "codeberg.org")
    ]
    assert all(isinstance(each, HostedRepository) and each.tokens.startswith("https://") for each in places)
    assert {each.origin for each in places if each} == {
        "https://api.github.com",
        "https://gitlab.com",
        "https://codeberg.org",
    }
