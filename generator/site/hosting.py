"""What a site's server should send with it, as files that servers read: what a page cannot say of itself too."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.site.policy import PICTURES, Policy
from generator.words import words_of

APACHE, NGINX = ".htaccess", "nginx-headers.conf"
"""The uris of the files, for Apache and for nginx."""
EDIT_FOLDER = "edit/"
"""The folder of the page on which the manual is changed, which has a policy of its own."""
_OF_EDIT_PAGE = r"/edit/(index\.html)?$"
"""What nginx takes for the address of that page."""
_TEMPLATES = {APACHE: "htaccess.jinja", NGINX: "nginx-headers.conf.jinja"}
_IN_FOLDER = "htaccess-edit.jinja"
_FOLDER = Path(__file__).parent / "hosting"
OTHERWISE: Mapping[str, Policy | None] = {r"\.svgz?$": PICTURES, r"\.pdf$": None}
"""What is sent another policy, or none, by how its name ends, in whatever letters. A page's would keep Chrome from
showing PDF: its reader counts as something that the file embeds."""
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
"""What is sent with everything, beside the policy."""


def server_files(policy: Policy, edit_page: Policy | None = None) -> dict[str, str]:
    """The files, by their uris.

    Args:
        policy: what the pages of the site may load and run.
        edit_page: what the page may on which the manual is changed; None where there is none.
    """
    elsewhere = {_OF_EDIT_PAGE: edit_page.as_sent()} if edit_page else {}
    otherwise = {name: each.as_sent() if each else "" for name, each in OTHERWISE.items()}
    told = {**_told(policy), "otherwise": otherwise, "elsewhere": elsewhere, "headers": HEADERS}
    return {uri: _templates().get_template(name).render(told) for uri, name in _TEMPLATES.items()}


def edit_page_headers(policy: Policy) -> dict[str, str]:
    """What Apache reads in the folder of the page on which the manual is changed, by its uri: its own policy."""
    return {f"{EDIT_FOLDER}{APACHE}": _templates().get_template(_IN_FOLDER).render(_told(policy))}


def _told(policy: Policy) -> Mapping[str, object]:
    return {"words": words_of("site")["hosting"], "policy": policy.as_sent()}


def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(_FOLDER),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        autoescape=False,  # noqa: S701 - settings of servers, no HTML
    )
