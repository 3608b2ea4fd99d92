"""A policy as a value: what it says to servers and pages, and what others derive from it."""

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Allowance
from generator.site.policy import PAGES, PICTURES, Policy, pages_that_may

HOST = "https://desk.example"
directives = st.dictionaries(
    st.sampled_from(["default-src", "script-src", "img-src", "connect-src", "frame-ancestors", "sandbox"]),
    st.lists(st.sampled_from(["'self'", "data:", "blob:"]), unique=True).map(tuple),
)


def test_a_page_that_speaks_to_another_host_has_a_policy_of_its_own() -> None:
    before = PAGES.as_sent()
    own = PAGES.allowing("connect-src", HOST)
    assert f"connect-src 'self' {HOST}" in own.as_sent()
    assert PAGES.as_sent() == before
    assert own.as_sent() == f"{before}; connect-src 'self' {HOST}"


def test_what_was_forbidden_altogether_is_allowed_from_one_place_alone() -> None:
    assert Policy({"object-src": ("'none'",)}).allowing("object-src", HOST).as_sent() == f"object-src {HOST}"


def test_what_is_no_source_of_anything_does_not_fall_back_to_what_is_loaded() -> None:
    assert Policy({"default-src": ("'self'",)}).allowing("form-action", HOST).directives["form-action"] == (
        HOST,
    )


def test_a_page_cannot_say_who_may_frame_it_and_knows_files() -> None:
    policy = Policy({"default-src": ("'self'", "data:"), "frame-ancestors": ("'self'",), "sandbox": ()})
    assert policy.as_sent() == "default-src 'self' data:; frame-ancestors 'self'; sandbox"
    assert policy.as_in_page() == "default-src 'self' file: data:"


def test_pages_run_and_load_nothing_but_what_is_theirs() -> None:
    for sources in PAGES.directives.values():
        assert set(sources) <= {"'self'", "'none'", "data:"}
    assert set(PAGES.directives["default-src"]) == {"'self'"}
    assert "script-src" not in PICTURES.directives
    assert PICTURES.directives["default-src"] == ("'none'",)


@given(directives, st.sampled_from(["script-src", "img-src", "connect-src"]))
def test_more_is_allowed_and_nothing_lost(
    given_directives: dict[str, tuple[str, ...]], directive: str
) -> None:
    policy = Policy(given_directives)
    more = policy.allowing(directive, HOST)
    had = policy.directives.get(directive, policy.directives.get("default-src", ()))
    assert more.directives[directive] == (*had, HOST)
    assert {**more.directives, directive: None} == {**policy.directives, directive: None}
    assert more.allowing(directive, HOST) == more


def test_what_the_settings_allow_a_policy_allows() -> None:
    assert pages_that_may(()) == PAGES
    before = PAGES.directives.items()
    added = {
        each: {name for name, _ in pages_that_may([each]).directives.items() - before} for each in Allowance
    }
    assert added == {
        Allowance.SCRIPTS: {"script-src", "form-action"},
        Allowance.FRAMES: {"frame-src"},
        Allowance.REMOTE_PICTURES: {"img-src"},
        Allowance.PROGRAMS: set(),
    }
